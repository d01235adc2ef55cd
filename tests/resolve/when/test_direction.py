"""Which way a bare date points, and what day that gives an event, in sentences told on Wednesday 8 October 2025."""

from __future__ import annotations

from datetime import date

import pytest

import diurna


def told(text: str, on: str = "2025-10-08") -> tuple[list[str], dict[str, str | None]]:
    """Return the values of the dates, and the first day of each event by its trigger."""
    (record,) = diurna.code([{"text": text, "published": on, "language": "en"}])
    days = {event.trigger.text: event.date.start if event.date else None for event in record.events}
    return [one.value for one in record.dates], days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A nurses' strike has been announced for November 3.", "2025-11-03"),
        ("The three men would be tried in Mombasa on Friday, police said.", "2025-10-10"),
        ("The minister ordered the closure of the port for 30 days starting Friday.", "2025-10-10"),
        ("The envoy, who is on a visit to Lima through Saturday, declined to comment.", "2025-10-11"),
        ("Relatives demanded that the two nurses be freed before Christmas.", "2025-12-25"),
        ("The union told its members to strike by Friday.", "2025-10-10"),
        ("A march is planned for Friday week, or on Monday week.", "2025-10-20"),
        ("The truce holds until Orthodox Easter 2026.", "2026-04-12"),
    ],
)
def test_what_is_to_come_lies_ahead(text: str, value: str) -> None:
    assert told(text)[0][-1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Unions had called the march for Monday to demand more pay.", "2025-10-06"),
        ("Officials said on Monday that talks would resume on Tuesday.", "2025-10-07"),
        ("Prices fell for three days starting Friday.", "2025-10-03"),
        ("The rebels had fled the town by Friday.", "2025-10-03"),
        ("The villagers managed to flee by Friday.", "2025-10-03"),
    ],
)
def test_what_was_done_lies_behind(text: str, value: str) -> None:
    assert told(text)[0][-1] == value


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [
        ("Two men were arrested in Hull over the weekend.", "2025-10-09", "2025-W40-WE"),
        ("Two men will march in Hull over the weekend.", "2025-10-07", "2025-W41-WE"),
        ("Another rally is planned for next Saturday.", "2025-10-10", "2025-10-18"),
        ("Another rally is planned for next Saturday.", "2025-10-06", "2025-10-11"),
        ("A second round, planned for Christmas Day, was cancelled.", "2025-12-27", "2025-12-25"),
    ],
)
def test_it_depends_on_the_day_of_writing(text: str, on: str, value: str) -> None:
    assert told(text, on)[0] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The group called on the army to lift the siege by the end of the month.",
        "The premier promised elections by the end of this year.",
        "Relatives want the two nurses freed before Christmas.",
    ],
)
def test_a_deadline_does_not_date_the_demand(text: str) -> None:
    assert next(iter(told(text)[1].values())) == date(2025, 10, 8).isoformat()


def test_a_month_gone_by_dates_what_was_done_by_its_end() -> None:
    _, days = told("Soldiers had seized the port by the end of September.")
    assert list(days.values()) == ["2025-09-01"]
