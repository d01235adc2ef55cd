"""event_table as one CSV or Parquet file, written by DuckDB itself; and rows as tab-separated lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import duckdb

_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_AT_ONCE = 500


class ExportError(Exception):
    """An export that cannot be made; the message says why and what to do."""


def copy_events(connection: duckdb.DuckDBPyConnection, form: Literal["csv", "parquet"], path: Path) -> None:
    """Write event_table to `path`, by date, then article and place in it; raises ExportError."""
    copy_query(
        connection,
        "FROM event_table ORDER BY coalesce(date_start, published), article_id, article_key, start_offset, event_id",
        form,
        path,
    )


def copy_query(connection: duckdb.DuckDBPyConnection, query: str, form: Literal["csv", "parquet"], path: Path) -> None:
    """Write a query of diurna's own to `path`, the same bytes for the same rows; raises ExportError."""
    import duckdb

    options = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet, COMPRESSION zstd"}[form]
    # COPY takes no parameter for its file; in a literal a quote is doubled.
    literal = str(path).replace("'", "''")
    try:
        connection.execute(f"COPY ({query}) TO '{literal}' ({options})")
    except duckdb.IOException as error:
        raise ExportError(f"{path}: cannot be written ({str(error).splitlines()[0]}); give another path") from error


def tabbed(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: dict[str, Any] | None = None
) -> Iterator[str]:
    """Yield the rows of a query as lines of tab-separated cells, unquoted; null is an empty cell."""
    cursor = connection.cursor().execute(query, parameters or {})
    while some := cursor.fetchmany(_AT_ONCE):
        for row in some:
            yield "\t".join(map(_cell, row)) + "\n"


def _cell(value: Any) -> str:
    """Return the value as text without tabs and line breaks, which the form cannot hold."""
    return "" if value is None else _BREAKS.sub(" ", str(value))
