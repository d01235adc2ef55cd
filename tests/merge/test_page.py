"""The page around two tellings says whether they are one event: other places, time between, "another", a digest."""

from __future__ import annotations

import dataclasses

import diurna
from diurna.merge import Page
from diurna.merge.page import around
from diurna.records import Event, Place, Span


def told(text: str, kind: str) -> list[tuple[str, list[str]]]:
    """Return the event type's triggers, each with its mentions, of an article of 12 March 2026."""
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    return [(e.trigger.text, [m.text for m in e.mentions]) for e in record.events if e.type == kind]


def said(text: str, *triggers: str) -> dict[str, float]:
    """Return what the page says of two tellings of an assault, those that are 0 left out."""
    starts = [0, *(place + 2 for place in range(len(text)) if text.startswith(". ", place))]
    places = [text.index(words) for words in triggers]
    events = [
        Event(f"ev{number}", "ASSAULT", Span.of(text, at, at + len(words)), "happened", 0.8)
        for number, (at, words) in enumerate(zip(places, triggers, strict=True))
    ]
    page = Page.of(text, [(start, len(text)) for start in starts], events)
    return {name: value for name, value in around(events[0], events[1], page).items() if value}


def test_time_that_lies_between_two_attacks_is_seen() -> None:
    text = "Gunmen attacked a church in Jos on Sunday, hours after bombers struck a market."
    assert said(text, "attacked", "struck") == {"brief_page": 1, "same_sentence": 1, "elapsed": 1}


def test_time_that_is_told_behind_the_second_is_seen() -> None:
    text = "Police fired tear gas at marchers in Lome. Soldiers shot eleven people there a year ago."
    assert said(text, "fired", "shot") == {"brief_page": 1, "headline": 1, "elapsed": 1}


def test_time_that_nobody_counts_from_the_first_says_nothing() -> None:
    text = "Gunmen attacked a church in Jos. The raid on it lasted two hours."
    assert said(text, "attacked", "raid") == {"brief_page": 1, "headline": 1}


def test_another_attack_is_called_so() -> None:
    text = "A soldier died when rebels shelled a post. In another attack they burned a truck."
    assert said(text, "shelled", "attack") == {"brief_page": 1, "headline": 1, "another": 1}


def test_places_of_two_names_are_apart() -> None:
    text = "Drones hit a depot in Orel. Drones hit homes in Tula."
    first, second = (Span.of(text, at, at + 3) for at in (7, 35))
    orel, tula = (Place(None, name, country="RUS") for name in ("Orel", "Tula"))
    events = [
        Event("ev1", "ASSAULT", first, "happened", 0.8, place=orel),
        Event("ev2", "ASSAULT", second, "happened", 0.8, place=tula),
    ]
    page = Page.of(text, [(0, 27), (28, 53)], events)
    assert around(events[0], events[1], page)["places_apart"]
    assert not around(events[0], events[0], page)["places_apart"]


def test_attacks_in_two_provinces_hours_apart_are_two() -> None:
    text = (
        "A suicide bomber killed nine worshippers at a mosque in Kunduz on Friday, police said. "
        "Hours earlier gunmen had killed two teachers in Herat."
    )
    assert told(text, "ASSAULT") == [("killed", []), ("killed", [])]


def test_an_attack_that_is_taken_up_days_later_is_one() -> None:
    text = (
        "Gunmen attacked a church in Jos on Sunday and killed four people. "
        "Two days after the attack, the governor visited the village."
    )
    assert [trigger for trigger, _ in told(text, "ASSAULT")] == ["attacked"]


def test_marches_and_strikes_of_a_months_digest_are_events_of_their_own() -> None:
    text = (
        "Protests against the fuel tax filled the streets of Lagos on May 2. The union said thousands came. "
        "The president flew to Accra. In Kano, students marched against fees. Police said the march was peaceful. "
        "The naira fell again. The central bank met on Tuesday. Rice prices rose by a fifth. "
        "Doctors went on strike in Enugu on May 9. The hospital closed two wards. The strike ended after a week. "
        "A new port was opened in Lekki. Traders blocked the bridge at Onitsha. They want a lower toll."
    )
    assert told(text, "PROTEST") == [
        ("Protests", []),
        ("marched", ["march"]),
        ("went on strike", ["strike"]),
        ("blocked", []),
    ]


def test_a_place_that_opens_a_sentence_opens_another_scene() -> None:
    text = (
        "Five people were killed as rioting spread in Gujarat on Friday. In Bharuch, a mob stoned a bus. "
        "A shopkeeper was stabbed. In Surat, pilgrims were attacked with swords. A tea seller was hacked to death."
    )
    told_of = [
        words for words, mentions in told(text, "ASSAULT") if words in ("stabbed", "attacked", "hacked to death")
    ]
    assert told_of == ["stabbed", "attacked"]
    (record,) = diurna.code([{"text": text, "published": "2002-03-02"}])
    places = {e.trigger.text: e.place and e.place.name for e in record.events}
    assert places["stabbed"] == "Bharuch" and places["attacked"] == "Surat"


def test_elsewhere_and_in_another_incident_open_another_scene() -> None:
    text = (
        "A crowd attacked a van in Bokaro. Two constables were hurt. "
        "Elsewhere, a crowd attacked a bus. In another incident, a crowd attacked a jeep."
    )
    starts = [0, *(place + 2 for place in range(len(text)) if text.startswith(". ", place))]
    assert Page.of(text, [(start, len(text)) for start in starts], []).scenes == (None, None, "2", "3")


def test_a_headline_may_be_of_any_scene() -> None:
    text = "Two shot. In Kano, gunmen shot a guard."
    events = [Event("ev1", "ASSAULT", Span.of(text, at, at + 4), "happened", 0.8) for at in (4, 27)]
    kano = Place(Span.of(text, 13, 17), "Kano", country="NGA")
    page = Page.of(text, [(0, 9), (10, len(text))], [events[0], dataclasses.replace(events[1], place=kano)])
    assert page.scenes == (None, "Kano")
    assert not around(events[0], events[1], page)["scenes_apart"]
