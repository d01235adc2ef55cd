"""Days in quotations are those of the speaker: a page of Thursday 12 March 2026 quotes what was said before."""

from __future__ import annotations

import pytest

import diurna


def values(text: str) -> list[str]:
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    return [date.value for date in record.dates]


def test_today_in_a_quotation_is_the_day_told_before() -> None:
    text = 'Governor Otieno resigned on Tuesday. "I resigned this morning after what happened last night," he told NTV.'
    assert values(text) == ["2026-03-10", "2026-03-10TMO", "2026-03-09TNI"]


def test_it_is_the_latest_day_told() -> None:
    text = 'On Tuesday Otieno signed the bill, which had passed on Monday. "Today I end the strike," he wrote.'
    assert values(text) == ["2026-03-10", "2026-03-09", "2026-03-10"]


def test_the_last_night_of_something_is_not_yesterday() -> None:
    assert values("Otieno spoke on the last night of the congress.") == []
    assert values("Otieno spoke last night.") == ["2026-03-11TNI"]


def test_the_day_of_the_saying_decides() -> None:
    text = 'Governor Otieno resigned on Tuesday. "I regret it today," he said on Wednesday.'
    assert values(text) == ["2026-03-10", "2026-03-11", "2026-03-11"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Governor Otieno resigned on Tuesday. His deputy took over today.", ["2026-03-10", "2026-03-12"]),
        ('The mine shut on March 2. "We go home today," a miner said.', ["2026-03-02", "2026-03-12"]),
    ],
)
def test_the_pages_own_today_and_what_is_days_old_are_left(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted
