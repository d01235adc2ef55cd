"""A meeting, visit, aid or support that is still to come is AGREE (PLOVER manual, AGREE)."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president will meet the rebel leader in Juba on Friday.",
        "Norway will send food to the refugees next week.",
    ],
)
def test_cooperation_to_come_is_an_agreement(text: str) -> None:
    (record,) = diurna.code([text])
    assert [(e.type, e.status) for e in record.events] == [("AGREE", "future")]


@pytest.mark.parametrize("day", ["Aug 24", "Sept. 5", "24 August"])
def test_what_is_announced_for_a_day_is_to_come(day: str) -> None:
    (record,) = diurna.code([f"The party's Sindh chapter announced a protest rally for {day}."])
    assert [(e.type, e.status) for e in record.events] == [("PROTEST", "future")]


def test_a_meeting_that_was_held_is_none() -> None:
    (record,) = diurna.code(["The Kenyan president met the rebel leader in Juba on Friday."])
    assert [(e.type, e.status) for e in record.events] == [("CONSULT", "happened")]


def test_a_headline_in_the_present_tense_tells_what_was() -> None:
    (record,) = diurna.code(["SP chief Akhilesh Yadav meets party leader Azam Khan at his residence in Rampur."])
    assert [(e.type, e.status) for e in record.events] == [("CONSULT", "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "No further talks are scheduled between the two ministers.",
        "No date has been set for a second meeting between the two generals.",
    ],
)
def test_no_meeting_planned_is_no_agreement_to_meet(text: str) -> None:
    (record,) = diurna.code([text])
    assert [(e.type, e.status) for e in record.events] == [("AGREE", "negated")]


def test_a_meeting_that_was_not_held_is_no_meeting() -> None:
    (record,) = diurna.code(["The two generals did not meet in Juba."])
    assert [(e.type, e.status) for e in record.events] == [("CONSULT", "negated")]
