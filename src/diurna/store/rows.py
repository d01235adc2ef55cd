"""A record as rows of the store's tables (schema.sql), each row a dict from column to value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from diurna.records import Attribution, Entity, Event, Participant, Place, Posted, Record, Span
from diurna.records.saying import sayings, source_name, told_by

Row = dict[str, Any]

TABLES = (
    "articles", "sentences", "entities", "entity_mentions", "roles", "events", "event_mentions",
    "participants", "counts", "attributions", "claims", "places", "dates",
)  # fmt: skip


def rows_of(record: Record, article: Row) -> dict[str, list[Row]]:
    """Return the rows of every table in `TABLES`; `article` holds the columns that the store itself decides.

    Those are `article_key`, `article_number`, `record`, `record_digest` and `run`.
    """
    key: Row = {name: article[name] for name in ("article_key", "article_number")}
    tables = {
        "articles": [{**_article(record), **article}],
        "sentences": [
            {"sentence": number, **_span(Span(start, end, record.article.text[start:end]))}
            for number, (start, end) in enumerate(record.sentences)
        ],
        "claims": _numbered(
            {"kind": claim.kind, **_span(claim.span), "event_id": claim.event, "interval": claim.interval,
             "count": claim.count}
            for claim in record.claims
        ),
        "places": _numbered(
            {"name": place.name, **_span(place.span), **_located(place)} for place in record.places
        ),
        "dates": _numbered(
            {"value": date.value, "first_day": date.start, "last_day": date.end, **_span(date.span)}
            for date in record.dates
        ),
        **_entity_tables(record),
        **_event_tables(record),
        "attributions": _attributions(record),
    }  # fmt: skip
    return {table: [{**key, **row} for row in rows] for table, rows in tables.items()}


def sentence_number(record: Record, offset: int) -> int | None:
    """Return the index of the sentence that holds the character at `offset`, or None where none does."""
    number = bisect_right(record.sentences, offset, key=lambda sentence: sentence[0]) - 1
    return number if number >= 0 and offset < record.sentences[number][1] else None


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"position": position, **row} for position, row in enumerate(rows)]


def _span(span: Span) -> Row:
    return {"start_offset": span.start, "end_offset": span.end, "text": span.text}


def _article(record: Record) -> Row:
    article = record.article
    return {
        "article_id": article.id,
        "title": article.title,
        "url": article.url,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "text": article.text,
        "state": article.state,
        "error": article.error,
        "origin": article.origin or None,
    }


def _entity_tables(record: Record) -> dict[str, list[Row]]:
    mentions: list[Row] = []
    roles: list[Row] = []
    for entity in record.entities:
        owner = {"entity_id": entity.id}
        mentions += _numbered({**owner, **_span(said.span), "kind": said.kind} for said in entity.mentions)
        roles += _numbered(
            {**owner, "title": role.title, "of_what": role.of, "since": role.since, "until": role.until,
             **_span(role.span)}
            for role in entity.roles
        )  # fmt: skip
    return {
        "entities": [_entity(entity) for entity in record.entities],
        "entity_mentions": mentions,
        "roles": roles,
    }


def _entity(entity: Entity) -> Row:
    return {
        "entity_id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "country": entity.country,
        "sector": entity.sector,
        "wikidata": entity.identifiers.get("wikidata"),
        "identifiers": dict(entity.identifiers),
    }


def _event_tables(record: Record) -> dict[str, list[Row]]:
    mentions: list[Row] = []
    participants: list[Row] = []
    counts: list[Row] = []
    by_id = {attribution.id: attribution for attribution in record.attributions}
    names = {entity.id: entity.name for entity in record.entities}
    for event in record.events:
        owner = {"event_id": event.id}
        mentions += _numbered(
            {**owner, **_span(mention), "attribution": event.held.get(mention, event.attribution)}
            for mention in event.mentions
        )
        participants += _numbered({**owner, **_participant(who), "role": "actor"} for who in event.actors)
        participants += _numbered({**owner, **_participant(who), "role": "recipient"} for who in event.recipients)
        counts += [
            {
                **owner,
                "what": what,
                "min": count.min,
                "max": count.max,
                "of_whom": count.of,
                **_span(count.span),
            }
            for what, count in event.counts.items()
        ]
    return {
        "events": _numbered(
            {**_event(event, sentence_number(record, event.trigger.start)), **_said(event, by_id, names)}
            for event in record.events
        ),
        "event_mentions": mentions,
        "participants": participants,
        "counts": counts,
    }


def _event(event: Event, sentence: int | None) -> Row:
    row: Row = {
        "event_id": event.id,
        "type": event.type,
        "mode": event.modes,
        "context": event.contexts,
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        **_span(event.trigger),
        "sentence": sentence,
        "attribution": event.attribution,
        "confidence": event.confidence,
        "why": event.why,
    }
    if event.date:
        row |= {
            "date_start": event.date.start,
            "date_end": event.date.end,
            "date_precision": event.date.precision,
            "date_basis": event.date.basis,
            "date_text": event.date.span.text if event.date.span else None,
        }
    if event.place:
        where = _located(event.place)
        row |= {
            "place": event.place.name,
            "place_text": event.place.span.text,
            "place_country": where.pop("country"),
        }
        row |= where
    return row


def _said(event: Event, by_id: Mapping[str, Attribution], names: Mapping[str, str]) -> Row:
    first = next((by_id[id] for id in event.attribution if id in by_id), None)
    return {
        "vouched": event.vouched,
        "told_by": told_by(sayings(event, by_id, names)),
        "told_kind": first.kind if first else "author",
        "told_stance": first.stance if first else "asserts",
    }


def _participant(participant: Participant) -> Row:
    return {
        "entity_id": participant.entity,
        "name": participant.name,
        "country": participant.country,
        "sector": participant.sector,
        **_span(participant.span),
    }


def _located(place: Place) -> Row:
    return {
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "geonames": place.geonames,
    }


def _attributions(record: Record) -> list[Row]:
    names = {entity.id: entity.name for entity in record.entities}
    return _numbered(
        {
            "attribution_id": attribution.id,
            "entity_id": attribution.entity,
            "source_name": source_name(attribution, names),
            **_edges("source", attribution.source),
            **_edges("cue", attribution.cue),
            **_edges("addressee", attribution.addressee),
            **_span(attribution.content),
            "parts": [_span(part) for part in attribution.parts],
            "form": attribution.form,
            "kind": attribution.kind,
            "stance": attribution.stance,
            **_unnamed(attribution),
            **_posted(attribution.post),
        }
        for attribution in record.attributions
    )


def _unnamed(attribution: Attribution) -> Row:
    count = attribution.how_many
    told = {"how_many_min": count.min, "how_many_max": count.max, **_edges("how_many", count.span)} if count else {}
    return {**told, **_edges("of_body", attribution.of_body), **_edges("why_unnamed", attribution.why_unnamed)}


def _posted(post: Posted | None) -> Row:
    if post is None:
        return {}
    words = {"author": post.author, "handle": post.handle, "date": post.date}
    told = {f"post_{name}": span.text for name, span in words.items() if span is not None}
    return {**told, "post_day": post.day, "post_platform": post.platform}


def _edges(what: str, span: Span | None) -> Row:
    if span is None:
        return {}
    return {f"{what}_start": span.start, f"{what}_end": span.end, f"{what}_text": span.text}
