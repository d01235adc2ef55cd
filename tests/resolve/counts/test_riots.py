"""Numbers as reports of riots and marches tell them: the dead of police firing, crowds, and what is no crowd."""

from __future__ import annotations

import pytest

import diurna


def numbers(text: str) -> dict[str, tuple[int | None, int | None]]:
    (record,) = diurna.code([text])
    return {kind: (count.min, count.max) for event in record.events for kind, count in event.counts.items()}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The police shot dead two rioters in Shahpur.", 2),
        ("Two men were hacked to death in Rampura on Sunday.", 2),
        ("A mob beat three thieves to death.", 3),
        ("Four people were burnt alive by a mob.", 4),
        ("Police firing claimed five lives in Kalupur.", 5),
        ("Some 40 people have been killed in police firing so far.", 40),
    ],
)
def test_how_many_were_killed(text: str, killed: int) -> None:
    assert numbers(text) == {"killed": (killed, killed)}


def test_who_sustained_injuries_was_wounded() -> None:
    assert numbers("Three constables sustained injuries in the clash with a mob.") == {"wounded": (3, 3)}


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("Some 2,000 nurses took out a rally.", 2000),
        ("Some 300 students gheraoed the registrar.", 300),
        ("Some 4,000 porters observed a strike.", 4000),
    ],
)
def test_how_many_took_part(text: str, crowd: int) -> None:
    assert numbers(text) == {"participants": (crowd, crowd)}


@pytest.mark.parametrize(
    "text",
    [
        "Farmers blocked highways in nine states to protest the law.",
        "Workers at a shoe factory went on strike over their pay.",
        "Police conducted raids and seized 20 swords and a revolver.",
    ],
)
def test_what_is_counted_is_no_crowd(text: str) -> None:
    assert numbers(text) == {}


def test_whom_an_accident_killed_before_a_protest_is_not_its_dead() -> None:
    assert numbers("Residents blocked the road after a truck killed two children.") == {}
    assert numbers("Three people were hurt at the march.") == {"wounded": (3, 3)}


def test_the_hurt_of_a_clash_are_not_of_the_arrests_told_after_it() -> None:
    (record,) = diurna.code(["Police fired rubber bullets. At least 12 people were hurt and 30 were arrested."])
    counts = {event.type: {kind: count.min for kind, count in event.counts.items()} for event in record.events}
    assert counts == {"ASSAULT": {"wounded": 12}, "COERCE": {"arrested": 30}}


def test_not_a_single_arrest_is_no_arrest() -> None:
    assert numbers("The police are yet to make a single arrest.") == {}
