"""What to look at next: the events whose checking helps most come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

Cursor = tuple[float, str, str]


@dataclass(frozen=True, slots=True)
class Queued:
    """An event to look at, how much that helps (0 to 1), and why, in words.

    `cursor` is given to `queue` to go on behind this one.
    """

    article_key: str
    event: str
    article_id: str
    title: str | None
    type: str
    trigger: str
    confidence: float
    helps: float
    reasons: tuple[str, ...]

    @property
    def cursor(self) -> Cursor:
        """Return what `queue` goes on behind."""
        return self.helps, self.article_key, self.event


def queue(connection: duckdb.DuckDBPyConnection, limit: int = 50, after: Cursor | None = None) -> list[Queued]:
    """Return the events that nobody has looked at, those first that help most, behind the `cursor` of one of them."""
    helps, article, event = after or (None, "", "")
    rows = connection.execute(
        _question(), {"helps": helps, "article": article, "event": event, "limit": limit}
    ).fetchall()
    return [_queued(row) for row in rows]


@cache
def _question() -> str:
    return (files("diurna.store.corrections") / "queue.sql").read_text("utf-8")


def _queued(row: tuple[Any, ...]) -> Queued:
    key, event, article, title, type, trigger, confidence, helps, *_ = row
    return Queued(key, event, article, title, type, trigger, confidence, helps, tuple(_reasons(*row[8:])))


def _reasons(
    doubt: float, head: str, entry: str, torn: bool, fields: list[str], actor: str | None, important: float
) -> Iterator[str]:
    if doubt >= 0.5:
        yield "the machine is in doubt"
    if torn:
        yield f"the head reads {head}, the lexicon {entry}"
    if fields:
        yield f"reports differ: {', '.join(fields)}"
    if important >= 0.5 and actor:
        yield f"much is told of {actor}"
