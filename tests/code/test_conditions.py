"""Who lays down a condition asks for what its clauses say, of whoever is to do it."""

from __future__ import annotations

import diurna


def request(text: str) -> tuple[tuple[str, ...], list[str], list[str]]:
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.type == "REQUEST"]
    return event.modes, [p.span.text for p in event.actors], [p.span.text for p in event.recipients]


def test_who_is_to_come_alone_is_asked_for_a_meeting() -> None:
    text = "Imran Masood had laid down a condition that the meeting be held in private and that Ajay Rai come alone."
    assert request(text) == (("meet",), ["Imran Masood"], ["Ajay Rai"])


def test_a_condition_of_which_no_more_is_told_is_asked_of_nobody() -> None:
    assert request("Sources said that the rebels had set two conditions before the talks.") == ((), ["the rebels"], [])


def test_what_is_made_a_precondition_is_asked_for() -> None:
    text = "Party insiders said the PPP had made a new delimitation a precondition for the talks."
    assert request(text)[:2] == (("change",), ["the PPP"])
