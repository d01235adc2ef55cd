"""A crowd told of at large takes the number that the next sentence gives it."""

from __future__ import annotations

import diurna


def crowd(text: str) -> tuple[int | None, int | None, str]:
    """Return the participants of the first event of a text: the bounds and the passage."""
    (record,) = diurna.code([text])
    count = record.events[0].counts["participants"]
    return count.min, count.max, count.span.text


def test_hundreds_of_miners_were_900() -> None:
    told = crowd("Hundreds of miners demonstrated in Lima on Monday. The crowd was estimated at 900.")
    assert told == (900, 900, "900")


def test_a_smaller_number_is_not_that_of_the_crowd() -> None:
    told = crowd("Thousands of miners demonstrated in Lima on Monday. The crowd was estimated at 900.")
    assert told == (2000, None, "Thousands of miners")


def test_a_number_told_first_stays() -> None:
    told = crowd("Some 700 miners demonstrated in Lima on Monday. The crowd was estimated at 900.")
    assert told == (700, 700, "Some 700 miners")
