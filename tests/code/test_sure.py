"""A sure entry of the lexicon says which type is told, whatever type the head reads; its near misses are left."""

from __future__ import annotations

import pytest

import diurna


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    (record,) = diurna.code([text])
    return [(e.type, [a.span.text for a in e.actors], [r.span.text for r in e.recipients]) for e in record.events]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Portugal summoned the Spanish ambassador.", "ACCUSE", ["Portugal"], ["the Spanish ambassador"]),
        ("Insurgents took Bukavu in February.", "COERCE", ["Insurgents"], ["Bukavu"]),
        ("Bukavu fell to the insurgents in February.", "COERCE", ["the insurgents"], ["Bukavu"]),
        ("Mr Sato called on President Marcos in Manila on Friday.", "CONSULT", ["Mr Sato"], ["President Marcos"]),
        ("Forty girls were seized from a school in Kaduna.", "ASSAULT", [], ["Forty girls"]),
        ("The Senate subpoenaed the banker.", "ACCUSE", ["The Senate"], ["the banker"]),
        ("Oman swapped two prisoners with Yemen.", "COOPERATE", ["Oman"], ["Yemen"]),
        ("Nigerian soldiers freed six hostages.", "AID", ["Nigerian soldiers"], ["six hostages"]),
        ("Togo ordered two Ghanaian diplomats to leave.", "SANCTION", ["Togo"], ["two Ghanaian diplomats"]),
        ("Prosecutors dropped all charges against the editor.", "CONCEDE", ["Prosecutors"], ["the editor"]),
        ("The junta lifted the curfew.", "CONCEDE", ["The junta"], []),
        ("Togo has extradited the banker to Ghana.", "COOPERATE", ["Togo"], ["Ghana"]),
        ("The mayor backed down on his plan to tax bicycles.", "CONCEDE", ["The mayor"], []),
        ("A jury in Accra found the two editors not guilty.", "CONCEDE", ["A jury"], ["the two editors"]),
        ("A general strike brought Lisbon to a standstill.", "PROTEST", [], []),
        ("Dhaka summoned the Indian high commissioner.", "ACCUSE", ["Dhaka"], ["the Indian high commissioner"]),
        ("Peru ordered two battalions to the border.", "MOBILIZE", ["Peru"], ["the border"]),
        ("Kenya has begun selling electricity to Uganda.", "COOPERATE", ["Kenya"], ["Uganda"]),
        ("The guerrillas received rockets from Iran.", "AID", ["Iran"], ["The guerrillas"]),
        ("Pyongyang fired two rockets into the sea.", "MOBILIZE", ["Pyongyang"], ["the sea"]),
        ("Togo and Benin held naval drills together.", "COOPERATE", ["Togo", "Benin"], []),
        ("Armenia's premier bowed out.", "RETREAT", ["Armenia's premier"], []),
        ("Police ringed the parliament in Tbilisi.", "MOBILIZE", ["Police"], ["the parliament"]),
        ("Settlers set fire to olive groves near Nablus.", "ASSAULT", ["Settlers"], ["olive groves"]),
        ("The mayor ordered residents to stay indoors after dark.", "COERCE", ["The mayor"], ["residents"]),
    ],
)
def test_what_can_hardly_mean_anything_else(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    assert told(text) == [(kind, actors, recipients)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The unions called on the president to resign.", {"REQUEST", "RETREAT"}),
        ("Unemployment fell to four percent in February.", set()),
        ("She took London buses to work.", set()),
        ('"I was never a traitor," the singer told reporters.', set()),
        ("Police seized a ton of cocaine from a school bus.", {"COERCE"}),
        ("The gang freed six hostages.", {"RETREAT"}),
        ("Teenagers swapped football cards in the square.", set()),
        ("A jury in Accra found the two editors guilty.", {"SANCTION"}),
        ("She ordered two chairs to the kitchen.", set()),
        ("Hamas fired two rockets into Ashkelon.", {"ASSAULT"}),
    ],
)
def test_near_misses_are_left(text: str, types: set[str]) -> None:
    assert {kind for kind, _, _ in told(text)} == types


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The junta refused to lift the curfew.", "REJECT"),
        ("The mayor refused to back down.", "REJECT"),
        ("The junta must lift the curfew, the bishops said.", "REQUEST"),
    ],
)
def test_a_refusal_or_a_duty_is_not_sure(text: str, kind: str) -> None:
    assert kind in {told_kind for told_kind, _, _ in told(text)}


def test_a_verb_and_the_noun_that_it_carries_are_one_event() -> None:
    assert [kind for kind, _, _ in told("The mayor filed a lawsuit against the company.")] == ["ACCUSE"]
