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
    record = coded("Jeff Van Dorn rejected the bill.")
    (person,) = [e for e in record.entities if e.type == "person"]
    assert person.country is None


def test_two_countries_told_alike_the_first_sentences_tell_whose_the_article_is() -> None:
    record = coded(
        "The Kenyan president met miners in Kenya. The talks failed. Ghana and Ghanaian firms paid. "
        "The Senate rejected the bill. The Supreme Court convicted two smugglers."
    )
    told = {e.trigger.text: [(p.span.text, p.country, p.sector) for p in e.actors] for e in record.events}
    assert told["rejected"] == [("The Senate", "KEN", ("LEG",))]
    assert told["convicted"] == [("The Supreme Court", "KEN", ("JUD",))]


def test_a_body_named_after_its_country_tells_whose_the_article_is() -> None:
    record = coded(
        "On Monday the United States House of Representatives censured a member. The Senate rejected the bill."
    )
    (rejected,) = [e for e in record.events if e.trigger.text == "rejected"]
    assert [(p.span.text, p.country) for p in rejected.actors] == [("The Senate", "USA")]


def test_who_is_sentenced_and_nothing_else_is_a_criminal() -> None:
    record = coded("A judge in Texas sentenced Walter Plum to nine years in prison.")
    (person,) = [e for e in record.entities if e.name == "Walter Plum"]
    assert person.sector == ("CRM",)


def test_who_is_sentenced_keeps_what_else_is_told_of_him() -> None:
    record = coded("A judge in Ankara sentenced journalist Deniz Aras to nine years in prison.")
    (person,) = [e for e in record.entities if e.name == "Deniz Aras"]
    assert person.sector == ("JRN",)


def test_who_stabs_people_and_nothing_else_is_a_criminal() -> None:
    record = coded("Walter Plum stabbed three people at a market in Leeds on Friday. Constable Ann Reed shot him.")
    sectors = {e.name: e.sector for e in record.entities}
    assert sectors["Walter Plum"] == ("CRM",)
    assert sectors["Ann Reed"] == ("COP",)


def test_the_leaders_of_the_world_are_of_no_country() -> None:
    record = coded("Police in Kenya arrested nine men in Nairobi. World leaders condemned the arrests.")
    (condemned,) = [e for e in record.events if e.trigger.text == "condemned"]
    assert [p.country for p in condemned.actors] == [None]
