"""Rows of a table are found by a number, wherever they lie."""

from __future__ import annotations

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from diurna.store.tables import find_by_number, find_wide_by_number

ROWS = 40_000


def table() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(
        f"CREATE TABLE told AS SELECT (i * 7919) % 1000 AS number, 'report ' || i AS line FROM range({ROWS}) AS t(i)"
    )
    return connection


TOLD = table()


@given(st.lists(st.integers(0, 1100), max_size=5))
def test_wide_rows_are_those_found_by_reading_the_whole_table(numbers: list[int]) -> None:
    found = find_wide_by_number(TOLD, "told", "number, line", "number", numbers)
    assert sorted(found) == sorted(find_by_number(TOLD, "told", "number, line", "number", numbers))


def test_rows_far_apart_are_found_as_near_ones_are() -> None:
    connection = table()
    connection.execute("UPDATE told SET number = -5 WHERE line IN ('report 3', 'report 4', 'report 39999')")
    found = find_wide_by_number(connection, "told", "line", "number", [-5])
    assert sorted(found) == [("report 3",), ("report 39999",), ("report 4",)]
