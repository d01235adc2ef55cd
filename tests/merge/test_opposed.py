"""What each side does to the other are two events, however near they are told."""

from __future__ import annotations

import diurna


def assaults(text: str) -> list[tuple[list[str], str]]:
    (record,) = diurna.code([text])
    return [([a.span.text for a in e.actors], e.trigger.text) for e in record.events if e.type == "ASSAULT"]


def test_police_that_fired_when_attacked_did_so_themselves() -> None:
    told = assaults("Police opened fire when a mob attacked them in Bhiwandi.")
    assert told == [(["Police"], "opened fire"), (["a mob"], "attacked")]


def test_an_attack_told_twice_is_one() -> None:
    told = assaults("A mob attacked the police in Bhiwandi. The attack on the police lasted an hour.")
    assert told == [(["A mob"], "attacked")]


def test_who_was_killed_when_police_fired_was_killed_by_them() -> None:
    (record,) = diurna.code(["A youth was killed and eight people were injured when police fired on a mob in Modasa."])
    (event,) = [event for event in record.events if event.type == "ASSAULT"]
    assert [actor.span.text for actor in event.actors] == ["police"]
    assert {kind: count.min for kind, count in event.counts.items()} == {"killed": 1, "wounded": 8}


def test_what_the_other_side_does_in_the_next_sentence_is_its_own() -> None:
    told = assaults("Troops killed three rebels in Bunia on Friday. In Beni, the rebels killed a priest.")
    assert told == [(["Troops"], "killed"), (["the rebels"], "killed")]
