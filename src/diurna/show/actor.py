"""Everything a store has of one actor: identity, names, offices with the words that give them, and events."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from diurna.show.display_text import shown
from diurna.store.searching import THEN, looked_up

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
WITH called AS (
    SELECT DISTINCT who FROM actor_facts WHERE kind IN ('name', 'mention') AND lower(value) = lower($name)
)
SELECT who, arg_max(value, n) AS name, sum(n) AS articles
FROM (SELECT who, value, sum(count) AS n FROM actor_facts SEMI JOIN called USING (who) WHERE kind = 'name' GROUP BY ALL)
GROUP BY who HAVING articles > 0 ORDER BY articles DESC, who
"""


def actor(connection: duckdb.DuckDBPyConnection, name: str) -> Actor | None:
    """Return what the store has of whoever is called `name` (case is free), None where nobody is.

    Entities of several articles are one actor where they share an identity or, without one, their name. Of several
    actors called so the one of most articles is returned, and the rest are named in `others`.
    """
    whos = connection.execute(_CALLED, {"name": name}).fetchall()
    if not whos:
        return None
    found = actor_of(connection, whos[0][0])
    return replace(found, name=whos[0][1], others=tuple(other for _, other, _ in whos[1:])) if found else None


def actor_of(connection: duckdb.DuckDBPyConnection, who: str, most_events: int = MOST_EVENTS) -> Actor | None:
    """Return what the store has of an actor, given its identity (a Wikidata id) or, without one, its name; or None."""
    facts: dict[str, dict[str, int]] = defaultdict(dict)
    for kind, value, count in connection.execute(
        "SELECT kind, value, sum(count)::BIGINT AS n FROM actor_facts WHERE who = $who GROUP BY ALL HAVING n > 0 "
        "ORDER BY n DESC, value",
        {"who": who},
    ).fetchall():
        facts[kind][value] = count
    if not facts["name"]:
        return None
    return Actor(
        next(iter(facts["name"])),
        next(iter(facts["wikidata"]), None),
        facts["country"],
        facts["sector"],
        facts["mention"],
        tuple(_offices(connection, who)),
        tuple(_deeds(connection, who, most_events)) if most_events else (),
    )


def rows_of_actor(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    """Return the queries, for a WITH, of `mine`: the rows of a table of entities' things that are of the actor $who."""
    near = looked_up(connection, "term = '@' || $who")
    return f"""
        given AS MATERIALIZED (SELECT * FROM {table} WHERE {near} {THEN}),
        theirs AS MATERIALIZED (
            SELECT article_number, entity_id, coalesce(wikidata, name) AS who FROM entities
            SEMI JOIN (SELECT DISTINCT article_number FROM given) USING (article_number) {THEN}),
        mine AS (FROM given SEMI JOIN (FROM theirs WHERE who = $who) USING (article_number, entity_id))
    """


def _offices(connection: duckdb.DuckDBPyConnection, who: str) -> Iterator[Office]:
    rows = connection.execute(
        f"WITH {rows_of_actor(connection, 'roles')} "
        "SELECT r.title, of_what, since, until, article_id, published, r.text FROM mine AS r "
        "JOIN articles USING (article_number) ORDER BY published NULLS LAST, article_id, r.start_offset",
        {"who": who},
    ).fetchall()
    return (Office(*row) for row in rows)


DEEDS = """
    SELECT side.role, article_number, article_key, event_id, sentence, first_day AS day
    FROM event_search, LATERAL (SELECT unnest(['actor', 'recipient']) AS role) AS side
    WHERE (side.role = 'actor' AND contains(acting, '|' || $who || '|'))
        OR (side.role = 'recipient' AND contains(receiving, '|' || $who || '|'))
"""
"""The query of the actor $who's events; whoever is on both sides has an event twice."""


def _deeds(connection: duckdb.DuckDBPyConnection, who: str, most: int) -> Iterator[Deed]:
    rows = connection.execute(
        f"WITH first AS MATERIALIZED (FROM ({DEEDS}) ORDER BY day NULLS LAST, article_number, sentence LIMIT $most), "
        "numbers AS MATERIALIZED (SELECT DISTINCT article_number FROM first) "
        "SELECT first.role, e.type, nullif(array_to_string(e.mode, '; '), ''), e.status, e.date_start, ("
        "    SELECT string_agg(DISTINCT coalesce(o.name, o.text), '; ')"
        "    FROM (FROM participants SEMI JOIN numbers USING (article_number)) AS o"
        "    WHERE o.article_number = first.article_number AND o.event_id = first.event_id AND o.role <> first.role"
        "), a.article_id, e.text "
        "FROM first JOIN (FROM events SEMI JOIN numbers USING (article_number)) AS e USING (article_number, event_id) "
        "JOIN (FROM articles SEMI JOIN numbers USING (article_number)) AS a ON a.article_number = first.article_number "
        "ORDER BY day NULLS LAST, a.article_id, e.position",
        {"who": who, "most": most},
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
