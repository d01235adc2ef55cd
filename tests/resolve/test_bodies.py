"""Persons coded by the body they are of."""

from __future__ import annotations

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Entity


def person(text: str, name: str) -> Entity:
    (record,) = code_articles([article_of(text, id="one")])
    return next(one for one in record.entities if one.name == name)


def test_a_director_is_of_the_sector_of_what_he_directs() -> None:
    text = "Relief group Hopewell organized a protest in Texas. Police arrested its director, Julia Ortega."
    assert person(text, "Julia Ortega").sector == ("SOC",)


def test_an_office_that_tells_a_sector_goes_before_the_body() -> None:
    text = "Relief group Hopewell organized a protest in Texas. Senator Julia Ortega criticised the group."
    assert person(text, "Julia Ortega").sector == ("LEG",)


def test_who_is_of_an_international_body_is_coded_as_it() -> None:
    brook = person("Tom Brook from Oxfam praised the minister.", "Tom Brook")
    assert (brook.country, brook.sector) == ("NGO", ("SOC",))


def test_who_is_of_nothing_told_has_no_sector() -> None:
    assert person("Tom Brook praised the minister.", "Tom Brook").sector == ()
