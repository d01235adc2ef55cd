"""Write the file of known actors: python -m training.actors /work/shared/data/actors

Joins four sources, the surest first: src/diurna/resolve/who/actors.csv (by hand), the officeholders of
January 2025 (facts from Wikidata, CC0), Party Facts (MIT) and the Phoenix dictionaries (MIT). Rows of one
Wikidata id, or of one name in one country, are one actor. Writes src/diurna/resolve/who/actors.sqlite; its
tables are told in known.py. The same sources give the same bytes.
"""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from diurna.resolve.who.known import Spell
from diurna.resolve.who.names import is_acronym, name_key
from training.actors_lists import Row, officeholders, own_actors, parties
from training.actors_phoenix import phoenix_actors

PACKAGE = Path(__file__).parent.parent / "src/diurna/resolve/who"
TARGET = PACKAGE / "actors.sqlite"
OWN, SHORT = 2, 1
SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE actor (id INTEGER PRIMARY KEY, name TEXT, type TEXT, wikidata TEXT, prominence INTEGER);
CREATE TABLE spell (actor INTEGER, place INTEGER, country TEXT, sector TEXT, office TEXT, since TEXT, until
TEXT,
                    PRIMARY KEY (actor, place)) WITHOUT ROWID;
CREATE TABLE called (key TEXT, actor INTEGER, fit INTEGER, PRIMARY KEY (key, actor)) WITHOUT ROWID;
"""


@dataclass
class Actor:
    """An actor as the sources come together: names with their fit, spells, and how telling each spell is."""

    name: str
    type: str
    wikidata: str | None
    prominence: int
    source: str
    names: dict[str, int] = field(default_factory=dict)
    spells: list[Spell] = field(default_factory=list)
    telling: dict[Spell, int] = field(default_factory=dict)


class Actors:
    """All actors, found again by Wikidata id or by name and country."""

    def __init__(self) -> None:
        self.all: list[Actor] = []
        self._by_id: dict[str, Actor] = {}
        self._by_name: dict[tuple[str, str | None, bool], Actor] = {}

    def add(self, row: Row, source: str) -> None:
        """Add a row: to the actor it belongs to, or as a new one."""
        keys = [(name_key(name), row.spell.country, row.type == "person") for name in row.aliases]
        actor = self._by_id.get(row.wikidata or "") or next(
            (self._by_name[key] for key in keys if key in self._by_name), None
        )
        if actor is None:
            actor = Actor(row.name, row.type, row.wikidata, row.prominence, source)
            self.all.append(actor)
        actor.wikidata = actor.wikidata or row.wikidata
        actor.prominence = max(actor.prominence, row.prominence)
        for name in row.aliases:
            _file_under(actor, name, OWN)
        for name in row.short:
            _file_under(actor, name, SHORT)
        # A surer source's spell stands; a later one adds what it did not know.
        known = {_summary(one) for one in actor.spells}
        news = source == actor.source or (source == "officeholders" and all(one.until for one in actor.spells))
        if news and _summary(row.spell) not in known:
            actor.spells.append(row.spell)
            actor.telling.setdefault(row.spell, row.prominence)
        for key in keys:
            self._by_name.setdefault(key, actor)
        if row.wikidata:
            self._by_id.setdefault(row.wikidata, actor)


def _summary(spell: Spell) -> tuple[str | None, tuple[str, ...], str, str]:
    """Return what makes two sources' spells the same: country, first sector, years."""
    return spell.country, spell.sector[:1], spell.since[:4], spell.until[:4]


def _file_under(actor: Actor, name: str, fit: int) -> None:
    key = name_key(name)
    # "Nato" and "Unesco" are written too; a short acronym in small letters is some other word.
    for one in {key, key.casefold()} if is_acronym(key) and len(key) >= 4 else {key}:
        if one:
            actor.names[one] = max(fit, actor.names.get(one, 0))


def main(data: Path) -> None:
    """Read the sources, write the file, print what it holds."""
    actors = Actors()
    own = (PACKAGE / "actors.csv").read_text(encoding="utf-8").splitlines()
    sources = (
        ("own", own_actors(own, "actors.csv")),
        ("officeholders", officeholders(data / "officeholders-2025-01.csv")),
        ("parties", parties(data / "parties.csv")),
        ("phoenix", chain.from_iterable(map(_phoenix_rows, phoenix_actors(data / "phoenix")))),
    )
    for source, found in sources:
        before = len(actors.all)
        for row in found:
            actors.add(row, source)
        print(f"{source}: {len(actors.all) - before} actors")
    write(actors.all)
    print(f"{sum(len(one.names) for one in actors.all)} names, {TARGET.stat().st_size / 1e6:.1f} MB")


def _phoenix_rows(entry: tuple[str, list[str], str, list[Spell]]) -> list[Row]:
    name, others, kind, spells = entry
    business = spells[0].sector[:1] == ("BUS",)
    prominence = 40 if kind == "person" else 5 if business else 25
    return [Row(name, (name, *others), (), kind, None, prominence, spell) for spell in spells]


def write(actors: list[Actor]) -> None:
    """Write the actors with all they are called; an actor without a name or a spell is left out."""
    TARGET.unlink(missing_ok=True)
    file = sqlite3.connect(TARGET)
    file.executescript(SCHEMA)
    kept = [one for one in actors if one.names and one.spells]
    for number, one in enumerate(kept, 1):
        file.execute(
            "INSERT INTO actor VALUES (?, ?, ?, ?, ?)",
            (number, one.name, one.type, one.wikidata, one.prominence),
        )
        for place, spell in enumerate(_ordered(one)):
            values = (
                spell.country or "",
                " ".join(spell.sector),
                spell.office or "",
                spell.since,
                spell.until,
            )
            file.execute("INSERT INTO spell VALUES (?, ?, ?, ?, ?, ?, ?)", (number, place, *values))
    called = sorted((key, number, fit) for number, one in enumerate(kept, 1) for key, fit in one.names.items())
    file.executemany("INSERT INTO called VALUES (?, ?, ?)", called)
    file.commit()
    file.execute("VACUUM")
    file.close()
    # SQLite's own version stands in bytes 96 to 99 of the header; no reader uses it.
    with TARGET.open("r+b") as header:
        header.seek(96)
        header.write(b"\0\0\0\0")


def _ordered(actor: Actor) -> list[Spell]:
    """Return the spells: first those that go on, the more prominent office first, else in the source's order."""
    return sorted(actor.spells, key=lambda one: (one.until == "", actor.telling[one]), reverse=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m training.actors DATA (the folder with officeholders-2025-01.csv)")
    main(Path(sys.argv[1]))
