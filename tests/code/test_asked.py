"""Who is asked does not ask: "Asked about the raid, the general said"."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record

Told = tuple[str | None, str | None, str | None, str]


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


def told(text: str) -> list[Told]:
    """Return source, cue, addressee and content of every attribution."""
    return [
        (a.source and a.source.text, a.cue and a.cue.text, a.addressee and a.addressee.text, a.content.text)
        for a in coded(text).attributions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Asked by the BBC if he might travel to Oslo, Petrov replied: “Never.”",
            [("the BBC", "Asked", "Petrov", "if he might travel to Oslo"), ("Petrov", "replied", None, "Never.")],
        ),
        (
            "Asked about the use of tear gas, the minister said police had fired rubber bullets.",
            [
                (None, "Asked about", "the minister", "the use of tear gas"),
                ("the minister", "said", None, "police had fired rubber bullets"),
            ],
        ),
        (
            "The reporter asked the minister whether he would resign.",
            [("The reporter", "asked", "the minister", "whether he would resign")],
        ),
    ],
)
def test_who_asks_and_who_is_asked(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_what_is_answered_stands_on_who_answers() -> None:
    record = coded("Pressed on the killings, the general said the army had arrested three officers.")
    (arrested,) = [e for e in record.events if e.type == "COERCE"]
    by_id = {a.id: a for a in record.attributions}
    assert [(s := by_id[id].source) and s.text for id in arrested.attribution] == ["the general"]
    assert not arrested.vouched
