"""What people decided of reports, found again in the reports as they are now.

A decision points at words: article, offsets, type. An event whose trigger or mention meets them is the one that was
meant, whatever id it has after coding anew; of several one of the same type.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from diurna.merge.across import Decisions, Key, Telling
from diurna.store.tables import find

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that one side of a decision points at, and what was decided."""

    decision: int
    kind: str
    side: str
    article_key: str
    start: int
    end: int
    type: str


def any_decided(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether people decided anything."""
    return bool(connection.execute("SELECT 1 FROM joinings LIMIT 1").fetchall())


def anchors_at(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> list[Anchor]:
    """Return all anchors of the decisions that point at one of the articles, the oldest decision first."""
    if not any_decided(connection):
        return []
    touched = find(connection, "joining_anchors", "decision", "article_key", sorted(articles))
    numbers = sorted({number for (number,) in touched})
    rows = find(
        connection,
        "joining_anchors JOIN joinings USING (decision)",
        "decision, kind, side, article_key, start_offset, end_offset, type",
        "decision",
        numbers,
    )
    return sorted((Anchor(*row) for row in rows), key=lambda anchor: (anchor.decision, anchor.side, anchor.article_key))


def meant(anchor: Anchor, tellings: Iterable[Telling]) -> Telling | None:
    """Return the telling that an anchor points at, of those of its article; None where none meets its words."""
    there = [
        telling
        for telling in tellings
        for start, end in ((telling.start, telling.end), *telling.mentions)
        if start < max(anchor.end, anchor.start + 1) and anchor.start < max(end, start + 1)
    ]
    return next((telling for telling in there if telling.type == anchor.type), there[0] if there else None)


def decisions_of(anchors: Sequence[Anchor], tellings: Mapping[str, Sequence[Telling]]) -> Decisions:
    """Return what was decided of pairs of tellings, which are given by article; of two decisions the later counts."""
    sides: dict[tuple[int, str], dict[str, list[Key]]] = {}
    for anchor in anchors:
        made = sides.setdefault((anchor.decision, anchor.kind), {"a": [], "b": []})
        if telling := meant(anchor, tellings.get(anchor.article_key, ())):
            made[anchor.side].append(telling.key)
    decided: dict[frozenset[Key], str] = {}
    for (_, kind), side in sides.items():
        if kind == "join":
            together = list(dict.fromkeys(side["a"] + side["b"]))
            pairs = list(pairwise(together))
        else:
            pairs = [(one, other) for one in side["a"] for other in side["b"] if one != other]
        decided |= {frozenset(pair): kind for pair in pairs}
    return Decisions(_by_key(decided, "join"), _by_key(decided, "split"))


def _by_key(decided: Mapping[frozenset[Key], str], kind: str) -> dict[Key, frozenset[Key]]:
    made: dict[Key, set[Key]] = defaultdict(set)
    for pair, decision in decided.items():
        if decision == kind:
            one, other = pair
            made[one].add(other)
            made[other].add(one)
    return {key: frozenset(others) for key, others in made.items()}
