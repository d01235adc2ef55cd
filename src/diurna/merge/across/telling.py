"""One event as one article tells it, with what it takes to compare it with tellings of other articles."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from diurna.merge.across.words import name_words, stems, weight
from diurna.records import Entity, Event, Participant, Record
from diurna.records.saying import sayings

_TERMS = 40  # words of the article that are kept, the telling ones first
_NAMES = 24
_ALWAYS = ("article_key", "event_id", "type", "status", "trigger", "start", "end", "confidence", "score")
_EMPTY: tuple[object, ...] = (None, "", (), frozenset(), {})


@dataclass(frozen=True, slots=True)
class Who:
    """An actor or recipient: its name in the article, the words that tell it from others, and its codes."""

    name: str
    words: frozenset[str] = frozenset()
    country: str | None = None
    sector: tuple[str, ...] = ()
    wikidata: str | None = None

    @property
    def keys(self) -> frozenset[str]:
        """Return what another telling may name it by."""
        return self.words | {self.wikidata} if self.wikidata else self.words


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of an article. Days are ordinals (1 is 1 January of the year 1), both ends included.

    `own_date` says that the date stands with the event, not elsewhere in the article. `names` are the words of names in
    its sentence, `terms` its stems; `story_names` and `story_terms` are those of the whole article.
    `source` tells whose report it is ("agency:AFP", "outlet:Daily Post"), `copies` of which group of copied texts;
    `mentions` are where else the article tells it, `said` on whose words, the author among them.
    """

    article_key: str
    event_id: str
    type: str
    status: str
    trigger: str
    start: int
    end: int
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    score: float | None = None
    published: int | None = None
    first_day: int | None = None
    last_day: int | None = None
    precision: str | None = None
    own_date: bool = False
    place: str | None = None
    place_country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    actors: tuple[Who, ...] = ()
    recipients: tuple[Who, ...] = ()
    counts: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    story_names: frozenset[str] = frozenset()
    story_terms: frozenset[str] = frozenset()
    story_countries: frozenset[str] = frozenset()
    source: str | None = None
    copies: str = ""
    mentions: tuple[tuple[int, int], ...] = ()
    said: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Return what the telling is known by: its article's key and the event's id there."""
        return self.article_key, self.event_id

    @property
    def day(self) -> int | None:
        """Return the day to look for the telling by: the event's where it is told to the week, else its report's."""
        near = self.first_day is not None and self.last_day is not None and self.last_day - self.first_day <= 7
        return self.first_day if near else self.published


def tellings_of(
    record: Record, article_key: str, copies: str, sources: Mapping[str, str | None] | None = None
) -> list[Telling]:
    """Return the tellings of a record's events, in their order; none where the article failed.

    `sources` says whose word each event stands on, by the event's id (sources.py).
    """
    if not record.events:
        return []
    entities = {entity.id: entity for entity in record.entities}
    by_id = {attribution.id: attribution for attribution in record.attributions}
    called = {entity.id: entity.name for entity in record.entities}
    named = _named(record)
    story = frozenset(sorted(stems(record.article.text), key=lambda stem: (-weight(stem), stem))[:_TERMS])
    story_names = frozenset(dict.fromkeys(word for _, words in named for word in words))
    countries = frozenset(entity.country for entity in record.entities if entity.country)
    starts = [start for start, _ in record.sentences]
    published = record.article.published.toordinal() if record.article.published else None
    made = []
    for event in record.events:
        here = bisect_right(starts, event.trigger.start) - 1
        start, end = record.sentences[here] if here >= 0 else (event.trigger.start, event.trigger.end)
        made.append(
            Telling(
                article_key=article_key,
                event_id=event.id,
                type=event.type,
                status=event.status,
                trigger=event.trigger.text,
                start=event.trigger.start,
                end=event.trigger.end,
                confidence=round(event.confidence, 4),
                modes=event.modes,
                contexts=event.contexts,
                cameo=event.cameo,
                quad=event.quad,
                score=event.score,
                published=published,
                actors=tuple(_who(p, entities) for p in event.actors),
                recipients=tuple(_who(p, entities) for p in event.recipients),
                counts={what: (count.min, count.max) for what, count in event.counts.items()},
                names=frozenset(word for at, words in named if start <= at < end for word in words),
                terms=frozenset(stems(record.article.text[start:end])),
                story_names=frozenset(sorted(story_names)[:_NAMES]) if len(story_names) > _NAMES else story_names,
                story_terms=story,
                story_countries=countries,
                source=(sources or {}).get(event.id),
                copies=copies,
                mentions=tuple((span.start, span.end) for span in event.mentions),
                said=sayings(event, by_id, called),
                **_dated(event),
                **_placed(event),
            )
        )
    return made


def _named(record: Record) -> list[tuple[int, frozenset[str]]]:
    """Return where names stand in the article, with the telling words of each, in text order."""
    spots = [
        (mention.span.start, name_words(mention.span.text))
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind == "name"
    ]
    return sorted((at, words) for at, words in spots if words)


def _who(participant: Participant, entities: Mapping[str, Entity]) -> Who:
    entity = entities.get(participant.entity or "")
    name = participant.name or participant.span.text
    wikidata = entity.identifiers.get("wikidata") if entity else None
    return Who(name, name_words(name), participant.country, participant.sector, wikidata)


def _dated(event: Event) -> dict[str, Any]:
    if event.date is None:
        return {}
    try:
        first, last = date.fromisoformat(event.date.start), date.fromisoformat(event.date.end)
    except ValueError:  # a day that is not in the calendar
        return {}
    return {
        "first_day": first.toordinal(),
        "last_day": last.toordinal(),
        "precision": event.date.precision,
        "own_date": event.date.basis in ("clause", "post"),
    }


def _placed(event: Event) -> dict[str, Any]:
    if event.place is None:
        return {}
    where = event.place
    return {
        "place": where.name,
        "place_country": where.country,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "geonames": where.geonames,
    }


def to_line(telling: Telling) -> str:
    """Return the telling as one line of JSON, empty fields left out; `from_line` reads it back."""
    told = {field.name: getattr(telling, field.name) for field in fields(telling)}
    told = {name: value for name, value in told.items() if name in _ALWAYS or value not in _EMPTY}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Who):
        return [value.name, sorted(value.words), value.country, value.sector, value.wikidata]
    assert isinstance(value, frozenset)
    return sorted(value)


def from_line(line: str) -> Telling:
    """Return the telling that `to_line` wrote."""
    told = json.loads(line)
    for name in ("names", "terms", "story_names", "story_terms", "story_countries"):
        told[name] = frozenset(told.get(name, ()))
    for name in ("modes", "contexts", "said"):
        told[name] = tuple(told.get(name, ()))
    for name in ("actors", "recipients"):
        told[name] = tuple(
            Who(called, frozenset(words), country, tuple(sector), wikidata)
            for called, words, country, sector, wikidata in told.get(name, ())
        )
    told["mentions"] = tuple((start, end) for start, end in told.get("mentions", ()))
    told["counts"] = {what: (low, high) for what, (low, high) in told.get("counts", {}).items()}
    return Telling(**told)
