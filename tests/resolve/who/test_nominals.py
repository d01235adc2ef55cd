"""Noun phrases to codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.resolve.who import ActorCode, actor_of


def region_country(name: str) -> str | None:
    return {"Uttar Pradesh": "IND", "New Jersey": "USA"}.get(name)


def code(phrase: str, head: str, *countries: str) -> tuple[str | None, tuple[str, ...]]:
    found = actor_of(phrase.split(), head, countries=frozenset(countries), region_country=region_country)
    return found.country, found.sector


@pytest.mark.parametrize(
    ("phrase", "head", "country", "sector"),
    [
        ("the Indian army", "army", "IND", ("MIL",)),
        ("Turkish police officers", "officers", "TUR", ("COP",)),
        ("two Kenyan journalists", "journalists", "KEN", ("JRN",)),
        ("the government of Japan", "government", "JPN", ("GOV",)),
        ("Kurdish militants", "militants", None, ("UAF",)),
        ("party sources", "sources", None, ("PTY",)),
        ("the rebels", "rebels", None, ("REB",)),
        ("members of parliament", "members", None, ("LEG",)),
        ("dozens of protesters", "dozens", None, ("CVL",)),
        ("a spokesman for the army", "spokesman", None, ("MIL",)),
        ("opposition lawmakers", "lawmakers", None, ("LEG", "OPP")),
        ("Chinese state-run media", "media", "CHN", ("JRN", "GOV")),
        ("U.S.-led coalition forces", "forces", "USA", ("MIL",)),
        ("Iran 's foreign ministry", "ministry", "IRN", ("GOV",)),
        ("local officials", "officials", None, ("GOV",)),
        ("military officials", "officials", None, ("MIL",)),
        ("New Jersey lawmakers", "lawmakers", "USA", ("LEG",)),
        ("Puerto Rican police", "police", "USA", ("COP",)),
        ("UN peacekeepers", "peacekeepers", "UNO", ("MIL",)),
        ("BJP leaders", "leaders", "IND", ("PTY", "GOV")),
        ("the former minister", "minister", None, ("ELI", "GOV")),
        ("an ex-minister", "ex-minister", None, ("ELI", "GOV")),
        ("Kenyans", "Kenyans", "KEN", ("CVL",)),
        ("Kenya", "Kenya", "KEN", ("GOV",)),
        ("a heavy storm", "storm", None, ()),
    ],
)
def test_a_phrase_tells_country_and_sector(
    phrase: str, head: str, country: str | None, sector: tuple[str, ...]
) -> None:
    assert code(phrase, head) == (country, sector)


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Uttar Pradesh Minister Danish Azad Ansari", "IND", ("GOV",)),
        ("former Kenyan prime minister Amina Otieno", "KEN", ("ELI", "GOV")),
        ("President of Peru Rosa Quispe", "PER", ("GOV",)),
        ("Republican state senator Jill Marsh", None, ("LEG", "PTY")),
        ("Judge Paul Okafor", None, ("JUD",)),
    ],
)
def test_a_title_before_a_name_tells_it(phrase: str, country: str | None, sector: tuple[str, ...]) -> None:
    assert code(phrase, phrase.split()[-1]) == (country, sector)


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("a police division", ("COP",)),
        ("two airline pilots", ("LAB",)),
        ("the pilots", ("MIL",)),
        ("the town council", ("GOV",)),
        ("the council", ("GOV",)),
        ("the legislative council", ("LEG",)),
        ("veteran unionists", ("LAB",)),
        ("an undercover officer", ("COP",)),
        ("the first lady", ("GOV",)),
        ("Mapuche leaders", ("CVL",)),
        ("the Zulu king", ("GOV",)),
        ("the former spy chief", ("ELI", "SPY")),
    ],
)
def test_a_second_reader_judged_these(phrase: str, sector: tuple[str, ...]) -> None:
    assert code(phrase, phrase.split()[-1])[1] == sector


def test_the_name_of_a_body_is_no_noun() -> None:
    assert code("European Union officials", "officials") == ("EUR", ("GOV",))
    assert code("union officials", "officials") == (None, ("LAB",))


def test_a_people_behind_a_number_are_civilians() -> None:
    assert code("thousands of Georgians", "thousands") == ("GEO", ("CVL",))
    assert code("thousands of pigs", "thousands") == (None, ())


def test_a_word_before_a_noun_is_no_agent() -> None:
    assert code("director of National Intelligence", "director")[1] == ("SPY",)
    assert code("families of nationals", "families")[1] == ("CVL",)


@pytest.mark.parametrize(
    ("phrase", "head", "country", "sector"),
    [
        ("Montana Native Voice", "Voice", None, ()),
        ("the Tablighi Jamaat", "Jamaat", None, ()),
        ("Tren de Aragua members", "members", "VEN", ("CRM",)),
        ("a separatist party", "party", None, ("PTY", "REB")),
        ("a separatist leader", "leader", None, ("REB",)),
        ("UNICEF 's Sudan representative", "representative", "UNO", ("SOC",)),
        ("an al-Qaeda-linked group", "group", None, ("REB",)),
        ("an Iran-backed group", "group", None, ("SOC",)),
        ("Oxfam 's country director", "director", "NGO", ("SOC",)),
    ],
)
def test_names_inside_a_phrase(phrase: str, head: str, country: str | None, sector: tuple[str, ...]) -> None:
    assert code(phrase, head) == (country, sector)


def test_the_only_country_of_the_article_is_taken() -> None:
    assert code("the police", "police", "NPL") == ("NPL", ("COP",))
    assert code("the police", "police", "NPL", "IND") == (None, ("COP",))


def test_a_named_actor_lends_its_country() -> None:
    assert code("the Modi government", "government", "IND", "PAK") == ("IND", ("GOV",))


def test_no_words_tell_nothing() -> None:
    assert actor_of([], "") == ActorCode(None, ())


@given(st.lists(st.text(max_size=8), max_size=8), st.text(max_size=8))
def test_any_words_are_coded(words: list[str], head: str) -> None:
    assert isinstance(actor_of(words, head), ActorCode)


@pytest.mark.parametrize(
    ("phrase", "head", "sector"),
    [
        ("two companies of the Rapid Action Force", "companies", ("COP",)),
        ("eight companies of the CRPF", "companies", ("COP",)),
        ("ten companies of paramilitary forces", "companies", ("PRM",)),
        ("a platoon of the State Reserve Police", "platoon", ("COP",)),
        ("a company of actors", "company", ("BUS",)),
        ("the police party", "party", ("COP",)),
        ("some 400 kar sevaks", "sevaks", ("REL",)),
        ("an assistant sub-inspector", "sub-inspector", ("COP",)),
    ],
)
def test_a_unit_is_of_the_force_that_it_is_of(phrase: str, head: str, sector: tuple[str, ...]) -> None:
    assert code(phrase, head, "IND")[1] == sector


def test_a_bar_association_is_of_no_town() -> None:
    words = ["Bar", "association", "members"]
    assert actor_of(words, "members", region_country={"Bar": "MNE"}.get) == ActorCode(None, ("JUD",))
