"""Names to identities: by country, date and kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.resolve.who import Identity, identity_of, possible_actors

INDIA = frozenset({"IND"})


def known(name: str, *countries: str, on: date | None = None, kind: str | None = None) -> Identity:
    found = identity_of(name, countries=frozenset(countries), on=on, kind=kind)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("the United Nations", "UNO", "GOV"),
        ("U.N.", "UNO", "GOV"),
        ("WHO", "UNO", "MED"),
        ("EU", "EUR", "GOV"),
        ("NATO", "IGO", "MIL"),
        ("Nato", "IGO", "MIL"),
        ("the Kremlin", "RUS", "GOV"),
        ("Knesset", "ISR", "LEG"),
        ("Lok Sabha", "IND", "LEG"),
        ("CIA", "USA", "SPY"),
        ("Xinhua", "CHN", "JRN"),
        ("Human Rights Watch", "NGO", "SOC"),
        ("Médecins sans Frontières", "NGO", "MED"),
        ("al-Qaida", "IMG", "REB"),
        ("the Houthis", "YEM", "REB"),
        ("Black Lives Matter", "ISM", "SOC"),
        ("Iran", "IRN", "GOV"),
    ],
)
def test_a_well_known_actor_needs_no_context(name: str, country: str, sector: str) -> None:
    found = known(name)
    assert (found.country, found.sector[0]) == (country, sector)


def test_an_acronym_keeps_its_capitals() -> None:
    assert identity_of("who") is None


def test_accents_and_punctuation_are_free() -> None:
    assert known("Recep Tayyip Erdogan") == known("Recep Tayyip Erdoğan")
    assert known("Hezbollah's").name == "Hezbollah"


def test_a_short_party_name_needs_its_country() -> None:
    assert identity_of("SP") is None
    assert identity_of("SP", countries=frozenset({"FRA"})) is None
    assert known("SP", "IND", on=date(2024, 5, 2)).name == "Samajwadi Party"


def test_a_party_is_in_government_or_opposition_by_the_day() -> None:
    assert known("Labour Party", "GBR", on=date(2019, 6, 1)).sector == ("PTY", "OPP")
    assert known("Labour Party", "GBR", on=date(2024, 8, 1)).sector == ("PTY", "GOV")


def test_one_name_means_another_body_in_another_country() -> None:
    assert known("Congress", "USA").sector == ("LEG",)
    assert known("Congress", "IND").name == "Indian National Congress"


def test_a_surname_needs_its_country() -> None:
    assert identity_of("Johnson") is None
    assert known("Johnson", "GBR", on=date(2020, 3, 1)).name == "Boris Johnson"


def test_an_office_has_its_days() -> None:
    before, during, after = (known("Theresa May", on=date(year, 8, 1)) for year in (2012, 2017, 2021))
    assert (before.office, before.sector) == ("Home Secretary", ("GOV",))
    assert (during.office, during.sector) == ("Prime Minister", ("GOV",))
    assert (after.office, after.sector) == (None, ("ELI",))


def test_the_days_after_an_office_still_tell_it() -> None:
    assert known("Theresa May", on=date(2019, 7, 30)).sector == ("GOV",)


def test_who_was_not_yet_in_office_has_a_country_and_no_sector() -> None:
    found = known("Danish Azad Ansari", "IND", on=date(2015, 1, 1))
    assert (found.country, found.sector, found.office) == ("IND", (), None)


def test_a_minister_of_a_state_government_is_known() -> None:
    found = known("Danish Azad Ansari", "IND", on=date(2024, 1, 5))
    assert (found.type, found.sector) == ("person", ("GOV",))
    assert found.office == "Minister of State of Uttar Pradesh"


def test_a_rebel_stays_one() -> None:
    assert known("Osama bin Laden", on=date(2019, 1, 1)).sector == ("REB",)


def test_the_kind_of_entity_decides_between_namesakes() -> None:
    assert known("Washington", kind="place").type == "metonym"
    assert identity_of("Washington", kind="person") is None


def test_a_current_officeholder_has_his_wikidata_id() -> None:
    assert known("Emmanuel Macron", "FRA").wikidata == "Q3052772"
    assert known("Emmanuel Macron", "FRA").country == "FRA"


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text: str) -> None:
    found = identity_of(text)
    assert found is None or 0.0 < found.score <= 1.0


def test_a_newspaper_is_told_by_its_article() -> None:
    assert known("The Hindu").sector == ("JRN",)
    assert identity_of("Hindu") is None
    assert known("The Kremlin").country == "RUS"


def test_a_namesake_from_elsewhere_is_not_taken() -> None:
    assert known("Xu Shaoshi", "CHN", on=date(2010, 6, 1)).sector == ("GOV",)
    assert identity_of("Xu Shaoshi", countries=frozenset({"PER"}), on=date(2010, 6, 1)) is None


def test_who_an_unresolved_acronym_can_mean_is_told() -> None:
    assert identity_of("SP") is None
    found = possible_actors("SP")
    assert 2 <= len(found) <= 5
    assert "Samajwadi Party" in {one.name for one in found}
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] < 0.5


def test_the_country_decides_and_the_chosen_one_stands_first() -> None:
    known_by = identity_of("SP", countries=INDIA)
    assert known_by is not None
    assert [one.name for one in possible_actors("SP", countries=INDIA)][:1] in ([known_by.name], [])


def test_of_one_who_is_known_beyond_doubt_nobody_else_is_told() -> None:
    assert possible_actors("Human Rights Watch") == ()
    assert possible_actors("Nobody Ever Named So") == ()


def test_the_acronym_of_a_force_abroad_is_another_body_at_home() -> None:
    assert identity_of("RAF", countries=frozenset({"IND"})) is None
    assert known("RAF", "GBR").name == "Royal Air Force"
