"""What was not held: marches called off, strikes only threatened, rallies without permission, the right to protest."""

from __future__ import annotations

import pytest

import diurna
from diurna.annotate import annotate
from diurna.code.events import find_events
from diurna.read import article_of


def status(text: str, kind: str = "PROTEST") -> list[str]:
    (record,) = diurna.code([text])
    return [event.status for event in record.events if event.type == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The march was called off at the last minute.",
        "The party leader called off the Tuesday demonstrations.",
        "The dockers withdrew their proposed strike.",
        "The strike was averted at the last minute.",
        "The protest did not take place.",
    ],
)
def test_what_was_called_off_did_not_happen(text: str) -> None:
    assert status(text) == ["negated"]


@pytest.mark.parametrize(
    "text",
    [
        "The bakers threatened to go on an indefinite strike from Monday.",
        "The teachers have given a strike notice.",
        "The police denied permission for the rally.",
        "The students decided against holding a protest.",
    ],
)
def test_what_is_threatened_or_not_allowed_is_open(text: str) -> None:
    assert status(text) == ["hypothetical"]


def test_a_strike_called_for_a_day_is_to_come() -> None:
    assert status("A nationwide strike has been called for March 28.") == ["future"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said people have the right to protest.",
        "Protests are a sign of a healthy democracy, the minister said.",
    ],
)
def test_of_protest_in_general_nothing_is_told(text: str) -> None:
    assert not status(text)


@pytest.mark.parametrize(
    "text",
    [
        "The farmers ended their protest on Sunday.",
        "The strike entered its fifth day.",
        "Students marched for the right to vote.",
        "The march against the dam took place on Sunday.",
    ],
)
def test_what_was_held_happened(text: str) -> None:
    assert status(text) == ["happened"]


@pytest.mark.parametrize(
    "text",
    [
        "Police stood by as the crowd went home.",
        "The guards looked the other way when the gate was opened.",
        "The constables turned a blind eye to the trade.",
    ],
)
def test_who_only_watches_does_nothing(text: str) -> None:
    (record,) = diurna.code([text])
    assert not record.events


@pytest.mark.parametrize(
    "text", ["It was not clear who had fired the live rounds.", "It is not known who killed the priest."]
)
def test_what_nobody_knows_the_doer_of_happened(text: str) -> None:
    assert status(text, "ASSAULT") == ["happened"]


def test_what_is_not_known_to_have_happened_is_open() -> None:
    assert status("It was not clear whether the guards had fired live rounds.", "ASSAULT") == ["hypothetical"]


@pytest.mark.parametrize("text", ["Curfew was lifted in Karimganj on Friday.", "The collector relaxed the curfew."])
def test_a_curfew_that_is_relaxed_is_not_imposed(text: str) -> None:
    assert not status(text, "COERCE")
    assert status(text, "CONCEDE") == ["happened"]


def test_a_curfew_is_told_once_by_verb_and_noun() -> None:
    (document,) = annotate([article_of("Curfew was clamped in the old town.")])
    assert [event.type for event in find_events(document)] == ["COERCE"]


def test_an_agreement_that_was_not_reached_is_a_failure_alone() -> None:
    (record,) = diurna.code(
        ["Palestinians and Israelis failed to reach agreement on the water of the valley on Sunday."]
    )
    assert [event.type for event in record.events] == ["REJECT"]


def test_one_that_was_is_told() -> None:
    (record,) = diurna.code(["Palestinians and Israelis reached agreement on the water of the valley on Sunday."])
    assert [event.type for event in record.events] == ["AGREE"]
