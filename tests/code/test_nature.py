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
