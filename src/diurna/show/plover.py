"""PLOVER JSON Lines, the Open Event Data Alliance's own form: one event a line, with the manual's fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from typing import Any

from diurna.records import Article, Attribution, Entity, Event, Participant, Record
from diurna.show.lookup import chain, entities_of, names_of, sayers, sentence_at
from diurna.store.record_json import located, without_lone_surrogates

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def plover_events(record: Record, coded_on: date) -> list[dict[str, Any]]:
    """Return one PLOVER event a dict, in text order; `coded_on` is the day for `coded_date`.

    An event without a date takes the article's day of publication, or "" where that is not known either,
    and its `comment` says so. Events that are negated, hypothetical, in the future or in the past are there
    too: their `comment` begins with "status: ...". The comment ends with who says it.
    """
    entities, names = entities_of(record), names_of(record)
    coder = f"diurna {version('diurna')}"
    return [
        {
            **_what_and_when(record, event),
            "actor": [_participant(actor, entities) for actor in event.actors],
            "recipient": [_participant(recipient, entities) for recipient in event.recipients],
            **_type(event),
            "event_loc": located(event.place) if event.place else None,
            "event_text": event.trigger.text,
            "quad_code": event.quad,
            "event_scale": event.score,
            "text": sentence_at(record, event.trigger.start),
            "text_info": {
                "article_id": record.article.id,
                "start": event.trigger.start,
                "end": event.trigger.end,
            },
            "cite_info": _cited(record.article),
            "link": record.article.url,
            "coder": coder,
            "coded_date": coded_on.isoformat(),
            "comment": _comment(record, event, said, names),
        }
        for event, said in zip(record.events, sayers(record), strict=True)
    ]


def plover_lines(record: Record, coded_on: date) -> Iterator[str]:
    """Yield the events of `plover_events` as lines of JSON, without line ends."""
    for event in plover_events(record, coded_on):
        yield without_lone_surrogates(_encode(event))


def _what_and_when(record: Record, event: Event) -> dict[str, Any]:
    published = record.article.published
    start = event.date.start if event.date else published.isoformat() if published else ""
    end = event.date.end if event.date and event.date.end != event.date.start else None
    # An event's id is its article's own; the line stands alone, so it needs both.
    return {"id": f"{record.article.id}#{event.id}", "date": start, "enddate": end, "time": None}


def _type(event: Event) -> dict[str, Any]:
    return {"event": [event.type], "mode": list(event.modes), "context": list(event.contexts)}


def _participant(participant: Participant, entities: dict[str, Entity]) -> dict[str, Any]:
    """Return the manual's actor fields; religion, ethnicity, gender and age are null: they are not coded."""
    entity = entities.get(participant.entity or "")
    offices = [f"{role.title}, {role.of}" if role.of else role.title for role in entity.roles] if entity else []
    return {
        "code": participant.country,
        "sector": list(participant.sector),
        "entity_text": participant.span.text,
        "identifier_id": _identifier(entity),
        "identifier_text": participant.name,
        "office": "; ".join(dict.fromkeys(offices)) or None,
        "religion": None,
        "ethnicity": None,
        "gender": None,
        "age": None,
    }


def _identifier(entity: Entity | None) -> str | None:
    """Return the Wikidata id as it is, else another identifier with its scheme before it."""
    if entity is None or not entity.identifiers:
        return None
    if "wikidata" in entity.identifiers:
        return entity.identifiers["wikidata"]
    scheme, identifier = next(iter(entity.identifiers.items()))
    return f"{scheme}:{identifier}"


def _cited(article: Article) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else None
    return {"title": article.title, "source": article.source, "published": published}


def _comment(record: Record, event: Event, said: tuple[Attribution, ...], names: dict[str, str]) -> str | None:
    notes = []
    if event.status != "happened":
        notes.append(f"status: {event.status}")
    if event.date is None:
        told = "the date is the day of publication" if record.article.published else "and no day of publication known"
        notes.append(f"no date told, {told}")
    if not event.actors:
        notes.append("no actor told")
    if said:
        notes.append(f"said by: {chain(said, names)} ({said[0].stance})")
    return "; ".join(notes) or None
