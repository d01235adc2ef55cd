"""Somebody quoted as saying something: two words to stand on, one inside the other."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of


def attributions(text: str) -> list[tuple[str | None, str | None, str]]:
    (record,) = code_articles([article_of(text, id="one")])
    return [(a.source and a.source.text, a.cue and a.cue.text, a.content.text) for a in record.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "State television quoted the governor as saying that eleven soldiers had died.",
            [
                ("State television", "quoted", "as saying that eleven soldiers had died"),
                ("the governor", "saying", "that eleven soldiers had died"),
            ],
        ),
        (
            "The minister was quoted by Reuters as saying that talks would resume on Friday.",
            [
                ("Reuters", "quoted", "as saying that talks would resume on Friday"),
                ("The minister", "saying", "that talks would resume on Friday"),
            ],
        ),
    ],
)
def test_who_relays_stands_around_who_said_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert attributions(text) == expected


def test_an_event_relayed_stands_on_both_words() -> None:
    text = "State television quoted the governor as saying that rebels had killed eleven soldiers."
    (record,) = code_articles([article_of(text, id="one")])
    (killed,) = [e for e in record.events if e.type == "ASSAULT"]
    by_id = {a.id: a for a in record.attributions}
    sources = [source.text for id in killed.attribution if (source := by_id[id].source)]
    assert sources == ["the governor", "State television"]


def test_a_part_of_a_document_stands_on_its_issuers_word() -> None:
    text = 'Judge Gray Miller ruled on Friday. Part of the judge\'s statement reads "the draft is unlawful".'
    (record,) = code_articles([article_of(text, id="one")])
    (said,) = [a for a in record.attributions if a.cue and a.cue.text == "reads"]
    assert said.kind == "document"
    assert {e.id: e.name for e in record.entities}[said.entity or ""] == "Gray Miller"
