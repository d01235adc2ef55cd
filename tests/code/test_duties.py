"""What somebody is told that he must do is asked of him: REQUEST of the one who says so (corpus/GUIDE.md)."""

from __future__ import annotations

import pytest

import diurna


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    (record,) = diurna.code([text])
    return [(e.type, [a.span.text for a in e.actors], [r.span.text for r in e.recipients]) for e in record.events]


@pytest.mark.parametrize(
    ("text", "asking", "asked"),
    [
        ("Russia said the United States must agree to a ban on space weapons.", "Russia", "the United States"),
        ("Mr Okello said that Kenya must be ready to mediate.", "Mr Okello", "Kenya"),
    ],
)
def test_a_duty_is_asked_for(text: str, asking: str, asked: str) -> None:
    assert told(text) == [("REQUEST", [asking], [asked])]


def test_an_agreement_that_was_made_is_one() -> None:
    text = "Russia said the United States agreed to a ban on space weapons."
    assert {kind for kind, _, _ in told(text)} == {"AGREE"}


def test_a_speaker_asks_nothing_of_his_own() -> None:
    assert "REQUEST" not in {kind for kind, _, _ in told("Mr Okello said that we must agree to a truce.")}
