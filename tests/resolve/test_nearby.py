"""Whose country somebody has where the sentence itself tells it, whatever the article is about."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


def country(text: str, name: str) -> str | None:
    (entity,) = [one for one in coded(text).entities if one.name == name]
    return entity.country


KENYA = "Kenya's parliament passed a bill in Nairobi. Kenyan farmers praised the Kenyan president. "


@pytest.mark.parametrize(
    ("sentence", "name", "code"),
    [
        ("In Uganda, opposition leader Moses Opio condemned the bill.", "Moses Opio", "UGA"),
        ("In Kampala, prosecutors charged three smugglers.", "prosecutors", "UGA"),
        ("Riot police in Kampala arrested nine smugglers.", "Riot police", "UGA"),
        ("Gangs raided Tanzania's Arusha region, Governor Juma Mollel said.", "Juma Mollel", "TZA"),
    ],
)
def test_the_place_of_the_sentence_tells_whose_somebody_is(sentence: str, name: str, code: str) -> None:
    assert country(KENYA + sentence, name) == code


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In Geneva, the minister met lawyers.", "minister"),
        ("In Somalia, soldiers killed two bandits.", "soldiers"),
        ("Governor Juma Mollel criticised the raids in Tanzania.", "Juma Mollel"),
    ],
)
def test_who_may_be_abroad_is_of_the_country_the_article_is_about(sentence: str, name: str) -> None:
    assert country(KENYA + sentence, name) == "KEN"


def test_the_people_a_description_names_are_its_own() -> None:
    assert country(KENYA + "Raiders abducted two German engineers.", "two German engineers") == "DEU"


def test_what_stands_beside_a_name_tells_whose_he_is() -> None:
    text = KENYA + "Jacob Lauer, a German backpacker, accused the police."
    (entity,) = [one for one in coded(text).entities if one.name == "Jacob Lauer"]
    assert (entity.country, entity.sector) == ("DEU", ("CVL",))


def test_an_expert_of_the_united_nations_is_of_no_country() -> None:
    text = KENYA + "Tom Adler, the UN special rapporteur on torture, accused the police."
    (entity,) = [one for one in coded(text).entities if one.name == "Tom Adler"]
    assert (entity.country, entity.sector) == ("UNO", ("GOV",))


def test_whose_kin_he_is_does_not_tell_what_he_is() -> None:
    text = KENYA + "Jacob Oloo, the son of a banker, accused the police."
    (entity,) = [one for one in coded(text).entities if one.name == "Jacob Oloo"]
    assert entity.sector == ("CVL",)


def test_of_two_countries_told_alike_the_dateline_tells_whose_the_report_is() -> None:
    text = "NAIROBI, Feb 19 - {} and {} traded accusations. The protesters rejected the ban."
    assert country(text.format("Uganda", "Kenya"), "protesters") == "KEN"


def test_a_report_filed_from_a_third_country_is_not_about_it() -> None:
    text = "NAIROBI, Feb 19 - Uganda and Rwanda traded accusations. Ugandans and Rwandans marched. The farmers prayed."
    assert country(text, "farmers") is None


def test_a_surname_with_its_known_office_is_the_holder() -> None:
    (entity,) = [e for e in coded("Prime Minister Netanyahu met lawyers in Kenya.").entities if e.type == "person"][:1]
    assert (entity.country, entity.identifiers) == ("ISR", {"wikidata": "Q43723"})


def test_a_surname_with_another_office_is_anybody() -> None:
    (entity,) = [e for e in coded("Police chief Netanyahu met lawyers in Kenya.").entities if e.type == "person"][:1]
    assert entity.identifiers == {}


def test_governments_are_of_no_one_country() -> None:
    (urged,) = [e for e in coded(KENYA + "Amnesty International urged governments to act.").events][-1:]
    assert [p.country for p in urged.recipients] == [None]
