"""Which events are asked for: each filter a condition in SQL, its value always a parameter."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

# The parts of a condition's text are constants of this file; what a user types only ever stands in a parameter.
_WHO = (
    "EXISTS (FROM participants AS p WHERE p.article_key = e.article_key AND p.event_id = e.event_id "
    "AND p.role = '{role}' "
    "AND (p.country = upper(${name}) OR contains(lower(coalesce(p.name, p.text)), lower(${name}))))"
)
_CONDITIONS = {
    "actor": _WHO.format(role="actor", name="actor"),
    "recipient": _WHO.format(role="recipient", name="recipient"),
    "country": (
        "(e.place_country = upper($country) OR EXISTS (FROM participants AS p WHERE p.article_key = e.article_key "
        "AND p.event_id = e.event_id AND p.country = upper($country)))"
    ),
    "sector": (
        "EXISTS (FROM participants AS p WHERE p.article_key = e.article_key AND p.event_id = e.event_id "
        "AND list_contains(p.sector, upper($sector)))"
    ),
    "type": "e.type = upper($type)",
    "mode": "list_contains(e.mode, lower($mode))",
    "status": "e.status = lower($status)",
    "place": "contains(lower(e.place), lower($place))",
    "since": "coalesce(e.date_end, a.published) >= $since",
    "until": "coalesce(e.date_start, a.published) <= $until",
    "source": (
        "(contains(lower(coalesce(a.source, '')), lower($source)) OR EXISTS (FROM attributions AS said "
        "WHERE said.article_key = e.article_key AND list_contains(e.attribution, said.attribution_id) "
        "AND contains(lower(said.source_name), lower($source))))"
    ),
    "text": (
        "EXISTS (FROM sentences AS s WHERE s.article_key = e.article_key AND s.sentence = e.sentence "
        "AND contains(lower(s.text), lower($text)))"
    ),
    "min_confidence": "e.confidence >= $min_confidence",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What an event must be; None asks for nothing.

    `actor` and `recipient` are a country's code or part of a name; `country` is that of any participant or of the
    place; `place`, `source` (of the statement or of the article) and `text` (the sentence) are words to be found
    there, whatever their case; `since` and `until` are days that the event's dates must meet, the day of publication
    standing for a date that is not told.
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


def conditions(filters: Filters) -> tuple[str, dict[str, Any]]:
    """Return the condition in SQL that an event `e` of an article `a` is asked for, and its parameters."""
    given = filters.given()
    return " AND ".join(_CONDITIONS[name] for name in given) or "true", given


def chosen(filters: Filters, limited: str = "") -> tuple[str, dict[str, Any]]:
    """Return a query for the keys of the events that the filters ask for, and its parameters."""
    where, given = conditions(filters)
    return (
        "SELECT e.article_key, e.event_id, coalesce(e.date_start, a.published) AS day, e.quad, e.score "
        f"FROM events AS e JOIN articles AS a ON a.article_key = e.article_key WHERE {where} {limited}",
        given,
    )
