"""A name before a noun says whose or what kind it is; it is not who the phrase means."""

from __future__ import annotations

import pytest

import diurna


def recipients(text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Return name, country and sectors of the recipients of the only event of a text."""
    (record,) = diurna.code([text])
    (event,) = record.events
    return [(p.name, p.country, p.sector) for p in event.recipients]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Protesters accused a Kenyan judge of bias.", ("a Kenyan judge", "KEN", ("JUD",))),
        ("Police in Manila arrested a Filipino.", ("a Filipino", "PHL", ("CVL",))),
        ("Police in Ankara arrested another CHP mayor.", ("another CHP mayor", "TUR", ("GOV",))),
    ],
)
def test_a_land_or_party_before_a_noun_is_not_the_person(
    text: str, meant: tuple[str | None, str | None, tuple[str, ...]]
) -> None:
    assert recipients(text)[0][:2] == meant[:2]
    assert meant[2][0] in recipients(text)[0][2]


def test_followers_are_not_their_leader() -> None:
    (record,) = diurna.code(["Amadou Keita rejected the vote. Keita followers attacked the mayor."])
    attack = next(event for event in record.events if event.trigger.text == "attacked")
    assert [p.name for p in attack.actors] == ["Keita followers"]


def test_a_name_that_a_common_noun_introduces_is_still_who_is_meant() -> None:
    assert recipients("Police arrested opposition leader Jean Mbeki.")[0][0] == "Jean Mbeki"


def test_fighters_of_a_named_group_are_the_group() -> None:
    assert recipients("The army attacked Hezbollah fighters.")[0][0] == "Hezbollah"
