"""The record as JSON, in the names and order of docs/record.md: what the store keeps and what `show` writes.

It stands here and not in `show` because the store, an earlier step, keeps each record in this form.
"""

from __future__ import annotations

import json
import re
from typing import Any

from diurna.records import (
    Article,
    Attribution,
    Claim,
    Count,
    DateMention,
    Entity,
    Event,
    Participant,
    Place,
    PossibleActor,
    PossiblePlace,
    Posted,
    Record,
    Role,
    Span,
    When,
)

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def as_json(record: Record) -> dict[str, Any]:
    """Return the record in the shape and key order of docs/record.md, made of dicts, lists and plain values.

    Everything is there that the record holds but the article's layout, which is the reader's and not the
    record's.
    """
    return {
        "article": _article(record.article),
        "sentences": [{"start": start, "end": end} for start, end in record.sentences],
        "entities": [entity_as_json(entity) for entity in record.entities],
        "events": [event_as_json(event) for event in record.events],
        "attributions": [attribution_as_json(attribution) for attribution in record.attributions],
        "claims": [_claim(claim) for claim in record.claims],
        "places": [_toponym(place) for place in record.places],
        "dates": [_date(date) for date in record.dates],
    }


def to_json_line(record: Record) -> str:
    r"""Return the record as one line of JSON, without a line end.

    Letters stay as they are (no \uXXXX), except for lone surrogates: they are no text and no file could
    hold them. Raises ValueError when a number in the record is not finite.
    """
    return without_lone_surrogates(_encode(as_json(record)))


def without_lone_surrogates(line: str) -> str:
    r"""Return a line of JSON with lone surrogates as \uXXXX, which UTF-8 cannot hold."""
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", line)


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "text": article.text,
        "state": article.state,
        "error": article.error,
        "note": article.note,
        "origin": article.origin or None,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _span_or_none(span: Span | None) -> dict[str, Any] | None:
    return _span(span) if span else None


def entity_as_json(entity: Entity) -> dict[str, Any]:
    """Return an entity in the shape of docs/record.md."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "country": entity.country,
        "sector": list(entity.sector),
        "identifiers": dict(entity.identifiers),
        "roles": [_role(role) for role in entity.roles],
        "mentions": [{**_span(mention.span), "kind": mention.kind} for mention in entity.mentions],
        "candidates": [_possible_actor(one) for one in entity.candidates],
    }


def _possible_actor(one: PossibleActor) -> dict[str, Any]:
    known = {"name": one.name, "country": one.country, "sector": list(one.sector), "wikidata": one.wikidata}
    return {**known, "score": one.score}


def _role(role: Role) -> dict[str, Any]:
    names = {"title": role.title, "of": role.of, "from": role.since, "until": role.until}
    return {**names, **_span(role.span)}


def event_as_json(event: Event) -> dict[str, Any]:
    """Return an event in the shape of docs/record.md."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": list(event.modes),
        "context": list(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "score": event.score,
        "status": event.status,
        "trigger": _span(event.trigger),
        "mentions": [
            {**_span(mention), "attribution": list(event.held.get(mention, event.attribution))}
            for mention in event.mentions
        ],
        "actor": [participant_as_json(actor) for actor in event.actors],
        "recipient": [participant_as_json(recipient) for recipient in event.recipients],
        "date": when_as_json(event.date) if event.date else None,
        "place": place_as_json(event.place) if event.place else None,
        "counts": {
            what: {"min": count.min, "max": count.max, "of": count.of, **_span(count.span)}
            for what, count in event.counts.items()
        },
        "attribution": list(event.attribution),
        "vouched": event.vouched,
        "confidence": event.confidence,
        "why": list(event.why),
    }


def participant_as_json(participant: Participant) -> dict[str, Any]:
    """Return a participant in the shape of docs/record.md."""
    return {
        "entity": participant.entity,
        "name": participant.name,
        **_span(participant.span),
        "country": participant.country,
        "sector": list(participant.sector),
    }


def when_as_json(when: When) -> dict[str, Any]:
    """Return a date in the shape of docs/record.md."""
    return {
        "start": when.start,
        "end": when.end,
        "precision": when.precision,
        "span": _span_or_none(when.span),
        "basis": when.basis,
    }


def place_as_json(place: Place) -> dict[str, Any]:
    """Return a place in the shape that an event has it in."""
    return {"name": place.name, **_span(place.span), **located(place)}


def _toponym(place: Place) -> dict[str, Any]:
    candidates = [{**located(one), "score": one.score} for one in place.candidates]
    return {**_span(place.span), **located(place), "decided": place.decided, "candidates": candidates}


def located(place: Place | PossiblePlace) -> dict[str, Any]:
    """Return the name of a place and where it is, without its words."""
    return {
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "geonames": place.geonames,
    }


def attribution_as_json(attribution: Attribution) -> dict[str, Any]:
    """Return an attribution in the shape of docs/record.md."""
    source: dict[str, Any] | None = None
    if attribution.source is not None:
        source = {"entity": attribution.entity, **_span(attribution.source)}
    elif attribution.entity is not None:
        source = {"entity": attribution.entity, "start": None, "end": None, "text": None}
    return {
        "id": attribution.id,
        "source": source,
        "cue": _span_or_none(attribution.cue),
        "content": _span(attribution.content),
        "form": attribution.form,
        "kind": attribution.kind,
        "stance": attribution.stance,
        "parts": [_span(part) for part in attribution.parts],
        "addressee": _span_or_none(attribution.addressee),
        "how_many": _how_many(attribution.how_many),
        "of_body": _span_or_none(attribution.of_body),
        "why_unnamed": _span_or_none(attribution.why_unnamed),
        "post": _posted(attribution.post),
    }


def _how_many(count: Count | None) -> dict[str, Any] | None:
    return {"min": count.min, "max": count.max, **_span(count.span)} if count else None


def _posted(post: Posted | None) -> dict[str, Any] | None:
    if post is None:
        return None
    words = {"author": post.author, "handle": post.handle, "date": post.date}
    told = {name: _span_or_none(span) for name, span in words.items()}
    return {**told, "day": post.day, "platform": post.platform}


def _claim(claim: Claim) -> dict[str, Any]:
    told = {"event": claim.event, "interval": claim.interval, "count": claim.count}
    return {"kind": claim.kind, **_span(claim.span), **told}


def _date(date: DateMention) -> dict[str, Any]:
    # "start" and "end" are the offsets here, as everywhere; the days need names of their own.
    return {**_span(date.span), "value": date.value, "first_day": date.start, "last_day": date.end}
