"""TIMEX3 values, told on Wednesday 8 October 2025."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.records import DateMention
from diurna.resolve.when import expressions, value_of
from diurna.resolve.when.calendar import Direction, easter

TOLD = date(2025, 10, 8)


def value(text: str, direction: Direction | None = None, anchor: date | None = TOLD) -> DateMention:
    (only,) = expressions(text)
    return value_of(only, anchor, direction)


@pytest.mark.parametrize(
    ("text", "wanted", "start", "end"),
    [
        ("He was freed yesterday.", "2025-10-07", "2025-10-07", "2025-10-07"),
        ("He spoke on Wednesday.", "2025-10-08", "2025-10-08", "2025-10-08"),
        ("He spoke on Friday.", "2025-10-03", "2025-10-03", "2025-10-03"),
        ("He fled last Wednesday.", "2025-10-01", "2025-10-01", "2025-10-01"),
        ("He votes next Monday.", "2025-10-13", "2025-10-13", "2025-10-13"),
        ("He fled last week.", "2025-W40", "2025-09-29", "2025-10-05"),
        ("He arrived this week.", "2025-W41", "2025-10-06", "2025-10-12"),
        ("He fled last month.", "2025-09", "2025-09-01", "2025-09-30"),
        ("He returns next year.", "2026", "2026-01-01", "2026-12-31"),
        ("He won last summer.", "2025-SU", "2025-06-01", "2025-08-31"),
        ("He fell two years ago.", "2023", "2023-01-01", "2023-12-31"),
        ("He fell five months ago.", "2025-05", "2025-05-01", "2025-05-31"),
        ("He fell three days ago.", "2025-10-05", "2025-10-05", "2025-10-05"),
        ("Out since September 23.", "2025-09-23", "2025-09-23", "2025-09-23"),
        ("Out since December.", "2025-12", "2025-12-01", "2025-12-31"),
        ("Profit in the third quarter fell.", "2025-Q3", "2025-07-01", "2025-09-30"),
        ("Q3 2024 was bleak.", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("Free in the 1990s.", "199", "1990-01-01", "1999-12-31"),
        ("Held 5-9 May 2024.", "2024-05-05/2024-05-09", "2024-05-05", "2024-05-09"),
        ("He spoke this morning.", "2025-10-08TMO", "2025-10-08", "2025-10-08"),
        ("Shots rang out at 2:30 p.m. Tuesday.", "2025-10-07T14:30", "2025-10-07", "2025-10-07"),
        ("Fourteen died in the past three days.", "P3D", "2025-10-05", "2025-10-08"),
        ("Struck on Christmas Eve 2024.", "2024-12-24", "2024-12-24", "2024-12-24"),
        ("Filed 10/8/2025.", "2025-10-08", "2025-10-08", "2025-10-08"),
        ("Filed 25/12/2024.", "2024-12-25", "2024-12-25", "2024-12-25"),
        ("Filed 2025-10-08.", "2025-10-08", "2025-10-08", "2025-10-08"),
        ("A 32-year-old died.", "P32Y", None, None),
        ("It took three hours.", "PT3H", None, None),
        ("It took a few days.", "PXD", None, None),
        ("They meet every week.", "P1W", None, None),
        ("He is now free.", "PRESENT_REF", None, None),
        ("He recently fled.", "PAST_REF", None, None),
        ("Raids in recent weeks failed.", "PXW", None, None),
        ("Rates rise over the next three quarters.", "P9M", "2025-10-08", "2026-07-08"),
        ("It lost money in the year ended then.", "P1Y", None, None),
        ("They march each July.", "XXXX-07", None, None),
        ("He spoke on Saturday, April 26: a rainy day.", "2025-04-26", "2025-04-26", "2025-04-26"),
        ("Struck on 31 February 2024.", "XXXX-XX-XX", None, None),
    ],
)
def test_a_value_and_its_days(text: str, wanted: str, start: str | None, end: str | None) -> None:
    mention = value(text)
    assert (mention.value, mention.start, mention.end) == (wanted, start, end)


@pytest.mark.parametrize(
    ("text", "direction", "wanted"),
    [
        ("The court sits Friday.", "future", "2025-10-10"),
        ("The court sat Friday.", "past", "2025-10-03"),
        ("Polls open in November.", "future", "2025-11"),
        ("Polls closed in November.", "past", "2024-11"),
        ("Polls closed on December 3.", "past", "2024-12-03"),
        ("Polls open on September 3.", "future", "2026-09-03"),
    ],
)
def test_a_bare_date_goes_the_way_the_verb_points(text: str, direction: Direction, wanted: str) -> None:
    assert value(text, direction).value == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He spoke Wednesday.", "XXXX-WXX-3"),
        ("He spoke on October 8.", "XXXX-10-08"),
        ("He fled last week.", "PAST_REF"),
        ("He returns next year.", "FUTURE_REF"),
        ("He fled in 2019.", "2019"),
    ],
)
def test_without_an_anchor_a_value_stays_open(text: str, wanted: str) -> None:
    mention = value(text, anchor=None)
    assert mention.value == wanted
    assert (mention.start is None) == (wanted != "2019")


@pytest.mark.parametrize(
    ("text", "wanted", "start", "end"),
    [
        ("In office since October 2024.", "2024-10", "2024-10-01", "2024-10-31"),
        ("Struck on 9 May 2021.", "2021-05-09", "2021-05-09", "2021-05-09"),
        ("Struck on Easter Monday 2024.", "2024-04-01", "2024-04-01", "2024-04-01"),
        ("Q3 2024 was bleak.", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("Talks run from April 7 to 9.", "XXXX-04-07/XXXX-04-09", None, None),
    ],
)
def test_what_carries_its_year_has_its_days_without_an_anchor(
    text: str, wanted: str, start: str | None, end: str | None
) -> None:
    mention = value(text, anchor=None)
    assert (mention.value, mention.start, mention.end) == (wanted, start, end)


@pytest.mark.parametrize(
    ("text", "wanted", "start", "end"),
    [
        ("Closed from Dec. 28 to Jan. 3, 2025.", "2024-12-28/2025-01-03", "2024-12-28", "2025-01-03"),
        ("It fell from May 2024 on.", "2024-05", "2024-05-01", "2024-05-31"),
        ("The following two weeks were calm.", "P2W", "2025-10-08", "2025-10-22"),
        ("Jailed following a two-week trial.", "P2W", None, None),
    ],
)
def test_a_range_of_days_and_a_count_of_weeks(text: str, wanted: str, start: str | None, end: str | None) -> None:
    mention = value(text)
    assert (mention.value, mention.start, mention.end) == (wanted, start, end)


def test_the_first_months_of_a_year_have_their_days() -> None:
    months, year = (
        value_of(one, TOLD) for one in expressions("Gangs killed nine in the first four months of the year.")
    )
    assert (months.span.text, months.value, months.start, months.end) == (
        "the first four months", "P4M", "2025-01-01", "2025-04-30",
    )  # fmt: skip
    assert year.value == "2025"


def test_easter_moves() -> None:
    assert [easter(year) for year in (1998, 2024, 2025)] == [
        date(1998, 4, 12),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ]


@given(st.dates(date(3, 1, 1), date(9000, 1, 1)), st.sampled_from(["past", "future", None]))
def test_the_days_of_a_value_are_in_order_whatever_the_anchor(told: date, direction: Direction | None) -> None:
    text = "Monday, last week, February 29, next month, two decades ago, the weekend, last summer, Easter"
    for one in expressions(text):
        mention = value_of(one, told, direction)
        assert mention.start is None or (mention.end is not None and mention.start <= mention.end)
