"""What storms, fires and accidents do to people is no event."""

import pytest

import diurna
from diurna.read import article_of


@pytest.mark.parametrize(
    "sentence",
    [
        "A fire destroyed 200 homes in a slum of Chittagong.",
        "Twelve people were killed by the earthquake in Nepal.",
        "Forty soldiers were killed in a helicopter crash near Kandahar.",
        "A wall killed three labourers in Thane.",
        "A canopy at the station collapsed, killing 16 people.",
        "The minister was in a collision which killed a motorcyclist.",
    ],
)
def test_nature_and_accidents_attack_nobody(sentence: str) -> None:
    (record,) = diurna.code([article_of(sentence, id="a")])
    assert [event.type for event in record.events] == []


@pytest.mark.parametrize("sentence", ["Soldiers killed forty villagers in Kandahar.", "Gunmen set fire to a school."])
def test_people_do(sentence: str) -> None:
    (record,) = diurna.code([article_of(sentence, id="a")])
    assert [event.type for event in record.events] == ["ASSAULT"]


def test_whom_a_collapse_killed_were_not_hit_by_police() -> None:
    text = (
        "Police hit Omar Lazic with a baton on Friday. "
        "The mayor resigned last year after a canopy at the station collapsed, killing 16 people."
    )
    (record,) = diurna.code([article_of(text, id="a")])
    assert [(event.type, dict(event.counts)) for event in record.events] == [("ASSAULT", {}), ("RETREAT", {})]
