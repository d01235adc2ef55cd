"""A digest of a month gone by: what no date is told of lies in that month, not on the day it came out."""

from __future__ import annotations

import pytest

import diurna

TEXT = "Police arrested twelve miners in Arlit. On May 9 the unions demanded better wages.\n\n" + (
    "The governor condemned the ministry."
)


def days(title: str, published: str = "2026-06-18") -> list[tuple[str, str, str]]:
    (record,) = diurna.code([{"title": title, "text": TEXT, "published": published}])
    return [(event.date.start, event.date.end, event.date.basis) for event in record.events if event.date]


def test_what_has_no_date_lies_in_the_month_of_the_headline() -> None:
    month = ("2026-05-01", "2026-05-31", "headline")
    assert days("Labour watch: May 2026") == [month, ("2026-05-09", "2026-05-09", "clause"), month]


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Unions look back on the strikes of May 2026", "2026-06-18"),  # what the headline speaks of, not when
        ("Labour watch, May 2024", "2026-06-18"),  # too long ago to be the page's own month
        ("Labour watch, June 2026", "2026-06-18"),  # not over yet
    ],
)
def test_other_months_of_headlines_date_nothing(title: str, published: str) -> None:
    assert [day[2] for day in days(title, published)] == ["published", "clause", "discourse"]
