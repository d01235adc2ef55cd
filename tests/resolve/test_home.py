"""Whose country an actor without a country of its own words has."""

from __future__ import annotations

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


def test_who_has_no_country_is_of_the_one_the_article_is_about() -> None:
    record = coded("Police in Kenya arrested three protesters in Nairobi. Kenya had banned the march.")
    (arrest,) = [e for e in record.events if e.trigger.text == "arrested"]
    assert [(p.span.text, p.country, p.sector) for p in arrest.actors] == [("Police", "KEN", ("COP",))]
    assert [(p.span.text, p.country, p.sector) for p in arrest.recipients] == [("three protesters", "KEN", ("CVL",))]


def test_an_article_about_two_countries_alike_gives_none() -> None:
    record = coded("India and Pakistan traded accusations. The protesters rejected the ban.")
    (rejected,) = [e for e in record.events if e.trigger.text == "rejected"]
    assert [p.country for p in rejected.actors] == [None]


def test_the_words_it_takes_part_by_tell_the_country_of_a_body() -> None:
    record = coded("The Parliament of New South Wales rejected the bill in Sydney.")
    (rejected,) = [e for e in record.events if e.trigger.text == "rejected"]
    assert [(p.country, p.sector) for p in rejected.actors] == [("AUS", ("LEG",))]


def test_a_part_of_a_persons_name_tells_no_country() -> None:
    record = coded("Jeff Van Drew rejected the bill.")
    (person,) = [e for e in record.entities if e.type == "person"]
    assert person.country is None
