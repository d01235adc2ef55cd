"""Parts of a table are made one a stretch at a time, so that what is held does not grow with them."""

from __future__ import annotations

import duckdb
import pytest

from diurna.store import parts

TERMS = "CREATE TABLE terms (term VARCHAR, size INTEGER, articles BIGINT[], level INTEGER, part INTEGER)"


def eight_parts() -> duckdb.DuckDBPyConnection:
    """Return a store's index of words in eight parts, of articles 10 to 17; "the" stands in all."""
    connection = duckdb.connect()
    connection.execute(TERMS)
    for part in range(8):
        words = sorted({"the", f"word{part}", f"word{part + 1}"})
        connection.executemany(
            "INSERT INTO terms VALUES (?, 1, ?, 0, ?)", [[word, [10 + part], part] for word in words]
        )
    return connection


@pytest.mark.parametrize("at_a_time", [1, 3, 1000])
def test_eight_parts_become_one_in_order_however_many_rows_are_made_at_a_time(
    monkeypatch: pytest.MonkeyPatch, at_a_time: int
) -> None:
    monkeypatch.setattr(parts, "_AT_A_TIME", at_a_time)
    connection = eight_parts()
    parts.make_one(connection, "terms")
    assert connection.execute("SELECT term, size, articles, level FROM terms ORDER BY rowid").fetchall() == [
        ("the", 8, [10, 11, 12, 13, 14, 15, 16, 17], 1),
        ("word0", 1, [10], 1),
        *((f"word{number}", 2, [9 + number, 10 + number], 1) for number in range(1, 8)),
        ("word8", 1, [17], 1),
    ]
    assert connection.execute("SELECT count(DISTINCT part) FROM terms").fetchall() == [(1,)]
