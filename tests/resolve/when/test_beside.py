"""Days and hours reckoned from the day just told, in reports of Thursday 2 November 2023."""

from __future__ import annotations

from datetime import date

import pytest

from diurna.resolve.when import Told, expressions, in_turn

TOLD = date(2023, 11, 2)


def found(text: str) -> list[tuple[str, str | None]]:
    mentions = in_turn(Told(one, TOLD, "past") for one in expressions(text))
    return [(one.value, one.start) for one in mentions]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police held nine men on Sunday. They were freed the next day.", "2023-10-30"),
        ("Police held nine men on Sunday. They were freed the day after.", "2023-10-30"),
        ("Police held nine men on Sunday. Three had been beaten the previous night.", "2023-10-28TNI"),
        ("Police held nine men on Sunday. The same evening, shops burned.", "2023-10-29TEV"),
        ("Police held nine men on Sunday. Later that night they fled.", "2023-10-29TNI"),
        ("Police held nine men on Sunday, two days after a bank was robbed.", "P2D"),
        ("Rebels bombed a bridge on October 2 and a bank on the 6th.", "2023-10-06"),
        ("Six guards died on Monday. The gate was rammed at 5:20 a.m.", "2023-10-30T05:20"),
        ("Marchers set off on Monday and reached the square two hours later.", "2023-10-30"),
    ],
)
def test_what_leans_on_a_day_is_reckoned_from_it(text: str, value: str) -> None:
    assert found(text)[-1][0] == value


def test_a_day_after_tells_the_day_of_what_went_before() -> None:
    assert found("Police held nine men on Sunday, two days after a bank was robbed.")[-1] == ("P2D", "2023-10-27")


@pytest.mark.parametrize(
    "text",
    [
        "They were freed the next day.",  # no day before it
        "Police held nine men last week. They were freed the next day.",  # which day is not told
        "Police held nine men today. They were freed the next day.",  # that would be to come
        "Rebels bombed a bridge on October 6 and a bank on the 2nd.",  # of which month?
    ],
)
def test_where_the_day_is_not_told_there_is_none(text: str) -> None:
    assert found(text)[-1][1] is None


def test_the_day_of_a_saying_is_not_that_of_the_story() -> None:
    text = "Police held nine men on Sunday, they said on Tuesday. They were freed the next day."
    sunday, tuesday, next_day = (Told(one, TOLD, "past") for one in expressions(text))
    mentions = in_turn([sunday, tuesday._replace(reported=True), next_day])
    assert mentions[-1].value == "2023-10-30"


def test_the_day_before_a_saying_is_not_told_for_sure() -> None:
    text = "Police held nine men on Sunday. On Tuesday she said they had been freed the previous day."
    sunday, tuesday, before = (Told(one, TOLD, "past") for one in expressions(text))
    assert in_turn([sunday, tuesday._replace(reported=True), before])[-1].start is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shops burned on the eve of Tuesday's vote.", "2023-10-30"),
        ("Shops burned in the week before Easter.", "2023-04-02/2023-04-08"),
        ("Shops burned on the Tuesday after Easter.", "2023-04-11"),
        ("Shops burned on the day before Halloween.", "2023-10-30"),
        ("A roof fell on May 1, 2021. The following January the mayor left.", "2022-01"),
        ("In 2009 guards shot a man. A decade later the mine shut.", "2019"),
        ("In 2021 the town went bankrupt. That October, the mayor left.", "2021-10"),
    ],
)
def test_by_a_feast_or_a_year_told(text: str, value: str) -> None:
    assert found(text)[-1][0] == value


@pytest.mark.parametrize(
    "text", ["He said that October was cold.", "She lives on the 6th floor.", "It was the day after they met."]
)
def test_other_words_are_not_reckoned(text: str) -> None:
    assert [one.means for one in expressions(text)] in ([], ["calendar"])
    assert all("this" not in dict(one.fields) for one in expressions(text))
