"""Everything a store has of one actor: identity, names, offices with the words that give them, and events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from diurna.show.display_text import shown
from diurna.store.searching import looked_up

if TYPE_CHECKING:
    import duckdb

MOST_EVENTS = 200


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a report gives the actor: title, of what, since and until when, the report and its words."""

    title: str
    of: str | None
    since: str | None
    until: str | None
    article: str
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Deed:
    """An event that the actor takes part in: as actor or recipient, what, when, with whom, and the words."""

    role: str
    type: str
    mode: str | None
    status: str
    day: date | None
    others: str | None
    article: str
    words: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor as the store has him: `names` counts the names he is called by, `others` are namesakes."""

    name: str
    wikidata: str | None
    countries: Mapping[str, int]
    sectors: Mapping[str, int]
    names: Mapping[str, int]
    offices: tuple[Office, ...]
    deeds: tuple[Deed, ...]
    others: tuple[str, ...] = ()


_CALLED = """
WITH near AS MATERIALIZED (
    SELECT article_number, entity_id, coalesce(wikidata, name) AS who, name FROM entities WHERE {near}
),
named AS MATERIALIZED (
    SELECT DISTINCT article_number, entity_id FROM entity_mentions
    WHERE {near} AND kind = 'name' AND lower(text) = lower($name)
)
SELECT who, mode(name), count(*) AS n FROM near
WHERE lower(name) = lower($name) OR (article_number, entity_id) IN (SELECT (article_number, entity_id) FROM named)
GROUP BY who ORDER BY n DESC, who
"""


def actor(connection: duckdb.DuckDBPyConnection, name: str) -> Actor | None:
    """Return what the store has of whoever is called `name` (case is free), None where nobody is.

    Entities of several articles are one actor where they share an identity or, without one, their name. Of several
    actors called so the one of most articles is returned, and the rest are named in `others`.
    """
    near = looked_up(connection, "term = '=' || lower($name)")
    whos = connection.execute(_CALLED.format(near=near), {"name": name}).fetchall()
    if not whos:
        return None
    found = actor_of(connection, whos[0][0])
    return replace(found, name=whos[0][1], others=tuple(other for _, other, _ in whos[1:])) if found else None


def actor_of(connection: duckdb.DuckDBPyConnection, who: str, most_events: int = MOST_EVENTS) -> Actor | None:
    """Return what the store has of an actor, given its identity (a Wikidata id) or, without one, its name; or None.

    The connection has then the temporary table `mine` of the actor's entities, for questions of one's own.
    """
    near = "term = '@' || $who"
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE mine AS "
        "SELECT article_key, article_number, entity_id, name, wikidata, country, sector "
        f"FROM entities WHERE {looked_up(connection, near)} AND coalesce(wikidata, name) = $who",
        {"who": who},
    )
    named, wikidata, there = connection.execute(
        "SELECT mode(name), any_value(wikidata), count(*) FROM mine"
    ).fetchall()[0]
    if not there:
        return None
    return Actor(
        named,
        wikidata,
        _counted(connection, "SELECT country, count(*) FROM mine WHERE country IS NOT NULL GROUP BY ALL"),
        _counted(connection, "SELECT one, count(*) FROM (SELECT unnest(sector) AS one FROM mine) GROUP BY ALL"),
        _counted(connection, "SELECT m.text, count(*) FROM entity_mentions AS m "
                 "JOIN mine USING (article_number, entity_id) WHERE m.kind = 'name' GROUP BY ALL"),
        tuple(_offices(connection)),
        tuple(_deeds(connection, most_events)) if most_events else (),
    )  # fmt: skip


def _counted(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, int]:
    return dict(connection.execute(f"{query} ORDER BY 2 DESC, 1").fetchall())


def _offices(connection: duckdb.DuckDBPyConnection) -> Iterator[Office]:
    rows = connection.execute(
        "SELECT r.title, of_what, since, until, article_id, published, r.text FROM roles AS r "
        "JOIN mine USING (article_number, entity_id) JOIN articles USING (article_number) "
        "ORDER BY published NULLS LAST, article_id, r.start_offset"
    ).fetchall()
    return (Office(*row) for row in rows)


def _deeds(connection: duckdb.DuckDBPyConnection, most: int) -> Iterator[Deed]:
    rows = connection.execute(
        "WITH first AS MATERIALIZED ("
        "    SELECT role, article_number, event_id, coalesce(e.date_start, a.published) AS day, article_id, e.position "
        "    FROM participants AS p JOIN mine USING (article_number, entity_id) "
        "    JOIN events AS e USING (article_number, event_id) JOIN articles AS a USING (article_number) "
        "    ORDER BY day NULLS LAST, article_id, e.position LIMIT $most"
        ") SELECT first.role, e.type, nullif(array_to_string(e.mode, '; '), ''), e.status, e.date_start, ("
        "    SELECT string_agg(DISTINCT coalesce(o.name, o.text), '; ') FROM participants AS o"
        "    WHERE o.article_number = first.article_number AND o.event_id = first.event_id AND o.role <> first.role"
        "), article_id, e.text "
        "FROM first JOIN events AS e USING (article_number, event_id) "
        "ORDER BY day NULLS LAST, article_id, first.position",
        {"most": most},
    ).fetchall()
    return (Deed(*row) for row in rows)


def actor_json(found: Actor) -> str:
    """Return the actor as one JSON object."""
    return json.dumps(asdict(found), ensure_ascii=False, default=str)


def print_actor(found: Actor, console: Console) -> None:
    """Print the actor for a person: who, called what, offices by day, events by day."""
    console.print(Text(shown(found.name), "bold"), Text(f"wikidata {found.wikidata}" if found.wikidata else ""))
    for label, counts in (("country", found.countries), ("sector", found.sectors), ("called", found.names)):
        if counts:
            console.print(Text(f"{label}: " + ", ".join(f"{shown(name)} ({n})" for name, n in counts.items())))
    if found.others:
        console.print(Text("others of that name: " + ", ".join(map(shown, found.others))))
    if found.offices:
        table = Table("said on", "office", "of", "from", "until", "words", "article", box=box.SIMPLE_HEAD)
        for one in found.offices:
            table.add_row(*map(_cell, (one.published, one.title, one.of, one.since, one.until, one.words, one.article)))
        console.print(table)
    table = Table("when", "as", "what", "status", "with", "words", "article", box=box.SIMPLE_HEAD)
    for deed in found.deeds:
        what = f"{deed.type} {deed.mode}" if deed.mode else deed.type
        table.add_row(*map(_cell, (deed.day, deed.role, what, deed.status, deed.others, deed.words, deed.article)))
    console.print(table)


def _cell(value: object) -> Text:
    return Text("" if value is None else shown(str(value)))
