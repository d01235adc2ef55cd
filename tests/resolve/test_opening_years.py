"""A year that opens a sentence holds for its months; weekdays by turn: reports of Thursday 12 March 2026."""

from __future__ import annotations

import pytest

import diurna


def values(text: str, published: str = "2026-03-12") -> list[str]:
    (record,) = diurna.code([{"text": text, "published": published}])
    return [date.value for date in record.dates]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In 2021 he was arrested in March and freed in July.", ["2021", "2021-03", "2021-07"]),
        ("In the 2016 election the party backed Vega until June.", ["2016", "2016-06"]),
        ("He was jailed in 2021 and freed in February.", ["2021", "2026-02"]),
        ("In 2021 he was jailed. Guards freed him in February.", ["2021", "2026-02"]),
    ],
)
def test_a_year_that_opens_a_sentence_holds_for_it(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels freed eight hostages last Wednesday.", "2026-03-04"),  # told on Thursday, not yesterday
        ("Rebels freed eight hostages last Monday.", "2026-03-09"),
        ("The president will meet union leaders on Thursday.", "2026-03-12"),
        ("The president will meet union leaders next Thursday.", "2026-03-19"),
    ],
)
def test_weekdays_near_the_day_of_writing(text: str, wanted: str) -> None:
    assert values(text) == [wanted]
