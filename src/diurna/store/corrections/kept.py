"""Corrections in the store's table: written once, read in the order in which they were made."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from diurna.store.corrections.correction import Anchor, Correction
from diurna.store.tables import find, storable

if TYPE_CHECKING:
    import duckdb

_COLUMNS = (
    "id, made, who, kind, article_key, event_id, entity_id, start_offset, end_offset, label, field, before, after, "
    "note, undoes"
)


def append(connection: duckdb.DuckDBPyConnection, correction: Correction) -> Correction:
    """Write a correction, and return it with its number and the time, UTC."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM corrections").fetchall()[0]
    made = replace(correction, id=last + 1, at=datetime.now(UTC).replace(tzinfo=None))
    anchor = made.anchor
    words = [anchor.start, anchor.end, storable(anchor.label)] if anchor else [None, None, None]
    connection.execute(
        f"INSERT INTO corrections ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            made.id, made.at, made.who, made.kind, made.article_key, made.event, made.entity, *words, made.field,
            _line(made.before), _line(made.after), made.note, made.undoes,
        ],
    )  # fmt: skip
    return made


def corrections_at(
    connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None = None
) -> dict[str, list[Correction]]:
    """Return the corrections of some articles (of all, where None) by article, the oldest first, undone ones too."""
    if articles is None:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM corrections").fetchall()
    elif not connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchall():
        return {}
    else:
        rows = find(connection, "corrections", _COLUMNS, "article_key", sorted(articles))
    made: dict[str, list[Correction]] = {}
    for correction in sorted(map(_correction, rows), key=lambda one: one.id):
        made.setdefault(correction.article_key, []).append(correction)
    return made


def correction_of(connection: duckdb.DuckDBPyConnection, id: int) -> Correction | None:
    """Return the correction of a number; None where there is none."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM corrections WHERE id = ?", [id]).fetchall()
    return _correction(rows[0]) if rows else None


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """Return the corrections that no later one takes back, without the undoings themselves, the oldest first."""
    made = sorted(corrections, key=lambda one: one.id)
    undone = taken_back(made)
    return [one for one in made if one.kind != "undo" and one.id not in undone]


def taken_back(corrections: Iterable[Correction]) -> set[int]:
    """Return the numbers of the corrections that a later one takes back, which is not taken back itself."""
    undone: set[int] = set()
    for one in sorted(corrections, key=lambda one: one.id, reverse=True):
        if one.kind == "undo" and one.undoes is not None and one.id not in undone:
            undone.add(one.undoes)
    return undone


def _correction(row: Sequence[Any]) -> Correction:
    id, at, who, kind, key, event, entity, start, end, label, field, before, after, note, undoes = row
    anchor = None if start is None else Anchor(start, end, label)
    return Correction(
        kind, key, who, event, entity, field, _value(after), note, _value(before), anchor, undoes, id, at
    )  # fmt: skip


def _line(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=True, allow_nan=False)


def _value(line: str | None) -> Any:
    return None if line is None else json.loads(line)
