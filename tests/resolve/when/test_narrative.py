"""Dates reckoned from what the text told before, in reports of Thursday 2 November 2023."""

from __future__ import annotations

from datetime import date

import pytest

from diurna.resolve.when import Told, expressions, in_turn

TOLD = date(2023, 11, 2)


def values(text: str) -> list[str]:
    return [one.value for one in in_turn(Told(one, TOLD, None) for one in expressions(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry sank on May 3, 2019. The owner fled two days later.", ["2019-05-03", "2019-05-05"]),
        ("He was jailed in March 2015 and freed the following month.", ["2015-03", "2015-04"]),
        ("She was elected in 2011 and resigned the following year.", ["2011", "2012"]),
        ("The siege began on Oct. 6, 2023, after clashes the previous Friday.", ["2023-10-06", "2023-09-29"]),
        ("The port shut in 1998. That year exports halved.", ["1998", "1998"]),
        ("A bomber struck in 2016; in August that year he was named.", ["2016", "2016-08"]),
        ("He was jailed in 2016 and freed on May 3 of the same year.", ["2016", "2016-05-03"]),
        ("The port shut in May 2019. Earlier this month it opened again.", ["2019-05", "2023-11"]),
    ],
)
def test_some_dates_lean_on_the_last_one_told(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


def test_a_day_goes_on_in_the_year_of_the_one_told_before() -> None:
    text = (
        "The bridge fell on May 3, 2019. Divers came on May 5 and left on June 1; a trial runs from June 20 to July 2."
    )
    assert values(text) == ["2019-05-03", "2019-05-05", "2019-06-01", "2019-06-20/2019-07-02"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bridge fell on May 3, 2019. It reopens on December 9.", ["2019-05-03", "2023-12-09"]),
        ("The bridge fell on Oct. 3, 2021. The mayor resigned on Oct. 28.", ["2021-10-03", "2023-10-28"]),
        (
            "The bridge fell on May 3, 2019. On Monday he read out a letter of May 5.",
            ["2019-05-03", "2023-10-30", "2023-05-05"],
        ),
    ],
)
def test_a_day_far_off_or_near_the_report_keeps_to_the_reports_own_year(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


def test_ago_is_reckoned_from_the_day_of_writing() -> None:
    assert values("The ferry sank on May 3, 2019. The owner was found two days ago.") == ["2019-05-03", "2023-10-31"]


def test_figures_are_compared_with_the_same_quarter_of_the_year_before() -> None:
    text = "Profit in the third quarter doubled from a year earlier. Sales in the quarter beat the year-ago period."
    assert values(text) == ["2023-Q3", "2022-Q3", "2023-Q3", "2022-Q3"]


def test_a_date_that_leans_carries_nothing_itself() -> None:
    text = "Profit in the third quarter rose from a year earlier; the latest quarter was the best."
    assert values(text) == ["2023-Q3", "2022-Q3", "2023-Q3"]


def test_a_period_of_a_year_is_of_the_quarter_spoken_of() -> None:
    assert values("Losses in the second quarter grew. In the 2021 period it had none.") == ["2023-Q2", "2021-Q2"]
    assert values("In the 2021 period it had no losses.") == ["2021"]


def test_what_leans_on_a_date_left_open_is_open() -> None:
    text = "She was elected in October 2022. On May 7 she resigned; later that month she fled."
    (_, _, leaning) = in_turn(Told(one, None, None) for one in expressions(text))
    assert (leaning.span.text, leaning.start) == ("that month", None)


def test_without_a_date_before_the_day_of_writing_is_the_base() -> None:
    assert values("A day earlier rebels had fled.") == ["2023-11-01"]
