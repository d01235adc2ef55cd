"""Which place a name means, by the company it keeps."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.records import Place, Span
from diurna.resolve.where import candidates, resolve_places


def places(text: str, *names: str, home: str | None = None) -> list[Place]:
    spans = [Span(m.start(), m.end(), m[0]) for name in names for m in re.finditer(re.escape(name), text)]
    return resolve_places(spans, text, home=home)


def test_a_division_after_the_comma_decides() -> None:
    text = "Police in Paris, Texas, held two men. Paris has few jails."
    first, second = places(text, "Paris")
    assert (first.country, first.admin1) == (second.country, second.admin1) == ("USA", "Texas")
    assert text[first.span.start : first.span.end] == "Paris"


def test_without_it_the_capital_is_meant() -> None:
    (paris,) = places("Ministers met in Paris.", "Paris")
    assert (paris.country, paris.geonames) == ("FRA", 2988507)
    assert paris.latitude == pytest.approx(48.85, abs=0.01)
    assert paris.longitude == pytest.approx(2.35, abs=0.01)


@pytest.mark.parametrize(
    ("text", "beside", "country"),
    [
        ("Militants crossed from Sidon to Tripoli.", "Sidon", "LBN"),
        ("Militants crossed from Benghazi to Tripoli.", "Benghazi", "LBY"),
    ],
)
def test_a_city_is_the_one_near_the_others(text: str, beside: str, country: str) -> None:
    assert places(text, "Tripoli", beside)[0].country == country


@pytest.mark.parametrize(("beside", "country"), [("Tbilisi", "GEO"), ("Atlanta", "USA")])
def test_georgia_is_the_state_or_the_country(beside: str, country: str) -> None:
    assert places(f"Crowds in {beside} jeered as Georgia voted.", "Georgia", beside)[0].country == country


def test_the_outlets_country_tips_the_scale() -> None:
    assert places("Police raided a house in Birmingham.", "Birmingham", home="GBR")[0].country == "GBR"


@pytest.mark.parametrize(
    ("name", "canonical", "country", "admin1"),
    [
        ("Rampur", "Rampur", "IND", "Uttar Pradesh"),
        ("Rampur district", "Rampur", "IND", "Uttar Pradesh"),
        ("western Uttar Pradesh", "Western Uttar Pradesh", "IND", "Uttar Pradesh"),
        ("the Kremlin", "Kremlin", "RUS", "Moscow"),
        ("Burma", "Myanmar", "MMR", None),
        ("Israeli", "Israel", "ISR", None),
        ("Calif.", "California", "USA", "California"),
        ("Kiev", "Kyiv", "UKR", "Kyiv City"),
    ],
)
def test_other_names_lead_to_the_place(name: str, canonical: str, country: str, admin1: str | None) -> None:
    (place,) = places(f"Protests broke out in {name} again.", name)
    assert (place.name, place.country, place.admin1) == (canonical, country, admin1)


def test_an_unknown_name_keeps_null_coordinates() -> None:
    (place,) = places("Rebels hold Xanadupur.", "Xanadupur")
    assert place == Place(Span(12, 21, "Xanadupur"), "Xanadupur")


def test_candidates_come_with_the_most_populous_first() -> None:
    found = candidates("Hyderabad")
    assert [one.country for one in found[:2]] == ["IND", "PAK"]
    assert all(one.kind == "city" for one in found[:2])


def test_small_words_are_no_places() -> None:
    assert candidates("us") == ()
    assert candidates("MS")[0].name == "Mississippi"


@given(st.lists(st.sampled_from(["Paris", "Texas", "Nowhereville", "Libya", "Gaza", "Springfield"]), max_size=8))
def test_each_toponym_gets_one_place_in_the_order_given(names: list[str]) -> None:
    text = " and ".join(names)
    spans, at = [], 0
    for name in names:
        spans.append(Span(at, at + len(name), name))
        at += len(name) + len(" and ")
    assert [place.span for place in resolve_places(spans, text)] == spans


def test_a_word_of_kind_behind_it_makes_it_the_division() -> None:
    (_, washington) = places("A cow at a laboratory in Ames came from a Washington state farm.", "Ames", "Washington")
    assert (washington.name, washington.latitude) == ("Washington", 47.5)


def test_a_list_of_countries_says_of_none_where_it_lies() -> None:
    told = places("Officials in Mexico, China, Japan and Brazil report cases.", "Mexico", "China", "Japan", "Brazil")
    assert [place.country for place in told] == ["MEX", "CHN", "JPN", "BRA"]


def test_a_county_without_coordinates_lies_in_the_middle_of_its_division() -> None:
    (county,) = places("Farmers in Buckinghamshire blocked a road.", "Buckinghamshire")
    assert (county.country, county.admin1) == ("GBR", "England")
    assert county.latitude is not None


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("Envoys met in New York on Friday.", "New York", (41, -74)),
        ("The senator flew back to Washington on Friday.", "Washington", (39, -77)),
        ("Envoys met in London, New York and Paris.", "New York", (41, -74)),
        ("Miners marched through Arequipa.", "Arequipa", (-16, -72)),
    ],
)
def test_a_bare_name_is_the_town_not_its_division(text: str, name: str, near: tuple[int, int]) -> None:
    (place,) = places(text, name)
    assert (round(place.latitude or 0), round(place.longitude or 0)) == near


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("A judge in Buffalo, New York, freed him.", "New York", (43, -76)),
        ("New York's governor signed the bill.", "New York", (43, -76)),
        ("Orchards in eastern Washington burned.", "Washington", (48, -120)),
        ("Lawmakers in Quebec rejected the bill.", "Quebec", (52, -72)),
    ],
)
def test_the_division_where_the_text_says_so_or_few_of_its_people_live_in_the_town(
    text: str, name: str, near: tuple[int, int]
) -> None:
    (place,) = places(text, name)
    assert (round(place.latitude or 0), round(place.longitude or 0)) == near


def test_a_region_of_many_countries_is_no_hamlet_of_its_name() -> None:
    middle, _ = places("Oil from the Middle East reaches Baltimore.", "Middle East", "Baltimore")
    assert middle.country is None


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Sarpy County", (41, -96)),
        ("Gwinnett", (34, -84)),
        ("Zamboanga del Norte", (8, 123)),
        ("Binh Phuoc", (12, 107)),
    ],
)
def test_a_division_lies_where_its_towns_do(name: str, near: tuple[int, int]) -> None:
    (place,) = places(f"Crowds gathered in {name}.", name)
    assert (round(place.latitude or 0), round(place.longitude or 0)) == near


@pytest.mark.parametrize(("beside", "admin1"), [("Akron", "Ohio"), ("Tacoma", "Washington")])
def test_a_town_is_the_one_around_which_other_names_have_places(beside: str, admin1: str) -> None:
    kent, _ = places(f"Police from Kent and {beside} met.", "Kent", beside)
    assert (kent.country, kent.admin1) == ("USA", admin1)


def test_capitals_told_together_are_no_towns_near_each_other() -> None:
    told = places("Envoys left Berlin, Paris, Athens, Cairo and Rome.", "Berlin", "Paris", "Athens", "Cairo", "Rome")
    assert [place.country for place in told] == ["DEU", "FRA", "GRC", "EGY", "ITA"]


def test_the_surest_name_decides_first() -> None:
    told = places("A man from Cambridge was charged in Boston.", "Cambridge", "Boston")
    assert [place.admin1 for place in told] == ["Massachusetts", "Massachusetts"]


def test_a_small_division_is_no_namesake_of_a_large_town_elsewhere() -> None:
    (place,) = places("A fire in Portland killed two.", "Portland")
    assert (place.country, place.admin1) == ("USA", "Oregon")


@pytest.mark.parametrize("name", ["Łódź", "Lodz", "Đà Nẵng", "Da Nang", "Tromsø", "Tromso"])
def test_letters_with_a_stroke_are_the_same_without(name: str) -> None:
    (place,) = places(f"Trams stopped in {name}.", name)
    assert place.latitude is not None


def test_a_final_s_can_be_the_name_s_own() -> None:
    place, _ = places("Crews left St. John's in Newfoundland.", "St. John's", "Newfoundland")
    assert place.country == "CAN"


def test_what_stands_behind_a_name_outweighs_a_river_near_its_namesake() -> None:
    london, _, _ = places("In London, Ontario, the Thames burst its banks.", "London", "Ontario", "Thames")
    assert london.country == "CAN"


@pytest.mark.parametrize("name", ["Co. Westmeath", "Co Westmeath", "County Westmeath", "Westmeath"])
def test_a_county_of_ireland_by_its_names(name: str) -> None:
    (place,) = places(f"A man was held in {name}.", name)
    assert (place.country, place.admin1) == ("IRL", "Leinster")


def test_a_region_of_many_countries_is_no_division_of_one() -> None:
    sahel, _, _ = places("The Sahel, from Djibo to Niger, is hungry.", "Sahel", "Djibo", "Niger")
    assert sahel.country is None


def test_a_region_with_its_town_is_no_division_elsewhere() -> None:
    assert {one.country for one in candidates("Gaza")} == {"PSE"}
    assert {"GEO", "USA"} <= {one.country for one in candidates("Georgia")}


def test_a_county_behind_it_says_where_it_lies() -> None:
    text = "Marchers in Twickenham and Kew cheered; another march is planned in Richmond, North Yorkshire."
    *_, richmond, _ = places(text, "Twickenham", "Kew", "Richmond", "North Yorkshire")
    assert (round(richmond.latitude or 0), round(richmond.longitude or 0)) == (54, -2)


def test_a_town_of_a_county_s_name_in_a_list_says_nothing() -> None:
    text = "Marches were held in Richmond, Durham and Norfolk."
    (richmond, _, _) = places(text, "Richmond", "Durham", "Norfolk")
    assert richmond.country == "USA"


def test_the_state_niger_is_no_country() -> None:
    (niger,) = places("Villagers in Niger state fled on Monday.", "Niger")
    assert (niger.country, niger.admin1) == ("NGA", "Niger State")


def test_a_town_before_the_state_of_its_name_is_the_town() -> None:
    (town, *_) = places("She spoke to reporters in New York, New York, on Friday.", "New York", "New York")
    assert (town.name, round(town.latitude or 0)) == ("New York City", 41)


def test_a_mountain_is_no_suburb_of_its_name() -> None:
    (mountain,) = places("Two climbers died on Mount Rainier.", "Mount Rainier")
    assert (mountain.country, round(mountain.longitude or 0)) == ("USA", -122)


def test_a_capital_s_bare_name_is_no_county_near_by() -> None:
    text = "Deputies in Harris County, Texas, and in Katy waited; the governor was in Washington."
    *_, washington = places(text, "Harris County", "Texas", "Katy", "Washington")
    assert (washington.admin1, washington.country) == ("District of Columbia", "USA")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Aid trucks entered northern Gaza on Friday.", "Gaza", "PSE"),
        ("Floods hit Gaza province on Friday.", "Gaza", "MOZ"),
    ],
)
def test_a_known_region_is_no_province_that_needs_its_word(text: str, name: str, country: str) -> None:
    (place,) = places(text, name)
    assert place.country == country


def test_a_french_department_lies_in_the_middle_of_its_towns() -> None:
    (creuse,) = places("Farmers in the Creuse department blocked a road.", "Creuse")
    assert (creuse.country, round(creuse.latitude or 0), round(creuse.longitude or 0)) == ("FRA", 46, 2)
