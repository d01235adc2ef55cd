"""How much record a store has of some people or a place in some time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import duckdb

_PARTS = 12
"""Into how many parts the time is cut, each to be covered by itself; time of fewer days has a part a day."""

_COVERED = 0.75
"""The share of the parts in which some report must have come out."""


class Sought(Protocol):
    """Whom and where the record is asked about."""

    @property
    def names(self) -> frozenset[str]: ...
    @property
    def countries(self) -> frozenset[str]: ...
    @property
    def place(self) -> str | None: ...
    @property
    def place_country(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles on the same people or place, the days they came out on, and in how many parts of the time any did."""

    articles: int = 0
    days: int = 0
    covered: int = 0
    parts: int = 0


def is_enough(coverage: Coverage) -> bool:
    """Return whether what is not in the record may be said not to have been reported."""
    return coverage.parts > 0 and coverage.covered >= _COVERED * coverage.parts


def coverage_of(
    connection: duckdb.DuckDBPyConnection, sought: Sought, start: date | None, end: date, own: str
) -> Coverage:
    """Return how much the store has on the people or place in the days `start` to `end`, not counting the reports of
    the event `own` itself. Without a start the time is that of all articles, and no part of it counts as covered.
    """
    rows = connection.execute(
        query("articles"),
        {
            "own": own,
            "names": sorted(sought.names),
            "countries": sorted({*sought.countries, *([sought.place_country] if sought.place_country else [])}),
            "place": sought.place,
            "start": start or date.min,
            "end": end,
        },
    ).fetchall()
    days = [day for (day,) in rows]
    if start is None or start > end:
        return Coverage(len(days), len(set(days)))
    length = (end - start).days + 1
    parts = min(_PARTS, length)
    covered = {(day - start) // timedelta(days=1) * parts // length for day in days}
    return Coverage(len(days), len(set(days)), len(covered), parts)


@cache
def query(name: str) -> str:
    """Return the text of one of this folder's questions in SQL."""
    return (files("diurna.store.claims") / f"{name}.sql").read_text("utf-8")
