"""FollowTheMoney entities: persons and bodies, events that link them, and the articles that tell the events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from diurna.records import Entity, Event, Participant, Record
from diurna.show.exports.flat import ExportError
from diurna.show.lookup import sentence_at
from diurna.store.keeping import article_key

_PUBLIC = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}


def ftm_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield entities as lines of JSON, each article's after the other.

    An entity with a Wikidata id has the same id in all articles, so that `ftm aggregate` makes one of them; others are
    their article's own. Raises ExportError where the followthemoney library is missing.
    """
    try:
        from followthemoney import model
    except ImportError as missing:
        raise ExportError("--to ftm needs the followthemoney library: pip install 'diurna[ftm]'") from missing
    for record in records:
        key = article_key(record.article)
        yield _line(model, "Article", f"article-{key}", _article(record))
        entities = {entity.id: entity for entity in record.entities if entity.type != "place"}
        for entity in entities.values():
            yield _line(model, _schema(entity), _id(key, entity), _entity(entity))
        for event in record.events:
            if event.status not in ("happened", "historical"):
                continue  # FollowTheMoney cannot say that an event was denied or is yet to come
            told = _event(record, event) | {"proof": [f"article-{key}"]}
            told |= {"involved": [_id(key, entities[one]) for one in _involved(event) if one in entities]}
            yield _line(model, "Event", f"event-{key}-{event.id}", told)


def _line(model: Any, schema: str, id: str, properties: dict[str, Iterable[Any]]) -> str:
    proxy = model.make_entity(schema)
    proxy.id = id
    for name, values in properties.items():
        proxy.add(name, [value for value in values if value is not None])
    written = proxy.to_dict()
    # The library keeps values in sets, whose order changes from run to run.
    written["properties"] = {name: sorted(values) for name, values in sorted(written["properties"].items())}
    return json.dumps(written, ensure_ascii=False) + "\n"


def _id(key: str, entity: Entity) -> str:
    return entity.identifiers.get("wikidata") or f"entity-{key}-{entity.id}"


def _schema(entity: Entity) -> str:
    match entity.type:
        case "person":
            return "Person"
        case "organization" | "group":
            return "PublicBody" if _PUBLIC & set(entity.sector) else "Organization"
    return "LegalEntity"


def _article(record: Record) -> dict[str, Iterable[Any]]:
    article = record.article
    return {
        "title": [article.title],
        "publisher": [article.source],
        "publishedAt": [article.published.isoformat() if article.published else None],
        "sourceUrl": [article.url],
        "language": [article.language],
    }


def _entity(entity: Entity) -> dict[str, Iterable[Any]]:
    names = {mention.span.text for mention in entity.mentions if mention.kind == "name"} - {entity.name}
    made: dict[str, Iterable[Any]] = {
        "name": [entity.name],
        "alias": sorted(names),
        "country": [entity.country],
        "sector": entity.sector,
        "wikidataId": [entity.identifiers.get("wikidata")],
    }
    if entity.type == "person":
        made["position"] = [f"{role.title}, {role.of}" if role.of else role.title for role in entity.roles]
    return made


def _event(record: Record, event: Event) -> dict[str, Iterable[Any]]:
    return {
        "name": [f"{event.type}: {event.trigger.text}"],
        "keywords": [event.type, *event.modes, *event.contexts],
        "summary": [sentence_at(record, event.trigger.start)],
        "startDate": [event.date.start if event.date else None],
        "endDate": [event.date.end if event.date else None],
        "location": [event.place.name if event.place else None],
        "country": [event.place.country if event.place else None],
        "namesMentioned": [one.name or one.span.text for one in _sides(event)],
        "sourceUrl": [record.article.url],
        "recordId": [f"{record.article.id}#{event.id}"],
    }


def _sides(event: Event) -> tuple[Participant, ...]:
    return (*event.actors, *event.recipients)


def _involved(event: Event) -> list[str]:
    return [one.entity for one in _sides(event) if one.entity]
