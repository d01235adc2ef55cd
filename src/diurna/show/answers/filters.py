"""Which events are asked for: each filter a condition in SQL, its value always a parameter."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from diurna.resolve.countries import countries
from diurna.resolve.who.tables import SPECIAL
from diurna.show.answers.text import HIT, hits_of
from diurna.store import StoreError
from diurna.store.rebuilding import UNMERGED

if TYPE_CHECKING:
    import duckdb

Each = Literal["event", "report"]
"""What is counted: an event once, however many articles tell it, or each article's report of it."""

SEARCHED: dict[Each, str] = {"event": "joined_search", "report": "event_search"}


class AnswerError(StoreError):
    """A question that the store cannot answer; the message says why and what to do."""


# The parts of a condition's text are constants of this file; what a user types only ever stands in a parameter. `x` is
# a row of one of the tables of store/searching.sql.
_CODED = "contains(x.{role}s, '|' || ${name} || '|')"
_NAMED = "(contains(x.{role}s, '|' || upper(${name}) || '|') OR contains(x.{role}_names, lower(${name})))"
_CONDITIONS = {
    "country": (
        "(x.place_country = upper($country) OR contains(x.actors, '|' || upper($country) || '|') "
        "OR contains(x.recipients, '|' || upper($country) || '|'))"
    ),
    "sector": "contains(x.sectors, '|' || upper($sector) || '|')",
    "type": "x.type = upper($type)",
    "mode": "contains(x.modes, '|' || lower($mode) || '|')",
    "status": "x.status = lower($status)",
    "place": "contains(x.place, lower($place))",
    "since": "x.last_day >= $since",
    "until": "x.first_day <= $until",
    "source": "contains(x.sources, lower($source))",
    "min_confidence": "x.confidence >= $min_confidence",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What an event must be; None asks for nothing.

    `actor` and `recipient` are a country's code in capitals ("IND"), or part of a name; `country` is that of any
    participant or of the place; `place` and `source` (of the statement or of the article) are words to be found there,
    whatever their case; `text` is words of the sentence (see `text.py`); `since` and `until` are days that the event's
    dates must meet, the day of publication standing for a date that is not told.
    """

    actor: str | None = None
    recipient: str | None = None
    country: str | None = None
    sector: str | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    text: str | None = None
    min_confidence: float | None = None

    def given(self) -> dict[str, Any]:
        """Return the filters that ask for something, with their values."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters in SQL: what stands before SELECT ("WITH ..."), the condition on a row `x`, its parameters."""

    before: str
    where: str
    parameters: dict[str, Any]


def asked_of(connection: duckdb.DuckDBPyConnection, filters: Filters) -> Asked:
    """Return the filters in SQL."""
    given = filters.given()
    before, words = hits_of(connection, given.pop("text")) if "text" in given else ("", {})
    where = [HIT] if before else []
    for name, value in given.items():
        if name in ("actor", "recipient"):
            where.append((_CODED if is_code(value) else _NAMED).format(role=name, name=name))
        else:
            where.append(_CONDITIONS[name])
    return Asked(f"WITH {before}" if before else "", " AND ".join(where) or "true", given | words)


def is_code(who: str) -> bool:
    """Return whether that is a code of PLOVER in capitals: then it is no part of a name ("IND" in "Lindsay")."""
    return who in _codes()


@cache
def _codes() -> frozenset[str]:
    return SPECIAL | {one.alpha3 for one in countries()}


def are_joined(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether all events of the store are joined with those of other articles that tell them."""
    return not connection.execute("FROM meta WHERE key = ?", [UNMERGED]).fetchall()


def chosen(
    connection: duckdb.DuckDBPyConnection, filters: Filters, each: Each = "report", columns: str = "*"
) -> tuple[str, dict[str, Any]]:
    """Return a query for the events that the filters ask for, and its parameters.

    Its columns are some of the table of SEARCHED. Raises AnswerError where events are asked for and not joined yet.
    """
    if each == "event" and not are_joined(connection):
        raise AnswerError(
            "the events of this store are not joined yet; join them (`diurna merge`), or ask for each report "
            "(`--each report`)"
        )
    asked = asked_of(connection, filters)
    return f"{asked.before} SELECT {columns} FROM {SEARCHED[each]} AS x WHERE {asked.where}", asked.parameters
