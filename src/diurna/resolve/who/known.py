"""The compiled file of known actors: actors.sqlite, opened once and read only.

training/actors.py writes it. Three tables: `actor` (who), `spell` (country, sector and office, with the days
they held; an actor's most telling spell first) and `called` (name_key of every name, and how well it fits: 2
its own name, 1 a short name that others share).
"""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import NamedTuple


class Spell(NamedTuple):
    """What an actor was from one day to another (ISO days, empty where open or not known)."""

    country: str | None
    sector: tuple[str, ...]
    office: str | None
    since: str
    until: str


class Known(NamedTuple):
    """An actor of the file: prominence 0 to 100; `own`: the name looked up is its own, not a short one.

    `users`: it comes from a file of the user's, which wins.
    """

    name: str
    type: str
    wikidata: str | None
    prominence: int
    own: bool
    spells: tuple[Spell, ...]
    users: bool = False


@lru_cache(4096)  # a name is asked for alone and in each phrase that has it
def actors_called(key: str) -> tuple[Known, ...]:
    """Return the actors that are called by a name's key, the most prominent first."""
    found = _file().execute(
        "SELECT actor.id, name, type, wikidata, prominence, fit "
        "FROM called JOIN actor ON actor.id = called.actor WHERE key = ? ORDER BY prominence DESC, actor.id",
        (key,),
    )
    return tuple(
        Known(name, kind, wikidata, prominence, fit == 2, _spells(number))
        for number, name, kind, wikidata, prominence, fit in found
    )


def _spells(actor: int) -> tuple[Spell, ...]:
    found = _file().execute(
        "SELECT country, sector, office, since, until FROM spell WHERE actor = ? ORDER BY place", (actor,)
    )
    return tuple(Spell(country or None, tuple(sector.split()), office or None, since, until)
                 for country, sector, office, since, until in found)  # fmt: skip


@cache
def _file() -> sqlite3.Connection:
    """Open the file; raises FileNotFoundError where it was not built."""
    at = files("diurna.resolve.who").joinpath("actors.sqlite")
    if not at.is_file():
        raise FileNotFoundError(f"{at} is missing; write it with: python -m training.actors DATA")
    with as_file(at) as path:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(uri, uri=True, check_same_thread=False)
