"""Learned weights in the store: the newest that was not taken back is used when articles are coded into it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights that were learned: their number, when (UTC), who let it, the text as TOML, and the report."""

    id: int
    at: datetime
    who: str
    weights: str
    report: Mapping[str, Any]


def newest(connection: duckdb.DuckDBPyConnection) -> Learned | None:
    """Return the weights that count now; None where nothing was learned, or all was taken back."""
    rows = connection.execute(
        "SELECT id, made, who, weights, report FROM learned WHERE undone IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchall()
    if not rows:
        return None
    id, at, who, weights, report = rows[0]
    return Learned(id, at, who, weights, json.loads(report))


def keep_learned(connection: duckdb.DuckDBPyConnection, who: str, weights: str, report: Mapping[str, Any]) -> int:
    """Keep learned weights, so that they count from now on, and return their number."""
    made = connection.execute(
        "INSERT INTO learned (id, made, who, weights, report) "
        "SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM learned RETURNING id",
        [_now(), who, weights, json.dumps(report)],
    ).fetchall()
    return int(made[0][0])


def undo_learned(connection: duckdb.DuckDBPyConnection) -> int | None:
    """Take the newest weights back, so that the former ones count, and return their number; None: there are none."""
    last = newest(connection)
    if last is None:
        return None
    connection.execute("UPDATE learned SET undone = ? WHERE id = ?", [_now(), last.id])
    return last.id


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
