"""Where what is said begins and ends: behind its time, before the speaker's next word; rare verbs of speech."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of


def told(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Return source, cue, form and content of every attribution."""
    (record,) = code_articles([article_of(text, id="one")])
    return [(a.source and a.source.text, a.cue and a.cue.text, a.form, a.content.text) for a in record.attributions]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chad's government said on Tuesday it had detained two generals.", "it had detained two generals"),
        ("The minister said on Friday that the talks had failed.", "that the talks had failed"),
        ("The minister was quoted as saying last week that trials would be sped up.", "that trials would be sped up"),
    ],
)
def test_when_it_was_said_is_not_said(text: str, content: str) -> None:
    assert told(text)[-1][3] == content


def test_a_second_cue_of_the_speaker_is_not_said() -> None:
    text = "Hamas denied that its fighters were in the building, describing the claim as “a lie”."
    assert [content for *_, content in told(text)] == [
        "that its fighters were in the building",
        "the claim as “a lie”",
    ]


def test_a_second_verb_of_what_is_said_stays() -> None:
    assert told("The envoy said the army had fled and killed two men.") == [
        ("The envoy", "said", "indirect", "the army had fled and killed two men")
    ]


def test_rare_verbs_lead_direct_speech() -> None:
    assert told("“We know who they are,” Moss shot back.") == [("Moss", "shot", "direct", "We know who they are,")]
    assert told("“That is a lie,” the general thundered.") == [("the general", "thundered", "direct", "That is a lie,")]


def test_soldiers_who_shoot_back_say_nothing() -> None:
    assert told("Soldiers shot back at the rebels.") == []


def test_what_is_called_something_in_marks_is_mixed() -> None:
    assert [form for _, _, form, _ in told("The party called that “a notorious lie”.")] == ["mixed"]


@pytest.mark.parametrize("source", ["The log", "The dossier", "The charge sheet"])
def test_papers_are_documents(source: str) -> None:
    (record,) = code_articles([article_of(f"{source} says the man killed two guards.", id="one")])
    assert [a.kind for a in record.attributions] == ["document"]


def test_who_tells_his_own_words_within_marks_is_not_the_author() -> None:
    (record,) = code_articles([article_of("“My sons ask me,” she said. “I told them: ‘He is in jail.’”", id="one")])
    assert [a.kind for a in record.attributions][-1] == "named"
