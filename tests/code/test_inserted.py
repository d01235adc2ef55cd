"""Who speaks put amid the clause: what is said is the subject before and the verb behind."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


@pytest.mark.parametrize(
    ("text", "source", "parts"),
    [
        (
            "The militia, Captain Sow said, killed six miners in Gao.",
            "Captain Sow",
            ["The militia", "killed six miners in Gao"],
        ),
        ("Guards, the widow said, fired on the mourners.", "the widow", ["Guards", "fired on the mourners"]),
        (
            "Reporters, the minister said on Monday, should tell the truth.",
            "the minister",
            ["Reporters", "should tell the truth"],
        ),
        ("The plan, he said, is dead.", "he", ["The plan", "is dead"]),
        ("It was not true, he said, that the army had fled.", "he", ["It was not true", "that the army had fled"]),
    ],
)
def test_a_clause_that_is_split_is_said_whole(text: str, source: str, parts: list[str]) -> None:
    (said,) = coded(text).attributions
    assert (said.source and said.source.text, [part.text for part in said.parts]) == (source, parts)
    assert said.addressee is None


def test_an_event_of_a_split_clause_stands_on_the_speaker() -> None:
    record = coded("The militia, Captain Sow said, killed six miners in Gao.")
    (killed,) = [e for e in record.events if e.type == "ASSAULT"]
    assert (killed.attribution, killed.vouched) == (("a1",), False)


def test_a_subject_before_the_speaker_and_the_marks_is_said_too() -> None:
    (said,) = coded('The army, the envoy said, "can protect nobody but its own chiefs."').attributions
    assert (said.form, [part.text for part in said.parts]) == (
        "mixed",
        ["The army", '"can protect nobody but its own chiefs."'],
    )


def test_a_relative_clause_is_no_insertion() -> None:
    record = coded("The minister, who said the talks had failed, arrested 40 students.")
    (said,) = record.attributions
    assert [part.text for part in said.parts] == ["the talks had failed"]
    assert [e.vouched for e in record.events if e.type == "COERCE"] == [True]


def test_what_a_place_before_the_speaker_leads_to_stays_a_quotation() -> None:
    (said,) = coded('In Kati, the envoy said, "everybody is hungry."').attributions
    assert (said.form, [part.text for part in said.parts]) == ("direct", ["everybody is hungry."])
