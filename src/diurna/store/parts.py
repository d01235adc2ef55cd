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
_AT_A_TIME = 150_000  # rows, or articles of terms, that are made one at a time: DuckDB has room for them in 128 MB
_SAMPLED = 2_000  # rows by which a level is cut into stretches of like size
# How the parts of a level are made one: by which column they are in order, what a row weighs, and the query.
_MADE_ONE = {
    "terms": (
        "term",
        "size",
        "term, sum(size)::INTEGER AS size, flatten(list(articles ORDER BY part)) AS articles",
        "GROUP BY term ORDER BY term",
    ),
    "actor_facts": (
        "who",
        "1",
        "who, kind, value, sum(count)::BIGINT AS count",
        "GROUP BY who, kind, value HAVING sum(count) <> 0 ORDER BY who, kind, value",
    ),
    "copy_bands": ("band", "1", "band, number", "ORDER BY band"),
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
    """Make one part of the next level of the parts of a level, where they are many; a stretch after the other, since
    what DuckDB holds while it groups grows with the rows.
    """
    key, _, columns, how = _MADE_ONE[table]
    level = 0
    while True:
        ((parts,),) = connection.execute(
            f"SELECT count(DISTINCT part) FROM {table} WHERE level = ?", [level]
        ).fetchall()
        if parts < _PARTS:
            return
        part, bounds = next_part(connection, table), _bounds(connection, table, level)
        for low, high in zip([None, *bounds], [*bounds, None], strict=True):
            within = "".join([f" AND {key} >= $low" if low is not None else "",
                              f" AND {key} < $high" if high is not None else ""])  # fmt: skip
            known = {"level": level, "part": part, "low": low, "high": high}
            connection.execute(
                f"INSERT INTO {table} BY NAME SELECT {columns}, $level + 1 AS level, $part AS part FROM {table} "
                f"WHERE level = $level{within} {how}",
                {name: value for name, value in known.items() if value is not None},
            )
        connection.execute(f"DELETE FROM {table} WHERE level = ?", [level])
        level += 1


def _bounds(connection: duckdb.DuckDBPyConnection, table: str, level: int) -> list[int | str]:
    """Return at which keys the stretches of a level begin, but for the first."""
    key, weight, *_ = _MADE_ONE[table]
    ((weighs,),) = connection.execute(
        f"SELECT coalesce(sum({weight}), 0) FROM {table} WHERE level = ?", [level]
    ).fetchall()
    stretches = int(weighs) // _AT_A_TIME + 1
    if stretches == 1:
        return []
    sampled = connection.execute(
        f"SELECT key, weight FROM (SELECT {key} AS key, {weight} AS weight FROM {table} WHERE level = ?) "
        f"USING SAMPLE reservoir({_SAMPLED} ROWS) REPEATABLE (1)",
        [level],
    ).fetchall()
    found: list[int | str] = []
    passed = 0
    share = sum(of for _, of in sampled) / stretches
    for value, of in sorted(sampled):
        if passed >= share * (len(found) + 1) and value not in found:
            found.append(value)
        passed += of
    return found
