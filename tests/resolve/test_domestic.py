"""No diplomacy lies between two sides of one country."""

from __future__ import annotations

from dataclasses import replace

import pytest

import diurna
from diurna.records import Event, Participant, Place, Span
from diurna.resolve.domestic import without_diplomacy


def side(name: str, country: str | None) -> Participant:
    return Participant(Span(0, len(name), name), name=name, country=country)


def visit(actor: Participant, *recipients: Participant) -> Event:
    told = {"id": "ev1", "trigger": Span(0, 5, "visit"), "status": "happened", "confidence": 0.9}
    return Event(**told, type="CONSULT", contexts=("election", "diplomatic"), actors=(actor,), recipients=recipients)


@pytest.mark.parametrize(
    ("actor", "recipients", "contexts"),
    [
        (side("the governor", "IND"), [side("the jailed leader", "IND")], ("election",)),
        (side("the governor", "IND"), [side("the consul", "NPL")], ("election", "diplomatic")),
        (side("the governor", "IND"), [side("the envoys", None)], ("election", "diplomatic")),
        (side("the governor", "IND"), [], ("election", "diplomatic")),
        (side("the Council", "UNO"), [side("the envoy", "UNO")], ("election", "diplomatic")),
    ],
)
def test_only_two_sides_known_to_be_of_one_country_have_none(
    actor: Participant, recipients: list[Participant], contexts: tuple[str, ...]
) -> None:
    assert without_diplomacy(visit(actor, *recipients)).contexts == contexts


@pytest.mark.parametrize(("country", "contexts"), [("IND", ("election",)), ("NPL", ("election", "diplomatic"))])
def test_a_visitor_and_the_town_that_he_visits_are_two_sides(country: str, contexts: tuple[str, ...]) -> None:
    told = visit(side("their leaders", "IND"))
    town = Place(Span(0, 6, "Rampur"), "Rampur", country=country)
    assert without_diplomacy(replace(told, modes=("visit",), place=town)).contexts == contexts
    assert "diplomatic" in without_diplomacy(replace(told, place=town)).contexts


@pytest.mark.parametrize(
    ("text", "is_diplomacy"),
    [
        ("Kenyan Health Minister Amos Waweru visited opposition leader Raila Odinga in Bondo on Monday.", False),
        ("Prime Minister Narendra Modi met Congress leader Rahul Gandhi in New Delhi on Monday.", False),
        ("Prime Minister Narendra Modi met Congress leader Rahul Gandhi on Monday. The meeting was private.", False),
        ("Bangladeshi Foreign Minister Touhid Hossain met his Chinese counterpart Wang Yi in Beijing.", True),
    ],
)
def test_a_meeting_within_a_country_is_no_diplomacy_and_one_between_two_is(text: str, is_diplomacy: bool) -> None:
    (record,) = diurna.code([text])
    (event,) = record.events
    assert (event.type, "diplomatic" in event.contexts) == ("CONSULT", is_diplomacy)
