"""Actors of the hand-written list, of the officeholders of January 2025 and of Party Facts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diurna.resolve.countries import country_named
from diurna.resolve.who.known import Spell
from diurna.resolve.who.names import is_acronym, is_short
from diurna.resolve.who.states import state_of
from diurna.resolve.who.tables import SPECIAL, parts, rows, sectors

HERE = Path(__file__).parent
COLUMNS = ["name", "aliases", "type", "country", "sector", "from", "until", "office", "wikidata"]
TYPES = ("person", "organization", "group", "metonym")
REGION_LESS = 20  # a region's offices are named less often than a state's


@dataclass(frozen=True, slots=True)
class Row:
    """One actor in one office, as a source gives it; `short` are names that others share."""

    name: str
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    type: str
    wikidata: str | None
    prominence: int
    spell: Spell


def own_actors(lines: Iterable[str], name: str) -> Iterator[Row]:
    """Yield the rows of actors.csv; raises ValueError with the line and the remedy where one is wrong."""
    for place, (title, aliases, kind, country, sector, since, until, office, wikidata) in rows(lines, name, COLUMNS):
        if kind not in TYPES:
            raise ValueError(f"{place}: type is {kind!r}; write one of {', '.join(TYPES)}")
        if country and not re.fullmatch("[A-Z]{3}", country):
            raise ValueError(f"{place}: country is {country!r}; write alpha-3 or one of {', '.join(sorted(SPECIAL))}")
        for day in (since, until):
            if day and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day):
                raise ValueError(f"{place}: {day!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
        if wikidata and not re.fullmatch(r"Q\d+", wikidata):
            raise ValueError(f"{place}: {wikidata!r} is no Wikidata id; write Q and digits")
        names = (title, *parts(aliases))
        short = tuple(one for one in names[1:] if is_acronym(one) or is_short(one))
        if kind == "person":
            short = (*short, title.split()[-1])
        prominence = 100 if country in ("IGO", "UNO", "EUR") else 90 if kind == "person" else 80
        # A capital or palace is its own name however short; so is an international body's acronym.
        own = names if kind == "metonym" or country in SPECIAL else tuple(one for one in names if one not in short)
        spell = Spell(country or None, sectors(sector, place), office or None, since, until)
        yield Row(title, own, short, kind, wikidata or None, prominence, spell)


def officeholders(path: Path) -> Iterator[Row]:
    """Yield who held which office in January 2025, the offices of states before those of regions."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = _territory(row["territory"])
            if place is None or not row["person"] or (" " not in row["person"] and row["territory"] != "World"):
                continue
            country, region, partly = place
            sector, prominence = office_code(row["office"])
            # The surname of a state's leader stands alone in reports; a deputy's seldom does.
            short = (row["person"].split()[-1],) if prominence >= 55 and not region else ()
            office = f"{row['office']} of {row['territory']}" if region else row["office"]
            spell = Spell(country, (*sector, "PRE") if partly else sector, office, row["since"], "")
            prominence -= REGION_LESS if region else 0
            yield Row(row["person"], (row["person"], *_from_page(row["wikipedia"])), short, "person",
                      row["wikidata"] or None, prominence, spell)  # fmt: skip


def _from_page(title: str) -> tuple[str, ...]:
    """Return the name a Wikipedia page goes by, without what tells it from others of that name."""
    name = re.sub(r" \(.*\)$", "", title.replace("_", " "))
    return (name,) if " " in name and "," not in name else ()


def parties(path: Path) -> Iterator[Row]:
    """Yield the parties; the larger the share of the vote they once had, the more prominent."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            country = _territories().get(row["country"], (state_of(row["country"]), False))[0]
            share = float(row["share"] or 0)
            prominence = min(60, 25 + round(share)) - (20 if row["year_last"] else 0)
            english = [one.strip() for one in row["name_english"].split(" / ")]
            native = [one.strip() for one in row["name"].split(" / ")]
            names = tuple(dict.fromkeys(one for one in (*english, *native) if len(one) > 2))
            if not names:
                continue
            short = (
                *(one for one in names if is_short(one)),
                *([row["name_short"]] if row["name_short"] else []),
            )
            since = row["year_first"] if row["year_first"].isdigit() else ""
            until = row["year_last"] if row["year_last"].isdigit() else ""
            spell = Spell(country, ("PTY",), None, since, until)
            yield Row(names[0], tuple(one for one in names if one not in short), short, "organization",
                      row["wikidata"] or None, max(5, prominence), spell)  # fmt: skip


def office_code(office: str) -> tuple[tuple[str, ...], int]:
    """Return the sectors that an office tells and its prominence, after offices.csv."""
    plain = office.casefold()
    for words, sector, prominence in _offices():
        if any(plain == word[1:] if word.startswith("=") else word in plain for word in words):
            return sector, prominence
    raise ValueError(f"offices.csv: no row for {office!r}; the last row must have no words")


@cache
def _offices() -> list[tuple[tuple[str, ...], tuple[str, ...], int]]:
    lines = (HERE / "offices.csv").read_text(encoding="utf-8").splitlines()
    return [
        (tuple(words.split("|")), sectors(sector, place), int(prominence))
        for place, (words, sector, prominence) in rows(lines, "offices.csv", ["words", "sector", "prominence"])
    ]


def _territory(name: str) -> tuple[str, bool, bool] | None:
    """Return country, whether it is a region of it, and whether it is partly recognised."""
    table = _territories()
    if name in table:
        country, partly = table[name]
        return country, country_named(name) is None and country not in SPECIAL, partly
    code = country_named(name)
    return None if code is None else (state_of(code), state_of(code) != code and code != "XKX", False)


@cache
def _territories() -> dict[str, tuple[str, bool]]:
    lines = (HERE / "territories.csv").read_text(encoding="utf-8").splitlines()
    return {
        name: (country, partly == "yes")
        for _, (name, country, partly) in rows(lines, "territories.csv", ["territory", "country", "pre"])
    }
