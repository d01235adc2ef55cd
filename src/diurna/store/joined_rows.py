"""A joined event as rows of the store's tables, from what its reports say together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from diurna.merge.across import Best, Field, Joined, Key, Telling, to_line
from diurna.records.saying import THE_AUTHOR, told_by

Row = dict[str, Any]

JOINED = ("joined_events", "joined_participants", "joined_counts", "joined_fields")
"""The tables in which each joined event has rows of its own."""

_LABELS = ("mode", "context")  # they add up, so that of each label other reports may say nothing


def number_of(id: str) -> int:
    """Return a joined event's id as a number, which is found faster: the id is "j" and 16 digits."""
    return int.from_bytes(bytes.fromhex(id[1:]), "big", signed=True)


def id_of(number: int) -> str:
    """Return the joined event's id of a number."""
    return "j" + number.to_bytes(8, "big", signed=True).hex()


def joined_rows(id: str, best: Best) -> dict[str, list[Row]]:
    """Return the joined event's rows of each table in JOINED."""
    number = number_of(id)
    return {table: [{**row, "joined_number": number} for row in rows] for table, rows in _joined_rows(id, best).items()}


def _joined_rows(id: str, best: Best) -> dict[str, list[Row]]:
    places: dict[str, int] = {}
    participants = []
    for one in best.participants:
        position = places[one.role] = places.get(one.role, -1) + 1
        participants.append(
            {
                "joined_id": id,
                "role": one.role,
                "position": position,
                "name": one.who.name,
                "country": one.who.country,
                "sector": one.who.sector,
                "wikidata": one.who.wikidata,
                "supported": one.supported,
            }
        )
    return {
        "joined_events": [_event(id, best)],
        "joined_participants": participants,
        "joined_counts": [
            {"joined_id": id, "what": one.what, "min": one.min, "max": one.max, "supported": one.supported}
            for one in best.counts
        ],
        "joined_fields": [
            {
                "joined_id": id,
                "field": one.field,
                "value": one.value,
                "supported": one.supported,
                "contradicted": one.contradicted,
                "best": one.best,
            }
            for one in best.fields
        ],
    }


def _event(id: str, best: Best) -> Row:
    row: Row = {
        "joined_id": id,
        "type": best.type,
        "mode": best.modes,
        "context": best.contexts,
        "status": best.status,
        "cameo": best.lead.cameo,
        "quad": best.lead.quad,
        "score": best.lead.score,
        "reports": best.reports,
        "sources": best.sources,
        "confidence": best.confidence,
        "first_published": _day(best.first_published),
        "last_published": _day(best.last_published),
        "article_key": best.lead.article_key,
        "event_id": best.lead.event_id,
        "vouched": THE_AUTHOR in best.said,
        "told_by": told_by(best.said),
        "support": _support(best.fields),
    }
    if (dated := best.dated) is not None:
        row |= {
            "date_start": _day(dated.first_day),
            "date_end": _day(dated.last_day),
            "date_precision": dated.precision,
        }
    return row | _place(best.placed)


def _support(fields: Sequence[Field]) -> str | None:
    """Return of the chosen value of each field in how many reports it stands: "type 3; date 2 of 3"; None: of one."""
    told = [(one, len(one.supported), len({*one.supported, *one.contradicted})) for one in fields if one.best]
    said = (
        f"{one.field} {count}" + (f" of {all_}" if one.contradicted else "")
        for one, count, all_ in told
        if one.field not in _LABELS
    )
    return "; ".join(said) or None


def _place(placed: Telling | None) -> Row:
    if placed is None:
        return {}
    names = ("place", "place_country", "latitude", "longitude", "geonames")
    return {name: getattr(placed, name) for name in names}


def _day(ordinal: int | None) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def report_rows(event: Joined, keys: Iterable[Key]) -> list[Row]:
    """Return the rows of some of a joined event's reports."""
    return [
        {
            "joined_id": event.id,
            "joined_number": number_of(event.id),
            "article_key": telling.article_key,
            "event_id": telling.event_id,
            "score": event.scores[telling.key],
            "source": telling.source,
            "telling": to_line(telling),
        }
        for telling in map(event.tellings.__getitem__, keys)
    ]
