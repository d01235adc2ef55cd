"""What events and actors are found by: rows of four tables (searching.sql), kept in step with the articles' own.

They repeat in narrow tables what lies in many, so that a question over ten million events reads a few columns. An
article's number is what these tables and the others are joined by most cheaply: numbers rise as articles are kept, so
that DuckDB passes over the stretches of a table that cannot hold those it looks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from diurna.store.parts import add_part, level_of
from diurna.store.tables import delete, find

if TYPE_CHECKING:
    import duckdb

SEARCH = ("event_search", "joined_search", "terms", "actor_facts")

THEN = f"LIMIT {2**62}"
"""A limit that is none: DuckDB does what follows it in a query after it, and so not on rows that it leaves out."""

_ALL_REPORTS = "SELECT joined_id, article_number, event_id FROM reports JOIN articles USING (article_key)"
_GIVEN_REPORTS = (
    "SELECT unnest($joined::VARCHAR[]) AS joined_id, unnest($numbers::BIGINT[]) AS article_number, "
    "unnest($events::VARCHAR[]) AS event_id"
)


@cache
def _queries() -> dict[str, str]:
    text = (files("diurna.store") / "searching.sql").read_text(encoding="utf-8")
    return dict(zip(SEARCH, (query for query in text.split(";\n") if query.strip()), strict=True))


def _query(
    table: str, some: str = "true", reports: str = _ALL_REPORTS, events: str = "true", participants: str = "true"
) -> str:
    """Return the query of a table's rows: of some articles, of some joined events."""
    return _queries()[table].format(some=some, reports=reports, events=events, participants=participants)


def views_of_search() -> str:
    """Return SQL that lets the tables be views where the other tables are views too; the index of terms stays empty."""
    made = {table: _query(table) for table in SEARCH if table != "terms"}
    made["actor_facts"] = f"SELECT *, 0 AS level, 0 AS part FROM ({made['actor_facts'].rstrip().rstrip(';')})"
    return "\n".join(f"DROP TABLE {table}; CREATE VIEW {table} AS {query};" for table, query in made.items())


def looked_up(connection: duckdb.DuckDBPyConnection, condition: str) -> str:
    """Return the condition that a row is of an article that the index of terms has for a condition on `term`.

    Where a store has no index (a folder of Parquet files) it is true of every article.
    """
    if not connection.execute("SELECT 1 FROM terms LIMIT 1").fetchall():
        return "true"
    return f"article_number IN (SELECT unnest(articles) FROM terms WHERE {condition})"


def fill_search(connection: duckdb.DuckDBPyConnection, first: int, last: int) -> None:
    """Write what the events and actors of the articles of some numbers are found by; they have no such rows yet."""
    some = f"article_number BETWEEN {first:d} AND {last:d}"
    connection.execute(f"INSERT INTO event_search BY NAME {_query('event_search', some)}")
    for table in ("terms", "actor_facts"):
        add_part(connection, table, _query(table, some))


def forget_search(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> None:
    """Take back what the events and actors of some articles are found by; their other rows are still there.

    Numbers are not used again, so that the index of terms may go on pointing to them.
    """
    if numbers:
        some = f"article_number IN ({', '.join(map(str, numbers))})"
        delete(connection, "event_search", "article_number", numbers)
        facts = _query("actor_facts", some).rstrip().rstrip(";")
        add_part(connection, "actor_facts", f"SELECT * REPLACE (-count AS count) FROM ({facts})")


def fill_joined_search(
    connection: duckdb.DuckDBPyConnection, reports: Sequence[tuple[str, str, str]], since: Mapping[str, int]
) -> None:
    """Write what joined events are found by; they have no such rows yet.

    Given are their reports (joined event, article, event there) and the last row that joined_events and
    joined_participants had before these events were written.
    """
    if not reports:
        return
    keys = sorted({key for _, key, _ in reports})
    numbers = dict(find(connection, "articles", "article_key, article_number", "article_key", keys))
    known = {
        "joined": [id for id, _, _ in reports],
        "numbers": [numbers.get(key) for _, key, _ in reports],
        "events": [event for _, _, event in reports],
    }
    there = sorted({number for number in numbers.values() if number is not None})
    some = f"article_number IN ({', '.join(map(str, there))})" if there else "false"
    events, participants = (f"rowid > {since[table]}" for table in ("joined_events", "joined_participants"))
    query = _query("joined_search", some, _GIVEN_REPORTS, events, participants)
    connection.execute(f"INSERT INTO joined_search BY NAME {query}", known)


def fill_all_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Write what all events and actors of the store are found by, anew."""
    for table in SEARCH:
        connection.execute(f"DELETE FROM {table}")
    for table in ("event_search", "joined_search"):
        connection.execute(f"INSERT INTO {table} BY NAME {_query(table)}")
    ((articles,),) = connection.execute("SELECT count(*) FROM articles").fetchall()
    level = level_of(articles)
    for table in ("terms", "actor_facts"):
        add_part(connection, table, _query(table), level)
