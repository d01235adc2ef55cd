"""Actors of the user's own: a CSV that goes before what the package knows (docs/actors.md)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from diurna.code.table import LexiconError
from diurna.resolve.countries import countries
from diurna.resolve.who.known import Known, Spell
from diurna.resolve.who.names import name_key
from diurna.resolve.who.tables import SPECIAL, rows, sectors

COLUMNS = ["name", "aliases", "country", "sector", "from", "until", "wikidata"]

_Row = tuple[str, str, tuple[str, ...], Spell, str]  # place, name, aliases, spell, wikidata


@cache
def own_actors(path: Path) -> dict[str, tuple[Known, ...]]:
    """Return the actors of a CSV by the keys of their names and aliases.

    Rows of one name are its spells: what the actor was from one day to another. Raises LexiconError, naming the file,
    the line and the remedy, for an unknown country or sector, a day that is none, spells that overlap, or an alias of
    two actors.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
        read = [_row(place, cells) for place, cells in rows(lines, str(path), COLUMNS)]
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except ValueError as error:
        raise LexiconError(str(error)) from error
    by_name: dict[str, list[_Row]] = defaultdict(list)
    for row in read:
        by_name[name_key(row[1])].append(row)
    called: dict[str, tuple[str, Known]] = {}
    for key, of_name in by_name.items():
        _check_apart(of_name)
        known = _known(of_name)
        for alias in {key, *(name_key(alias) for row in of_name for alias in row[2])}:
            other = called.setdefault(alias, (key, known))
            if other[0] != key:
                place = of_name[0][0]
                raise LexiconError(f"{place}: {alias!r} is a name of {other[1].name!r} too; leave it to one of the two")
    return {alias: (known,) for alias, (_, known) in called.items()}


def _row(place: str, cells: list[str]) -> _Row:
    name, aliases, country, sector, since, until, wikidata = cells
    if not name:
        raise LexiconError(f"{place}: no name; write whom the line is about")
    if country and country not in SPECIAL and country not in {one.alpha3 for one in countries()}:
        raise LexiconError(f"{place}: no country {country!r}; write an alpha-3 code or {' '.join(sorted(SPECIAL))}")
    for day in (since, until):
        if day:
            try:
                date.fromisoformat(day)
            except ValueError as error:
                raise LexiconError(f"{place}: {day!r} is no day; write it as 2024-05-31") from error
    if since and until and until < since:
        raise LexiconError(f"{place}: until {until} is before from {since}; exchange them")
    spell = Spell(country or None, sectors(sector, place), None, since, until)
    return place, name, tuple(one.strip() for one in aliases.split("|") if one.strip()), spell, wikidata


def _check_apart(of_name: list[_Row]) -> None:
    """Raise LexiconError where two spells of one actor share a day."""
    ordered = sorted(of_name, key=lambda row: row[3].since)
    for earlier, later in pairwise(ordered):
        if not earlier[3].until or later[3].since <= earlier[3].until:
            raise LexiconError(
                f"{later[0]}: {later[1]!r} is two things on {later[3].since or 'the first day'} ({earlier[0]}); "
                "end the earlier line the day before"
            )


def _known(of_name: list[_Row]) -> Known:
    latest = sorted(of_name, key=lambda row: row[3].since, reverse=True)
    wikidata = next((row[4] for row in latest if row[4]), None)
    return Known(of_name[0][1], "other", wikidata, 100, True, tuple(row[3] for row in latest), users=True)
