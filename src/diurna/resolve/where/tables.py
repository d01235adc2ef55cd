"""What regions.csv, features.csv, divisions.csv, adjectives.csv and countries.csv say a name can mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from diurna.code.table import cells_of
from diurna.resolve.countries import countries, country_named, country_of_demonym
from diurna.resolve.where.gazetteer import Candidate, name_key

REGION_COLUMNS = ["name", "aliases", "latitude", "longitude", "country", "admin1"]
DIVISION_COLUMNS = ["admin1", "country", "aliases", "latitude", "longitude"]
Division = tuple[str, str]


def country_called(name: str) -> Candidate | None:
    """Return the country called `name`, or whose people or adjective it is ("Israeli"), or None."""
    code = country_named(name) or country_of_demonym(name)
    if code is None:
        return None
    one = next(one for one in countries() if one.alpha3 == code)
    return Candidate(one.name, "country", one.latitude, one.longitude, code)


def regions_called(name: str) -> list[Candidate]:
    """Return the regions, natural features and sites of regions.csv and features.csv called `name`."""
    return list(_regions().get(name_key(name), ()))


def place_of_adjective(word: str) -> tuple[str, str | None] | None:
    """Return name and country of the region, division or town whose adjective a word is ("Welsh"), or None."""
    return _adjectives().get(word) if word[:1].isupper() else None


def is_capital(one: Candidate) -> bool:
    """Return whether a town is the capital of its country; a hamlet of the same name there is not."""
    return one.kind == "city" and one.population > 5000 and (one.country, name_key(one.name)) in _capitals()


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((one.alpha3, name_key(one.capital)) for one in countries() if one.capital)


def division_called(name: str) -> Division | None:
    """Return division and country that a short form stands for: "Ala.", "NSW"; None for any other name.

    A form in capitals counts only in capitals: "IN" is Indiana, "in" is not.
    """
    bare = name.strip().replace(".", "").replace(" ", "")
    return _divisions()[0].get(bare if bare.isupper() else name_key(name))


def middle_of(division: str, code: str) -> tuple[float, float] | None:
    """Return the point that divisions.csv gives for a division of a country (alpha-3), or None."""
    return _divisions()[1].get((division, code))


@cache
def names_of_regions() -> tuple[str, ...]:
    """Return all names of the places of regions.csv and features.csv, as they are written there."""
    return tuple(name for names, _ in _read_all() for name in names)


@cache
def _regions() -> dict[str, tuple[Candidate, ...]]:
    table: dict[str, tuple[Candidate, ...]] = {}
    for names, region in _read_all():
        for key in {name_key(name) for name in names}:
            table[key] = (*table.get(key, ()), region)
    return table


@cache
def _adjectives() -> dict[str, tuple[str, str | None]]:
    text = files("diurna.resolve.where").joinpath("adjectives.csv").read_text(encoding="utf-8")
    found = rows(text.splitlines(), "adjectives.csv", ["adjective", "place", "country"])
    return {adjective: (place, code or None) for _, (adjective, place, code) in found}


@cache
def _divisions() -> tuple[dict[str, Division], dict[Division, tuple[float, float]]]:
    text = files("diurna.resolve.where").joinpath("divisions.csv").read_text(encoding="utf-8")
    called: dict[str, Division] = {}
    middles: dict[Division, tuple[float, float]] = {}
    for place, row in rows(text.splitlines(), "divisions.csv", DIVISION_COLUMNS):
        division, code, aliases, latitude, longitude = row
        _check_country(code, place)
        for alias in (division, *aliases.split(";")):
            bare = alias.replace(".", "").replace(" ", "")
            if bare:
                called.setdefault(bare if bare.isupper() else name_key(alias), (division, code))
        if latitude:
            middles[division, code] = _point(latitude, longitude, place)
    return called, middles


@cache
def _read_all() -> tuple[tuple[list[str], Candidate], ...]:
    folder = files("diurna.resolve.where")
    texts = ((name, folder.joinpath(name).read_text(encoding="utf-8")) for name in ("regions.csv", "features.csv"))
    return tuple(found for name, text in texts for found in read_regions(text.splitlines(), name))


def read_regions(lines: Iterable[str], file: str = "regions.csv") -> Iterator[tuple[list[str], Candidate]]:
    """Yield each place of such a file with its names; raises ValueError with the line and the remedy."""
    for place, (name, aliases, latitude, longitude, code, division) in rows(lines, file, REGION_COLUMNS):
        if code:
            _check_country(code, place)
        at = _point(latitude, longitude, place)
        names = [name, *(alias.strip() for alias in aliases.split(";") if alias.strip())]
        yield names, Candidate(name, "region", *at, code or None, division or None)


def rows(lines: Iterable[str], name: str, columns: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield "file:line" and the fields of each row; raises ValueError where a row is not so wide."""
    header = True
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = cells_of(line)
        if header and row != columns:
            raise ValueError(f"{name}:{number}: the header must be {','.join(columns)}")
        if len(row) != len(columns):
            raise ValueError(
                f"{name}:{number}: {len(row)} fields, expected {len(columns)}; quote one with a comma in it"
            )
        if not header:
            yield f"{name}:{number}", row
        header = False


def _point(latitude: str, longitude: str, place: str) -> tuple[float, float]:
    try:
        at = float(latitude), float(longitude)
    except ValueError as error:
        raise ValueError(f"{place}: {error}; write decimal degrees") from error
    if abs(at[0]) > 90 or abs(at[1]) > 180:
        raise ValueError(f"{place}: {latitude}, {longitude} lies off the globe; write latitude, then longitude")
    return at


@cache
def _codes() -> frozenset[str]:
    return frozenset(one.alpha3 for one in countries())


def _check_country(code: str, place: str) -> None:
    if code not in _codes():
        raise ValueError(f"{place}: {code!r} is no alpha-3 code of countries.csv; write one that is")
