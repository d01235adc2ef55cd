"""What is said on an occasion is of the occasion's day: reports of Thursday 12 March 2026."""

from __future__ import annotations

import pytest

import diurna


def days(text: str) -> dict[str, str | None]:
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    return {event.trigger.text: event.date.start if event.date else None for event in record.events}


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Speaking to reporters in Lusaka on Tuesday, President Banda accused the opposition.", "accused", "10"),
        ("At a rally held on Sunday in Pune, Patil accused the chief minister.", "accused", "08"),
        ("In a statement issued late on Monday, the ministry condemned the raid.", "condemned", "09"),
        ("In a Monday statement, the foreign ministry accused Kenya of lying.", "accused", "09"),
        ("At a Tuesday press conference, Mayor Ruiz apologized to the miners.", "apologized", "10"),
        ("When announcing the curfew on Monday, Governor Lal praised the police.", "praised", "09"),
        (
            "Prosecutors charged the mayor with sedition, they said Sunday - a charge that may bring death.",
            "charged",
            "08",
        ),
        ("On Tuesday a court upheld a lawsuit filed on Friday by the union.", "lawsuit", "06"),
    ],
)
def test_the_occasion_has_its_day(text: str, trigger: str, day: str) -> None:
    assert days(text)[trigger] == f"2026-03-{day}"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("President Banda, elected in 2021, accused the opposition.", "accused"),
        ("The party accused him of a breach of the 2021 budget.", "accused"),
        ("The minister criticised a report published on Monday.", "criticised"),
    ],
)
def test_what_only_belongs_to_something_else_dates_nothing(text: str, trigger: str) -> None:
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    (event,) = (event for event in record.events if event.trigger.text == trigger)
    assert event.date is None or event.date.basis not in ("clause", "sentence")
