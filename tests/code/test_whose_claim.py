"""Whose claim it is: who makes one speaks it, who rejects, hears or looks into one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna.code.carriers import load_carriers
from diurna.code.table import LexiconError
from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


def claims(text: str) -> list[tuple[str | None, str | None, str]]:
    """Return source, cue and stance of every attribution."""
    return [(a.source and a.source.text, a.cue and a.cue.text, a.stance) for a in coded(text).attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The navy rejected the allegation that its sailors had beaten three fishermen.",
            [("The navy", "rejected", "denies"), (None, "allegation", "asserts")],
        ),
        (
            "The bishop rubbished the claim that police had detained four nuns.",
            [("The bishop", "rubbished", "denies"), (None, "claim", "asserts")],
        ),
        (
            "The governor shrugged off warnings that rebels would attack the port.",
            [("The governor", "shrugged off", "denies"), (None, "warnings", "predicts")],
        ),
        ("Auditors are investigating allegations that guards beat the clerk.", [(None, "allegations", "asserts")]),
        ("The court heard the claim that guards had beaten the clerk.", [(None, "claim", "asserts")]),
    ],
)
def test_who_deals_with_a_claim_does_not_make_it(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The opposition repeated the claim that police had detained 40 villagers.",
            [("The opposition", "claim", "asserts")],
        ),
        ("The union has made allegations of torture.", [("The union", "allegations of", "asserts")]),
        (
            "The claims of the opposition that police beat voters were never checked.",
            [("the opposition", "claims", "asserts")],
        ),
    ],
)
def test_who_makes_a_claim_speaks_it(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert claims(text) == expected


def test_a_rejected_event_is_not_on_the_word_of_who_rejects_it() -> None:
    record = coded("The navy rejected the allegation that its sailors had killed three fishermen.")
    (killed,) = [e for e in record.events if e.type == "ASSAULT"]
    by_id = {a.id: a for a in record.attributions}
    assert [(by_id[id].stance, by_id[id].source is None) for id in killed.attribution] == [
        ("asserts", True),
        ("denies", False),
    ]


def test_claims_of_somebody_are_no_content() -> None:
    assert claims("The monitors could not verify the claims of either side.") == []


def test_a_wrong_carrier_is_named(tmp_path: Path) -> None:
    file = tmp_path / "carriers.csv"
    file.write_text("verb,example\nMake,She made a claim.\n", "utf-8")
    with pytest.raises(LexiconError, match=r"carriers.csv:2: 'Make'; write a lower-case verb once"):
        load_carriers(file)
