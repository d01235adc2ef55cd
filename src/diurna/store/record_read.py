"""The way back: a record from its JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from diurna.records import (
    Article,
    Attribution,
    Claim,
    Count,
    DateMention,
    Entity,
    Event,
    Mention,
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

_Json = dict[str, Any]


def from_json(written: _Json) -> Record:
    """Return the record that `as_json` wrote; its article has an empty layout.

    Raises ValueError, naming the missing field, when `written` is not in the shape of docs/record.md.
    """
    try:
        return Record(
            article=_article(written["article"]),
            sentences=tuple((sentence["start"], sentence["end"]) for sentence in written["sentences"]),
            entities=tuple(entity_from_json(entity) for entity in written["entities"]),
            events=tuple(event_from_json(event) for event in written["events"]),
            attributions=tuple(attribution_from_json(attribution) for attribution in written["attributions"]),
            claims=tuple(_claim(claim) for claim in written["claims"]),
            places=tuple(place_from_json(place) for place in written["places"]),
            dates=tuple(_date(mention) for mention in written["dates"]),
        )
    except KeyError as missing:
        raise ValueError(
            f"this is not a record as docs/record.md describes it: the field {missing} is missing; "
            "read the lines that `diurna code --format json` writes, whole"
        ) from missing
    except TypeError as wrong:
        raise ValueError(f"this is not a record as docs/record.md describes it: {wrong}") from wrong


def _article(article: _Json) -> Article:
    published = article["published"]
    return Article(
        id=article["id"],
        text=article["text"],
        title=article["title"],
        url=article["url"],
        source=article["source"],
        published=date.fromisoformat(published) if published else None,
        language=article["language"],
        origin=article.get("origin") or "",
        error=article["error"],
        note=article.get("note"),
    )


def _span(place: _Json) -> Span:
    return Span(place["start"], place["end"], place["text"])


def span_or_none(place: _Json | None) -> Span | None:
    """Return the words; None where there are none."""
    return None if place is None or place["start"] is None else _span(place)


def entity_from_json(entity: _Json) -> Entity:
    """Return an entity from its JSON."""
    return Entity(
        id=entity["id"],
        name=entity["name"],
        type=entity["type"],
        country=entity["country"],
        sector=tuple(entity["sector"]),
        identifiers=dict(entity["identifiers"]),
        roles=tuple(
            Role(role["title"], role["of"], role["from"], role["until"], _span(role)) for role in entity["roles"]
        ),
        mentions=tuple(Mention(_span(mention), mention["kind"]) for mention in entity["mentions"]),
        candidates=tuple(map(_possible_actor, entity.get("candidates", ()))),  # records of 0.1 lack them
    )


def _possible_actor(one: _Json) -> PossibleActor:
    return PossibleActor(one["name"], one["country"], tuple(one["sector"]), one["wikidata"], one["score"])


def event_from_json(event: _Json) -> Event:
    """Return an event from its JSON."""
    return Event(
        id=event["id"],
        type=event["type"],
        trigger=_span(event["trigger"]),
        status=event["status"],
        confidence=event["confidence"],
        modes=tuple(event["mode"]),
        contexts=tuple(event["context"]),
        cameo=event["cameo"],
        quad=event["quad"],
        score=event["score"],
        mentions=tuple(_span(mention) for mention in event["mentions"]),
        held={  # records of schema 6 and before do not tell it
            _span(mention): tuple(ids)
            for mention in event["mentions"]
            if (ids := mention.get("attribution")) is not None and ids != event["attribution"]
        },
        actors=tuple(participant_from_json(actor) for actor in event["actor"]),
        recipients=tuple(participant_from_json(recipient) for recipient in event["recipient"]),
        date=when_from_json(event["date"]) if event["date"] else None,
        place=place_from_json(event["place"]) if event["place"] else None,
        counts={
            what: Count(count["min"], count["max"], count["of"], _span(count))
            for what, count in event["counts"].items()
        },
        attribution=tuple(event["attribution"]),
        why=tuple(event["why"]),
    )


def participant_from_json(participant: _Json) -> Participant:
    """Return a participant from its JSON."""
    return Participant(
        span=_span(participant),
        entity=participant["entity"],
        name=participant["name"],
        country=participant["country"],
        sector=tuple(participant["sector"]),
    )


def when_from_json(when: _Json) -> When:
    """Return a date from its JSON."""
    return When(when["start"], when["end"], when["precision"], span_or_none(when["span"]), when["basis"])


def place_from_json(place: _Json) -> Place:
    """Return a place from its JSON."""
    return Place(
        span=_span(place),
        name=place["name"],
        latitude=place["latitude"],
        longitude=place["longitude"],
        country=place["country"],
        admin1=place["admin1"],
        geonames=place["geonames"],
        decided=place.get("decided"),  # an event's place has neither, nor have records of 0.1
        candidates=tuple(map(_possible_place, place.get("candidates", ()))),
    )


def _possible_place(one: _Json) -> PossiblePlace:
    where = one["latitude"], one["longitude"], one["country"], one["admin1"], one["geonames"]
    return PossiblePlace(one["name"], *where, one["score"])


def attribution_from_json(attribution: _Json) -> Attribution:
    """Return an attribution from its JSON."""
    source = attribution["source"]
    return Attribution(
        id=attribution["id"],
        source=span_or_none(source),
        entity=source["entity"] if source else None,
        cue=span_or_none(attribution["cue"]),
        content=_span(attribution["content"]),
        parts=tuple(_span(part) for part in attribution["parts"]),
        form=attribution["form"],
        kind=attribution["kind"],
        stance=attribution["stance"],
        addressee=span_or_none(attribution.get("addressee")),  # stores of version 1 lack it,
        how_many=_how_many(attribution.get("how_many")),  # and those before version 7 what follows
        of_body=span_or_none(attribution.get("of_body")),
        why_unnamed=span_or_none(attribution.get("why_unnamed")),
        post=_posted(attribution.get("post")),
    )


def _how_many(count: _Json | None) -> Count | None:
    return Count(count["min"], count["max"], None, _span(count)) if count else None


def _posted(post: _Json | None) -> Posted | None:
    if not post:
        return None
    author, handle, date = (span_or_none(post[name]) for name in ("author", "handle", "date"))
    return Posted(author, handle, date, post["day"], post["platform"])


def _claim(claim: _Json) -> Claim:
    return Claim(claim["kind"], _span(claim), claim["event"], claim["interval"], claim["count"])


def _date(mention: _Json) -> DateMention:
    return DateMention(_span(mention), mention["value"], mention["first_day"], mention["last_day"])
