"""How two stores differ: events that one has and the other has not, and fields that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

_FIELDS = (
    "mode", "context", "quad", "score", "status", "actor", "actor_country", "actor_sector", "recipient",
    "recipient_country", "recipient_sector", "counts", "date_start", "date_end", "date_precision", "place",
    "place_country", "source", "stance", "confidence",
)  # fmt: skip
# The same words of the same text with the same type are the same event, whatever id it has in either store; the number
# tells events apart that share all three.
_QUERY = f"""
    SELECT article_key, start_offset, end_offset, type,
        row_number() OVER (PARTITION BY article_key, start_offset, end_offset, type ORDER BY event_id) AS number,
        article_id, "trigger", {", ".join(_FIELDS)}
    FROM event_table ORDER BY article_key, start_offset, end_offset, type, number
"""
_KEY = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `kind` is "only in A", "only in B" or "changed"; the field and its two values where changed."""

    kind: str
    article_id: str
    type: str
    trigger: str
    start: int
    field: str | None = None
    a: Any = None
    b: Any = None


def compare(a: duckdb.DuckDBPyConnection, b: duckdb.DuckDBPyConnection) -> Iterator[Difference]:
    """Yield how the events of two stores differ, by article and place in it; nothing where they are the same."""
    left, right = _rows(a), _rows(b)
    one, other = next(left, None), next(right, None)
    while one or other:
        if other is None or (one is not None and one[:_KEY] < other[:_KEY]):
            assert one is not None
            yield _only("only in A", one)
            one = next(left, None)
        elif one is None or other[:_KEY] < one[:_KEY]:
            yield _only("only in B", other)
            other = next(right, None)
        else:
            yield from _changed(one, other)
            one, other = next(left, None), next(right, None)


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    cursor = connection.cursor().execute(_QUERY)
    while some := cursor.fetchmany(500):
        yield from some


def _only(kind: str, row: tuple[Any, ...]) -> Difference:
    return Difference(kind, row[5], row[3], row[6], row[1])


def _changed(one: tuple[Any, ...], other: tuple[Any, ...]) -> Iterator[Difference]:
    for field, a, b in zip(_FIELDS, one[7:], other[7:], strict=True):
        if a != b:
            yield Difference("changed", one[5], one[3], one[6], one[1], field, a, b)
