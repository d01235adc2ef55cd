"""Countries by name and by demonym."""

from __future__ import annotations

import pytest

from diurna.resolve.countries import countries, country, country_named, country_of_demonym, read_countries

HEADER = "alpha3,name,aliases,demonyms,capital,latitude,longitude"


@pytest.mark.parametrize(
    ("text", "code"),
    [("the U.S.", "USA"), ("US", "USA"), ("us", None), ("IRAN", "IRN"), ("Burma", "MMR"), ("D.R. Congo",
    "COD"),
     ("Côte d’Ivoire", "CIV"), ("the Netherlands", "NLD"), ("GERMANY", "DEU"), ("Ruritania", None)],
)  # fmt: skip
def test_a_country_goes_by_its_names(text: str, code: str | None) -> None:
    assert country_named(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Kenyans", "KEN"), ("Polish", "POL"), ("polish", None), ("Germans", "DEU"), ("Irishmen", "IRL"),
     ("Yemenis", "YEM"), ("Martian", None), ("", None)],
)  # fmt: skip
def test_a_people_gives_its_country(text: str, code: str | None) -> None:
    assert country_of_demonym(text) == code


def test_no_name_or_demonym_stands_for_two_countries() -> None:
    for field in ("aliases", "demonyms"):
        words = [word for one in countries() for word in getattr(one, field)]
        assert len(words) == len(set(words))


def test_a_country_has_a_capital_and_a_middle() -> None:
    assert country("FRA").capital == "Paris"
    assert (country("FRA").latitude, country("FRA").longitude) == (46.0, 2.0)


def test_a_wrong_row_is_named_with_its_line() -> None:
    rows = [HEADER, "# comment", "FRA,France,,French,Paris,46.23,221"]
    with pytest.raises(ValueError, match=r"my\.csv:3: '221' is no coordinate"):
        list(read_countries(rows, "my.csv"))


def test_a_code_given_twice_is_refused() -> None:
    rows = [HEADER, "FRA,France,,,,1,1", "FRA,Frankia,,,,1,1"]
    with pytest.raises(ValueError, match=r"my\.csv:3: alpha3"):
        list(read_countries(rows, "my.csv"))


def test_the_people_of_a_part_of_a_state_are_of_the_state() -> None:
    told = [country_of_demonym(word) for word in ("Texans", "Gazans", "Tibetan", "Rohingya", "Norlander")]
    assert told == ["USA", "PSE", "CHN", "MMR", None]
