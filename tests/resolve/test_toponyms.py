"""Which words are listed as places."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of


def places(text: str) -> list[tuple[str, str | None]]:
    (record,) = code_articles([article_of(text, id="one")])
    return [(place.span.text, place.country) for place in record.places]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The Laurel County Circuit Court met on Monday.", ["Laurel County"]),
        ("The Georgia Public Service Commission raised the price of power.", ["Georgia"]),
        ("The governor of the Bank of Canada resigned on Friday.", ["Canada"]),
        ("The Syrian port of Latakia was shelled by Turkish troops.", ["Syrian", "Latakia", "Turkish"]),
        ("Reporters of the Nairobi-based station were beaten by police.", ["Nairobi"]),
        ("Rep. Barbara Lee, D-Oakland, voted against the bill.", ["Oakland"]),
        ("The Federal Security Service arrested two men in Perm.", ["Perm"]),
        ("The Superior Court freed the miner.", []),
    ],
)
def test_places_in_names_of_bodies_adjectives_and_hyphened_words(text: str, listed: list[str]) -> None:
    assert [words for words, _ in places(text)] == listed


def test_an_adjective_has_the_coordinates_of_its_country() -> None:
    assert ("Syrian", "SYR") in places("The Syrian port of Latakia was shelled.")


def test_the_people_of_a_country_are_no_place() -> None:
    assert places("The Kenyans sent home two hundred refugees.") == []


def test_a_person_called_as_a_town_is_no_place() -> None:
    text = "Donald Tusk met the miners. Tusk promised them a law. The miners thanked Tusk."
    assert places(text) == []


def test_a_country_of_two_words_is_read_whole() -> None:
    text = "Kenyan President Daniel Otieno met South Sudanese rebel leader Gabriel Lado in Nairobi on Tuesday."
    assert places(text) == [("Kenyan", "KEN"), ("South Sudanese", "SSD"), ("Nairobi", "KEN")]
    (record,) = code_articles([article_of(text, id="one")])
    assert [(e.name, e.country) for e in record.entities if e.type == "person"] == [
        ("Daniel Otieno", "KEN"),
        ("Gabriel Lado", "SSD"),
    ]


def test_an_acronym_in_capitals_is_no_town() -> None:
    assert places("The union federation CUT called a strike in Medellín.") == [("Medellín", "COL")]


def test_a_town_in_capitals_before_a_dash_is_one() -> None:
    assert ("PARIS", "FRA") in places("PARIS - Police arrested twelve marchers on Sunday.")


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Troops shelled Barangay Ganta in the Philippines.", [("Barangay Ganta", None), ("Philippines", "PHL")]),
        ("Crowds filled Monument Square in Portland, Oregon.", [("Monument Square", None), ("Portland", "USA")]),
        ("Gunmen stormed a base at Bar Sanguni village in Somalia.", [("Bar Sanguni", None), ("Somalia", "SOM")]),
        ("Nurses marched to Gandhi Hospital in Hyderabad.", [("Gandhi Hospital", None), ("Hyderabad", "IND")]),
    ],
)
def test_a_piece_of_an_unknown_name_is_no_place_elsewhere(text: str, listed: list[tuple[str, str | None]]) -> None:
    assert places(text)[:2] == listed


def test_the_beginning_of_a_name_before_a_word_of_kind_is_the_town() -> None:
    assert places("Police arrested two men at Cottonport Fire Station.") == [("Cottonport", "USA")]


def test_the_beginning_of_a_name_that_stands_alone_elsewhere_is_the_town() -> None:
    found = places("Police in Gainesville, Florida, closed a road. The Gainesville VFW gave coffee.")
    assert [country for words, country in found if words.startswith("Gainesville")] == ["USA", "USA"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Rebels took El-Obeid in Sudan on Monday.", ["El-Obeid", "Sudan"]),
        ("Gunmen attacked Al-Qaim in Iraq on Monday.", ["Al-Qaim", "Iraq"]),
        ("Farmers blocked the Hyderabad-Vijayawada highway.", ["Hyderabad", "Vijayawada"]),
    ],
)
def test_a_hyphen_joins_an_article_to_its_name_and_parts_two_towns(text: str, listed: list[str]) -> None:
    assert [words for words, _ in places(text)] == listed


def test_feasts_are_no_places() -> None:
    assert places("Rebels in Mali freed nine men after Ramadan, and two before Eid al-Fitr.") == [("Mali", "MLI")]


def test_a_speaker_s_label_is_no_place() -> None:
    text = "HOST: What now?\n\nPETROVA: Teachers in Serbia marched.\n\nHOST: And then?\n\nPETROVA: We wait."
    assert places(text) == [("Serbia", "SRB")]


def test_a_given_name_opens_a_person_s_name_not_a_place_s() -> None:
    assert places("The government of Bernardo Arévalo arrested nine officers.") == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Anderson County deputies searched the barn.", ["Anderson County"]),
        ("The Lexington County Coroner named the driver on Monday.", ["Lexington County"]),
        ("Arizona Sen. Maria Keller lost the vote on Friday.", ["Arizona"]),
        ("Two Hamilton women were found dead.", ["Hamilton"]),
        ("The Connecticut Democrat voted against the bill.", ["Connecticut"]),
        ("Nokia sued the Ford group on Monday.", []),
    ],
)
def test_a_name_before_people_or_offices_of_a_place_is_one(text: str, listed: list[str]) -> None:
    assert [words for words, _ in places(text)] == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The truck overturned on Highway 30 near Omaha.", ["Omaha"]),
        ("The studies for US-24 cost a million.", []),
        ("In the US 12 people died.", ["US"]),
        ("He was found on Washington Drive in Leeds.", ["Washington Drive", "Leeds"]),
        ("The Chamber of Commerce in Nairobi protested.", ["Nairobi"]),
    ],
)
def test_a_road_is_no_town(text: str, listed: list[str]) -> None:
    assert [words for words, _ in places(text)] == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The navy sank two boats in the Sea of Japan on Monday.", [("Sea of Japan", None)]),
        ("Rebels raided three villages in Middle Juba.", [("Middle Juba", "SOM")]),
        ("Shells fell on Mount Hermon and on Damascus.", [("Mount Hermon", None), ("Damascus", "SYR")]),
    ],
)
def test_a_known_place_of_several_words_is_read_whole(text: str, listed: list[tuple[str, str | None]]) -> None:
    assert places(text) == listed


def test_a_place_that_begins_a_body_s_name_is_no_sea() -> None:
    assert places("The Black Sea Fleet fired on the town.") == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("In Tours, police arrested six men after a riot.", ["Tours"]),
        ("The rebels took the town in June. Kigali denied the charge.", ["Kigali"]),
        ("In March, the army took the town.", []),
    ],
)
def test_a_town_that_the_page_s_names_lack(text: str, listed: list[str]) -> None:
    assert [words for words, _ in places(text)] == listed


def test_the_town_of_a_mayor_is_no_surname() -> None:
    assert places("Police charged a man with threatening the mayor of Windsor.") == [("Windsor", "CAN")]


def test_a_government_s_name_is_that_of_its_state() -> None:
    assert places("The Tamil Nadu government banned a rally on Friday.") == [("Tamil Nadu", "IND")]


def test_a_dateline_names_its_town_and_its_country() -> None:
    text = "NAIROBI, Kenya (Andes Daily) - Police arrested nine traders on Wednesday."
    assert places(text) == [("NAIROBI", "KEN"), ("Kenya", "KEN")]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Welsh government rejected the plan.", "Wales", "GBR"),
        ("South American ministers met on Monday.", "South America", None),
        ("Somali troops raided the village.", "Somalia", "SOM"),
    ],
)
def test_an_adjective_means_its_division_region_or_country(text: str, name: str, country: str | None) -> None:
    (record,) = code_articles([article_of(text, id="one")])
    assert [(place.name, place.country) for place in record.places] == [(name, country)]
