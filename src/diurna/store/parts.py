"""Tables in sorted parts: each batch of articles adds a small one, and many of a level become one of the next.

So a table that is looked up by a key in no order stays in the order of that key without an index: a row is written
log8 times in all, and DuckDB passes over the stretches of a part that cannot hold what is looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_PARTS = 8  # parts of a level that become one of the next
_BATCH = 256  # articles that are kept together
# How the parts of a level are made one.
_MADE_ONE = {
    "terms": (
        "term, sum(size)::INTEGER AS size, flatten(list(articles ORDER BY part)) AS articles",
        "GROUP BY term ORDER BY term",
    ),
    "actor_facts": (
        "who, kind, value, sum(count)::BIGINT AS count",
        "GROUP BY who, kind, value HAVING sum(count) <> 0 ORDER BY who, kind, value",
    ),
    "copy_bands": ("band, number", "ORDER BY band"),
}


def level_of(articles: int) -> int:
    """Return the level of a part of so many articles: as if they had come a batch after the other, so that small parts
    to come are not made one with this large one.
    """
    return next(level for level in range(99) if _BATCH * _PARTS**level >= articles)


def add_part(connection: duckdb.DuckDBPyConnection, table: str, rows: str, level: int = 0) -> None:
    """Add the rows of a query as a part of a level, and make parts one where they are many."""
    rows = rows.rstrip().rstrip(";")
    connection.execute(
        f"INSERT INTO {table} BY NAME SELECT *, $level AS level, $part AS part FROM ({rows})",
        {"level": level, "part": next_part(connection, table)},
    )
    make_one(connection, table)


def next_part(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return the number of the next part."""
    ((part,),) = connection.execute(f"SELECT coalesce(max(part) + 1, 0) FROM {table}").fetchall()
    return int(part)


def make_one(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Make one part of the next level of the parts of a level, where they are many."""
    columns, how = _MADE_ONE[table]
    level = 0
    while True:
        ((parts,),) = connection.execute(
            f"SELECT count(DISTINCT part) FROM {table} WHERE level = ?", [level]
        ).fetchall()
        if parts < _PARTS:
            return
        connection.execute(
            f"INSERT INTO {table} BY NAME SELECT {columns}, $level + 1 AS level, $part AS part FROM {table} "
            f"WHERE level = $level {how}",
            {"level": level, "part": next_part(connection, table)},
        )
        connection.execute(f"DELETE FROM {table} WHERE level = ?", [level])
        level += 1
