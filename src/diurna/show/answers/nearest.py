"""Why nothing was found: which filter matches no event at all, and what the store has that is nearest."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from diurna.show.answers.filters import Filters, chosen

if TYPE_CHECKING:
    import duckdb

_NAMES = "SELECT DISTINCT unnest([country, name]) FROM participants WHERE role = '{}'"
_VALUES = {
    "actor": _NAMES.format("actor"),
    "recipient": _NAMES.format("recipient"),
    "country": "SELECT country FROM participants UNION SELECT place_country FROM events",
    "sector": "SELECT DISTINCT unnest(sector) FROM participants",
    "type": "SELECT DISTINCT type FROM events",
    "mode": "SELECT DISTINCT unnest(mode) FROM events",
    "status": "SELECT DISTINCT status FROM events",
    "place": "SELECT DISTINCT place FROM events",
    "source": "SELECT source FROM articles UNION SELECT source_name FROM attributions",
}
_SHOWN = 5


def why_nothing(connection: duckdb.DuckDBPyConnection, filters: Filters) -> str:
    """Return a sentence on why no event matches, with the nearest values the store has."""
    told = [
        _told(connection, name, value) for name, value in filters.given().items() if not _any(connection, name, value)
    ]
    if told:
        return "; ".join(told)
    if not filters.given():
        return "the store has no such events"
    return "each filter alone matches events, but none matches all of them; leave one out"


def unknown(connection: duckdb.DuckDBPyConnection, *names: str) -> str:
    """Return which of the names no participant has, with the nearest that some have; "" where all are known."""
    told = []
    for name in names:
        if not any(_any(connection, role, name) for role in ("actor", "recipient")):
            near = _nearest(connection, f"{_VALUES['actor']} UNION {_VALUES['recipient']}", name)
            told.append(f"nobody is called {name!r}" + (f"; nearest: {', '.join(near)}" if near else ""))
    return "; ".join(told)


def _any(connection: duckdb.DuckDBPyConnection, name: str, value: object) -> bool:
    keys, parameters = chosen(connection, Filters(**{name: value}), columns="1")  # type: ignore[arg-type]
    return bool(connection.execute(f"{keys} LIMIT 1", parameters).fetchall())


def _told(connection: duckdb.DuckDBPyConnection, name: str, value: object) -> str:
    said = f"no event has {name} {str(value)!r}"
    if name in ("since", "until"):
        ends = connection.execute(
            "SELECT min(coalesce(date_start, published)), max(coalesce(date_end, published)) "
            "FROM events JOIN articles USING (article_key)"
        ).fetchall()
        return f"{said}; the store's events are of {ends[0][0]} to {ends[0][1]}"
    if name not in _VALUES:
        return said
    near = _nearest(connection, _VALUES[name], str(value))
    return f"{said}; nearest: {', '.join(near)}" if near else said


def _nearest(connection: duckdb.DuckDBPyConnection, values: str, value: str) -> list[str]:
    known = sorted({row[0] for row in connection.execute(values).fetchall() if row[0]})
    by_lower = {one.lower(): one for one in reversed(known)}
    close = get_close_matches(value.lower(), by_lower, n=_SHOWN, cutoff=0.5)
    return [by_lower[one] for one in close] or (known if len(known) <= 2 * _SHOWN else [])
