"""Who acts: not whoever only answers to it, and not the subject of the verb above."""

from __future__ import annotations

import diurna


def actors(text: str, kind: str) -> list[list[str]]:
    (record,) = diurna.code([text])
    return [[p.span.text for p in e.actors] for e in record.events if e.type == kind]


def test_who_condemns_an_abduction_abducts_nobody() -> None:
    text = "The bishop condemned the abduction in a message conveyed by his sister."
    assert actors(text, "ASSAULT") == [[]]


def test_an_attack_that_is_condemned_keeps_its_own_actor() -> None:
    assert actors("The bishops condemned the attack by Israel on the hospital.", "ASSAULT") == [["Israel"]]


def test_who_denies_an_accusation_did_not_make_it() -> None:
    assert actors("The junta denied the accusation.", "ACCUSE") == [[]]


def test_who_is_rebuked_for_detaining_people_detained_them() -> None:
    text = "The Nairobi High Court pulled up the county police for detaining six traders."
    assert ["the county police"] in actors(text, "COERCE")


def test_who_claims_responsibility_for_bombing_bombed() -> None:
    assert actors("The rebels claimed responsibility for bombing the market.", "ASSAULT") == [["The rebels"]]


def test_both_sides_of_a_clash_clash() -> None:
    assert actors("APC supporters clashed with PDP activists in Kano.", "PROTEST") == [
        ["APC supporters", "PDP activists"]
    ]


def test_who_grants_a_request_did_not_make_it() -> None:
    assert actors("The tribunal granted the newspaper's request for a hearing.", "REQUEST") == [["the newspaper"]]


def test_who_accepts_a_resignation_does_not_resign() -> None:
    assert actors("The president accepted her resignation on Monday.", "RETREAT") == [["her"]]


def test_who_arranges_or_allows_a_meeting_is_none_of_its_sides() -> None:
    assert actors("State House had arranged the meeting to weaken the opposition.", "CONSULT") == [[]]


def test_who_is_asked_next_is_not_whom_the_mockery_is_of() -> None:
    text = "The Labour Party mocked the reconciliation and urged the Electoral Commission to ignore the letters."
    (record,) = diurna.code([text])
    told = {event.type: [p.span.text for p in event.recipients] for event in record.events}
    assert told == {"ACCUSE": [], "REQUEST": ["the Electoral Commission"]}
