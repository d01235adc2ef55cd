"""Countries by name and by demonym: countries.csv, read once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

COLUMNS = ["alpha3", "name", "aliases", "demonyms", "capital", "latitude", "longitude"]
# Demonyms that are their own plural, or whose plural the file gives ("Irishmen"); "German" takes its -s.
NO_PLURAL = ("s", "sh", "ch", "ese", "men", "shman", "chman", "sman", "woman", "ois", "x", "z")


class Country(NamedTuple):
    """A state or territory: ISO 3166-1 alpha-3 code, names, demonyms, capital, middle (degrees)."""

    alpha3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    latitude: float
    longitude: float


@lru_cache(1 << 14)
def country_named(text: str) -> str | None:
    """Return the alpha-3 code of the country called `text` ("the U.S.", "Burma", "DR Congo"), or None.

    Case is free except for abbreviations: "US" is a country, "us" is not. A leading "the" and dots are
    ignored.
    """
    return _named().get(_key(text))


def country_of_demonym(text: str) -> str | None:
    """Return the alpha-3 code of the country whose people `text` names ("Kenyans", "Dutch"), or None.

    Only a capitalized word counts ("Polish", not "polish"). "Congolese", "Korean" and "Dominican" go to the
    more populous of the two countries they can mean.
    """
    return _demonyms().get(text.strip()) if text[:1].isupper() else None


def country(alpha3: str) -> Country:
    """Return the country with this alpha-3 code; raises KeyError where countries.csv has none."""
    return _by_code()[alpha3]


@cache
def countries() -> tuple[Country, ...]:
    """Return every row of countries.csv; raises ValueError with line and remedy where one is wrong."""
    text = files("diurna.resolve").joinpath("countries.csv").read_text(encoding="utf-8")
    return tuple(read_countries(text.splitlines(), "countries.csv"))


def read_countries(lines: Iterable[str], name: str) -> Iterator[Country]:
    """Yield the countries of a CSV's `lines`; raises ValueError naming `name`, the line and the remedy."""
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    rows = list(csv.reader(line for _, line in numbered))
    if not rows or rows[0] != COLUMNS:
        raise ValueError(f"{name}: the header must be {','.join(COLUMNS)}")
    seen: set[str] = set()
    for (number, _), row in zip(numbered[1:], rows[1:], strict=True):
        place = f"{name}:{number}"
        if len(row) != len(COLUMNS):
            raise ValueError(f"{place}: {len(row)} fields, expected {len(COLUMNS)}; quote a field with a comma in it")
        code, title, aliases, demonyms, capital, latitude, longitude = (field.strip() for field in row)
        if not re.fullmatch("[A-Z]{3}", code) or code in seen:
            raise ValueError(f"{place}: alpha3 is {code!r}; write three capital letters that no other row has")
        seen.add(code)
        yield Country(
            code,
            title,
            _parts(aliases),
            _parts(demonyms),
            capital or None,
            _degrees(latitude, 90, place),
            _degrees(longitude, 180, place),
        )


def _parts(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(";") if part.strip())


def _degrees(field: str, limit: int, place: str) -> float:
    try:
        value = float(field)
    except ValueError:
        value = 999.0
    if abs(value) > limit:
        raise ValueError(f"{place}: {field!r} is no coordinate; write decimal degrees within ±{limit}")
    return value


def _key(text: str) -> str:
    """Return the form in which names are looked up: abbreviations keep their capitals, others lose them."""
    words = " ".join(text.replace("’", "'").split())
    words = words[4:] if words.startswith(("the ", "The ")) else words
    bare = words.replace(".", "")
    return bare if bare.isupper() and len(bare) <= 5 else words.casefold().replace(".", "")


@cache
def _by_code() -> dict[str, Country]:
    return {one.alpha3: one for one in countries()}


@cache
def _named() -> dict[str, str]:
    named = {_key(alias): one.alpha3 for one in countries() for alias in one.aliases}
    named |= {_key(one.name): one.alpha3 for one in countries()}
    # A short name in capitals, as headlines and datelines write it ("IRAN"); aliases keep their capitals.
    short = {one.name.upper(): one.alpha3 for one in countries() if len(one.name) <= 5}
    return short | named


@cache
def _demonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for one in countries():
        for word in one.demonyms:
            plural = () if word.endswith(NO_PLURAL) else (f"{word}s",)
            for form in (word, *plural):
                table.setdefault(form, one.alpha3)
    return table
