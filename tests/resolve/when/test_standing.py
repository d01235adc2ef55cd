"""A state that goes on has no day of the story: reports of Thursday 12 March 2026."""

from __future__ import annotations

import pytest

import diurna


def days(text: str, kind: str) -> list[str | None]:
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    return [event.date.start if event.date else None for event in record.events if event.type == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The two met on Tuesday. Two mayors of the party are in jail on corruption charges.", "COERCE"),
        (
            "Former premier Rahim, who is serving a six-year sentence in Kajang Prison, met his lawyer on Tuesday.",
            "COERCE",
        ),
        ("The two met on Tuesday. Mandal spent eleven months in Beur Jail in a land case.", "COERCE"),
        ("She addressed on Tuesday the governor's long-standing displeasure with the leadership.", "ACCUSE"),
    ],
)
def test_it_did_not_come_about_on_the_day_told(text: str, kind: str) -> None:
    assert days(text, kind) == [None]


def test_a_day_of_its_own_stays() -> None:
    assert days("The two met on Tuesday. Karim was taken into custody on Monday.", "COERCE") == ["2026-03-09"]
    assert days("The two met on Tuesday. Karim has been in jail since 2023.", "COERCE") == ["2023-01-01"]
