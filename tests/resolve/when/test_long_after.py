"""What came "two days after" lies so long before the day that the sentence tells."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mumba on Thursday denied a plot, two days after police searched her house.", ("2026-03-10", "2026-03-10")),
        ("The two held talks on Friday, ten years after the army bombed Bamako.", ("2016-01-01", "2016-12-31")),
        ("On Thursday police searched her house after the king denied a plot.", ("2026-03-12", "2026-03-12")),
    ],
)
def test_so_long_after_counts_back(text: str, day: tuple[str, str]) -> None:
    (record,) = diurna.code([{"text": text, "published": "2026-03-14"}])
    event = next(e for e in record.events if e.trigger.text in ("searched", "bombed"))
    assert event.date is not None and (event.date.start, event.date.end) == day


def test_what_is_to_be_lies_ahead() -> None:
    text = "A station reported the lawyer is to be sentenced in June."
    (record,) = diurna.code([{"text": text, "published": "2026-03-14"}])
    assert record.dates[0].value == "2026-06"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Warren announced on Thursday she was endorsing Moss for this year's election.", "2026-03-12"),
        ("Police broke up Friday's march.", "2026-03-13"),
    ],
)
def test_a_year_that_owns_something_else_dates_only_that(text: str, day: str) -> None:
    (record,) = diurna.code([{"text": text, "published": "2026-03-14"}])
    assert {event.date.start for event in record.events if event.date} == {day}
