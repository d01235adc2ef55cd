"""What takes no part: a time, each other, troops that somebody moves, and whoever acts already."""

from __future__ import annotations

import diurna


def roles(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    (record,) = diurna.code([text])
    told = [event for event in record.events if event.type == kind]
    return [([p.span.text for p in e.actors], [p.span.text for p in e.recipients]) for e in told]


def test_a_day_takes_no_part() -> None:
    text = "Authorities in Gilgit lifted a night curfew on Saturday."
    assert [recipients for _, recipients in roles(text, "CONCEDE")] == [[]]


def test_troops_that_are_called_up_are_not_acted_against() -> None:
    text = "Venezuela called up 200,000 militiamen along the Guyanese frontier on Friday."
    assert roles(text, "MOBILIZE") == [(["Venezuela"], [])]


def test_troops_that_nobody_moves_act_themselves() -> None:
    assert roles("Two buses were set alight, and the army was placed on standby.", "MOBILIZE") == [(["the army"], [])]


def test_who_swaps_prisoners_is_not_swapped() -> None:
    text = "Tehran and Riyadh swapped 14 prisoners at the port of Bandar Abbas on Wednesday."
    assert roles(text, "COOPERATE") == [(["Tehran", "Riyadh"], [])]


def test_what_is_promised_is_promised_to_whom_the_first_verb_names() -> None:
    text = "He heaped compliments on the Buryat governor and pledged a rail link, a hotel and a panda."
    assert ("He", "the Buryat governor") in [(a[0], r[0]) for a, r in roles(text, "AGREE") if a and r]


def test_at_least_belongs_to_the_number() -> None:
    text = "At least 30 people were killed in the protests in Mathare."
    assert [recipients for _, recipients in roles(text, "ASSAULT")] == [["At least 30 people"]]


def test_who_accuse_each_other_are_both_accusers() -> None:
    text = "Sudan's army and the Rapid Support Forces accused each other of breaking a truce in El Obeid."
    assert roles(text, "ACCUSE") == [(["Sudan's army", "the Rapid Support Forces"], [])]


def test_what_is_withdrawn_is_not_acted_against() -> None:
    text = "Vietnam, which also claims the shoal, withdrew a survey ship from the area on Sunday."
    assert roles(text, "RETREAT") == [(["Vietnam"], [])]


def test_those_joined_by_and_have_one_role() -> None:
    text = "Colonel Coulibaly signed the order after talks with the traders' union and religious leaders."
    ((actors, recipients),) = roles(text, "CONSULT")
    assert {"the traders' union", "religious leaders"} <= set(actors) or {
        "the traders' union",
        "religious leaders",
    } <= set(recipients)
