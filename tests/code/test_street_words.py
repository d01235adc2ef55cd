"""Riots, protests and police action as local papers tell them: what is told, by whom, to whom, whether it happened."""

from __future__ import annotations

import pytest

import diurna
from diurna.records import Event


def events(text: str) -> list[Event]:
    (record,) = diurna.code([{"text": text, "published": "2007-04-12"}])
    return list(record.events)


def told(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Return type, trigger, actors and recipients of each event."""
    return [
        (e.type, e.trigger.text, [a.span.text for a in e.actors], [r.span.text for r in e.recipients])
        for e in events(text)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("Five policemen were injured in the stone-pelting.", "ASSAULT", "stone-pelting"),
        ("The seamen's union extended its strike by 48 hours.", "PROTEST", "extended"),
    ],
)
def test_a_trigger_is_whole_words_without_what_determines_the_next(text: str, kind: str, trigger: str) -> None:
    assert (kind, trigger) in [(event.type, event.trigger.text) for event in events(text)]


def test_who_had_windows_smashed_did_not_smash_them() -> None:
    (event,) = events("Motorists had their windscreens smashed near Cosmo City.")
    assert (event.type, event.trigger.text, event.actors) == ("PROTEST", "smashed", ())


def test_what_is_fired_is_nobody() -> None:
    assert told("A sub-inspector fired one round in the air in Nadiad.") == [
        ("ASSAULT", "fired", ["A sub-inspector"], [])
    ]


def test_who_is_told_as_striking_strikes() -> None:
    assert told("Police opened fire on striking sugar workers in Senta.") == [
        ("ASSAULT", "opened fire on", ["Police"], ["striking sugar workers"]),
        ("PROTEST", "striking", ["workers"], []),
    ]


def test_a_number_keeps_what_goes_before_it() -> None:
    assert told("More than 27,000 persons were displaced.")[0][3] == ["More than 27,000 persons"]
    assert told("Police in Nadiad shot and killed at least three people.") == [
        ("ASSAULT", "shot and killed", ["Police"], ["at least three people"])
    ]


def test_whom_a_court_sent_to_jail_is_the_recipient() -> None:
    ((kind, _, actors, recipients),) = told("A Dhaka court sent seven students to jail.")
    assert (kind, actors, recipients) == ("COERCE", ["A Dhaka court"], ["students"])


def test_a_town_where_a_blockade_is_held_is_no_recipient() -> None:
    assert told("Commuters staged a rail roko at New Jalpaiguri for two hours.") == [
        ("PROTEST", "roko", ["Commuters"], [])
    ]


def test_a_bandh_that_has_been_called_on_a_day_is_to_come_on_it() -> None:
    text = "The VHP has called a bandh in the district on Saturday."
    (event,) = [event for event in events(text) if event.type == "PROTEST"]
    assert (event.status, event.date and event.date.start) == ("future", "2007-04-14")


def test_a_rally_that_has_been_called_off_is_no_call() -> None:
    (event,) = [e for e in events("The BJD has called off its rally on Saturday.") if e.type == "CONCEDE"]
    assert (event.trigger.text, event.status) == ("called off", "happened")


def test_a_stayaway_that_would_be_embarked_on_is_not_yet() -> None:
    text = "The union would embark on a stayaway next Monday if the mayor did not accept a memorandum."
    (event,) = [event for event in events(text) if event.type == "PROTEST"]
    assert (event.trigger.text, event.status) == ("stayaway", "hypothetical")


def test_a_threat_withdrawn_and_a_march_cancelled_yield() -> None:
    assert ("CONCEDE", "withdrew") in [t[:2] for t in told("The union withdrew its threat to strike on Friday.")]
    text = "Doctors cancelled a demonstration planned for Wednesday after the minister invited them to talks."
    assert ("CONCEDE", "cancelled") in [t[:2] for t in told(text)]


def test_a_charge_with_truncheons_is_no_accusation() -> None:
    assert told("Gendarmes charged them with truncheons.")[0][:2] == ("ASSAULT", "charged")
    assert told("Prosecutors charged them with assault.")[0][:2] == ("ACCUSE", "charged")


def test_the_army_called_out_is_mobilized() -> None:
    ((kind, trigger, actors, _),) = told("The Army was called out in Hyderabad on Monday.")
    assert (kind, trigger, actors) == ("MOBILIZE", "called out", ["The Army"])


def test_compensation_announced_is_a_promise() -> None:
    text = "District Collector S. Mehta has announced a compensation of Rs 50,000 to the families of the dead."
    assert told(text) == [("AGREE", "announced", ["District Collector S. Mehta"], ["the families"])]
