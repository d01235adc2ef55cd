"""What events are found by: rows of event_search, joined_search and terms, kept in step with the articles' own.

They repeat in narrow tables what lies in many, so that a question over ten million events reads a few columns. An
article's number is what these tables and the others are joined by most cheaply: numbers rise as articles are kept, so
that DuckDB passes over the stretches of a table that cannot hold those it looks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from diurna.store.tables import delete, find

if TYPE_CHECKING:
    import duckdb

SEARCH = ("event_search", "joined_search")

_PARTS = 8
"""So many parts of a level of the index of terms become one of the next: a term is written log8 times in all."""

_ALL_REPORTS = "SELECT joined_id, article_number, event_id FROM reports JOIN articles USING (article_key)"
_GIVEN_REPORTS = (
    "SELECT unnest($joined::VARCHAR[]) AS joined_id, unnest($numbers::BIGINT[]) AS article_number, "
    "unnest($events::VARCHAR[]) AS event_id"
)


@cache
def _queries() -> dict[str, str]:
    text = (files("diurna.store") / "searching.sql").read_text(encoding="utf-8")
    events, joined, terms = (query for query in text.split(";\n") if query.strip())
    return {"event_search": events, "joined_search": joined, "terms": terms}


def views_of_search() -> str:
    """Return SQL that lets event_search and joined_search be views, where the other tables are views too."""
    filled = {"some": "true", "ids": "true", "reports": _ALL_REPORTS}
    return "\n".join(
        f"DROP TABLE {table}; CREATE VIEW {table} AS {_queries()[table].format(**filled)};" for table in SEARCH
    )


def looked_up(connection: duckdb.DuckDBPyConnection, condition: str) -> str:
    """Return the condition that a row is of an article that the index of terms has for a condition on `term`.

    Where a store has no index (a folder of Parquet files) it is true of every article.
    """
    if not connection.execute("SELECT 1 FROM terms LIMIT 1").fetchall():
        return "true"
    return f"article_number IN (SELECT unnest(articles) FROM terms WHERE {condition})"


def fill_search(connection: duckdb.DuckDBPyConnection, first: int, last: int) -> None:
    """Write what the events of the articles of some numbers are found by; these articles have no such rows yet."""
    some = f"article_number BETWEEN {first:d} AND {last:d}"
    connection.execute(f"INSERT INTO event_search BY NAME {_queries()['event_search'].format(some=some)}")
    connection.execute(
        f"INSERT INTO terms BY NAME SELECT term, 0 AS level, $part AS part, articles "
        f"FROM ({_queries()['terms'].format(some=some)})",
        {"part": _next_part(connection)},
    )
    _compact(connection)


def fill_joined_search(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> None:
    """Write what some joined events are found by, in place of what there was."""
    delete(connection, "joined_search", "joined_id", ids)
    if not ids:
        return
    reports = find(connection, "reports", "joined_id, article_key, event_id", "joined_id", ids)
    keys = sorted({key for _, key, _ in reports})
    numbers = dict(find(connection, "articles", "article_key, article_number", "article_key", keys))
    known = {
        "joined": [id for id, _, _ in reports],
        "numbers": [numbers.get(key) for _, key, _ in reports],
        "events": [event for _, _, event in reports],
        **{f"id{n}": id for n, id in enumerate(ids)},
    }
    listed = ", ".join(f"$id{n}" for n in range(len(ids)))
    there = sorted({number for number in numbers.values() if number is not None})
    some = f"article_number IN ({', '.join(map(str, there))})" if there else "false"
    query = _queries()["joined_search"].format(some=some, ids=f"joined_id IN ({listed})", reports=_GIVEN_REPORTS)
    connection.execute(f"INSERT INTO joined_search BY NAME {query}", known)


def fill_all_search(connection: duckdb.DuckDBPyConnection) -> None:
    """Write what all events of the store are found by, anew."""
    for table in (*SEARCH, "terms"):
        connection.execute(f"DELETE FROM {table}")
    filled = {"some": "true", "ids": "true", "reports": _ALL_REPORTS}
    for table in SEARCH:
        connection.execute(f"INSERT INTO {table} BY NAME {_queries()[table].format(**filled)}")
    connection.execute(
        f"INSERT INTO terms BY NAME SELECT term, 0 AS level, 0 AS part, articles "
        f"FROM ({_queries()['terms'].format(some='true')})"
    )


def _next_part(connection: duckdb.DuckDBPyConnection) -> int:
    ((part,),) = connection.execute("SELECT coalesce(max(part) + 1, 0) FROM terms").fetchall()
    return int(part)


def _compact(connection: duckdb.DuckDBPyConnection) -> None:
    """Make one part of the next level of the parts of a level, where they are many."""
    for level in range(1000):
        ((parts,),) = connection.execute("SELECT count(DISTINCT part) FROM terms WHERE level = ?", [level]).fetchall()
        if parts < _PARTS:
            return
        part = _next_part(connection)
        connection.execute(
            "INSERT INTO terms BY NAME SELECT term, $level + 1 AS level, $part AS part, "
            "flatten(list(articles ORDER BY part)) AS articles FROM terms WHERE level = $level "
            "GROUP BY term ORDER BY term",
            {"level": level, "part": part},
        )
        connection.execute("DELETE FROM terms WHERE level = ?", [level])
