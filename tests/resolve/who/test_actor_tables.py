"""The lists of the package: what they hold, and what is refused."""

from __future__ import annotations

from importlib.resources import files

import pytest
from training.actors_lists import office_code, own_actors
from training.actors_phoenix import plover, written

from diurna.resolve.countries import countries
from diurna.resolve.who import state_of
from diurna.resolve.who.nouns import noun_called, read_modifiers, read_nouns
from diurna.resolve.who.tables import SPECIAL

ACTORS = "name,aliases,type,country,sector,from,until,office,wikidata"


def test_a_plural_is_found_from_its_singular() -> None:
    for plural in ("policemen", "agencies", "officers", "thieves", "members of parliament"):
        assert noun_called(plural.split()) is not None


def test_every_own_actor_has_a_code_of_plover() -> None:
    lines = files("diurna.resolve.who").joinpath("actors.csv").read_text(encoding="utf-8").splitlines()
    codes = {state_of(one.alpha3) for one in countries()} | SPECIAL
    rows = list(own_actors(lines, "actors.csv"))
    assert len(rows) > 1500
    assert {row.spell.country for row in rows if row.spell.country} <= codes
    assert all(row.spell.sector for row in rows)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Ruritanian Army,,organisation,RUR,MIL,,,,", r"my\.csv:2: type is 'organisation'"),
        ("Ruritanian Army,,organization,RUR,ARMY,,,,", r"my\.csv:2: no sector 'ARMY'"),
        ("Ruritanian Army,,organization,RUR,MIL,May 1,,,", r"my\.csv:2: 'May 1' is no date"),
        ("Ruritanian Army,organization,RUR,MIL,,,,", r"my\.csv:2: 8 fields, expected 9"),
    ],
)
def test_a_wrong_actor_is_named_with_its_line(row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(own_actors([ACTORS, row], "my.csv"))


def test_a_noun_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match=r"my\.csv:3: 'Baker' stands there twice"):
        read_nouns(["noun,sector,type", "baker,BUS,person", "Baker,BUS,person"], "my.csv")


def test_a_modifier_with_an_unknown_effect_is_refused() -> None:
    with pytest.raises(ValueError, match=r"my\.csv:2: effect is 'after'"):
        read_modifiers(["forms,sector,effect", "royal,GOV,after"], "my.csv")


@pytest.mark.parametrize(
    ("cameo", "country", "sector"),
    [
        ("USAGOVMIL", "USA", ("GOV", "MIL")),
        ("IGOUNO", "UNO", ("GOV",)),
        ("IGOWSTNAT", "IGO", ("MIL",)),
        ("NGOHRI", "NGO", ("SOC",)),
        ("MNCUSAHLH", "USA", ("BUS", "MED")),
        ("IMGMUSALQ", "IMG", ("REB", "REL")),
        ("FRAMED", "FRA", ("JRN",)),
    ],
)
def test_a_cameo_code_becomes_plover(cameo: str, country: str, sector: tuple[str, ...]) -> None:
    assert plover(cameo) == (country, sector)


def test_a_dictionary_name_is_written_as_english_does() -> None:
    assert written("ANWAR_AL-HADDAD_OF_ADEN_") == "Anwar Al-Haddad of Aden"


@pytest.mark.parametrize(
    ("office", "sector"),
    [
        ("Minister of Fisheries", "GOV"),
        ("Speaker of the House of Assembly", "LEG"),
        ("Chief Justice", "JUD"),
        ("Chief of Defence Staff", "MIL"),
        ("Inspector General of Police", "COP"),
    ],
)
def test_an_office_tells_its_sector(office: str, sector: str) -> None:
    assert office_code(office)[0][0] == sector
