"""Put the record of one article together: who, when, where, and on whose word each event stands."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diurna.records import (
    Attribution,
    Claim,
    Count,
    Document,
    Entity,
    Event,
    Record,
    Span,
    Status,
    When,
    holding,
)
from diurna.resolve.acts import with_whose_act
from diurna.resolve.apposed import told_beside
from diurna.resolve.armed import as_attack
from diurna.resolve.background import LONG_AGO, is_news
from diurna.resolve.bodies import coded_by_body
from diurna.resolve.claimed import linked
from diurna.resolve.counts import counts_of
from diurna.resolve.denials import denied
from diurna.resolve.domestic import without_diplomacy
from diurna.resolve.entities import Entities, find_entities, resolve_speakers
from diurna.resolve.forces import of_told_forces
from diurna.resolve.identity import as_civilian, as_criminal, at_home, identified, is_charge
from diurna.resolve.issuers import sourced
from diurna.resolve.nearby import scene_of_entity
from diurna.resolve.participants import abroad, participants, phrases_of
from diurna.resolve.scenes import place_of, places_by_sentence
from diurna.resolve.siting import Scene, places_of, scene_of
from diurna.resolve.spoken import with_speakers
from diurna.resolve.suspects import suspects_named
from diurna.resolve.timing import dates_of, timing_of, when_of
from diurna.resolve.unnamed import told_of_sources

LEAD = 4  # sentences that tell the news: headline and first paragraph
_SINCE = re.compile(r"\b[Ss]ince\s+(?:early|late|mid|about|around|at least)?[\s-]*$")
_WHEN = re.compile(r",?\s+(?:when|in which|during which)\b")


def resolve(
    document: Document, events: Sequence[Event], attributions: Sequence[Attribution], claims: Sequence[Claim]
) -> Record:
    """Return the record of an article whose events, attributions and claims have been found.

    Fills in entities with identities, participants' entities and codes, dates, places, and which attributions hold
    each event; the events are not merged yet.
    """
    article = document.article
    timing = timing_of(document)
    events = tuple(with_speakers(events, attributions, document.sentences))
    found = resolve_speakers(find_entities(document), attributions)
    found = suspects_named(events, found, _suspected(events, found))
    places = places_of(document, found.entities)
    scene = scene_of(document, places)
    sited = places_by_sentence(document, places, scene.home, events)
    named_as = phrases_of(events, found, document)
    charged, assaulting = _struck(events, found)
    entities: dict[str, Entity] = {}
    scenes: dict[str, Scene] = {}
    for e in found.entities:
        words = (*named_as.get(e.id, ()), *told_beside(e, document))
        coded = identified(e, scene, places, timing.day, words)
        here = scene_of_entity(coded, scene, sited)
        coded = coded if here == scene else identified(e, here, places, timing.day, words)
        entities[e.id] = as_criminal(coded, e.id in charged) if e.id in charged | assaulting else coded
        scenes[e.id] = here
    homes = {id: here.home for id, here in scenes.items()}
    entities = coded_by_body(entities, homes, found, document)
    entities = of_told_forces(entities, scene)
    hurt = _hurt(events, found)
    entities = {id: at_home(as_civilian(e) if id in hurt else e, scenes[id]) for id, e in entities.items()}
    starts = [sentence.start for sentence in document.sentences]
    resolved = []
    told = _told(document, events, starts)
    before: When | None = None
    news: dict[str, set[str | None]] = {}
    for event in events:
        index = bisect_right(starts, event.trigger.start) - 1
        sentence = document.sentences[index]
        actors = participants(event, event.actors, found, entities, scene, sited)
        past = index in timing.past and not is_news(event.type, actors, news)
        if timing.digest and before is not None and _apart(before, event, article.text):
            before = None
        date = when_of(event, sentence, index, timing, article, before, past)
        status = _standing(event, date, timing.day, article.text, past)
        if date is not None and date.basis in ("clause", "sentence") and _is_one_day(date):
            # The story goes on from its latest day; an earlier one, or one before the story's first, is background.
            since = before or timing.story
            later = since is None or date.start >= since.start
            before = date if later and event.status == "happened" and not _ahead(date, timing.day) else before
        if status == "happened" and index < LEAD:
            news.setdefault(event.type, set()).update(p.entity for p in actors)
        resolved.append(
            replace(
                event,
                status=status,
                actors=actors,
                recipients=participants(event, event.recipients, found, entities, scene, sited),
                date=date,
                place=place_of(event, index, sited),
                counts=told.get(event.id, {}),
                attribution=holding(event.trigger, attributions),
            )
        )
    resolved = [as_attack(event) for event in resolved]
    settled = [without_diplomacy(replace(event, recipients=abroad(event, entities))) for event in resolved]
    dates = dates_of(timing)
    said = told_of_sources(sourced(attributions, found, entities), entities, document.sentences, dates)
    return Record(
        article=article,
        sentences=tuple((sentence.start, sentence.end) for sentence in document.sentences),
        entities=tuple(entities.values()),
        events=tuple(denied(with_whose_act(settled, document.sentences), said, document.sentences)),
        attributions=said,
        claims=tuple(linked(claim, resolved, document) for claim in claims),
        places=places,
        dates=dates,
    )


def _apart(before: When, event: Event, text: str) -> bool:
    """Return whether another paragraph tells the day told before: a digest goes on from matter to matter."""
    return before.span is not None and "\n" in text[before.span.end : event.trigger.start]


def _standing(event: Event, date: When | None, day: datetime.date | None, text: str, past: bool) -> Status:
    """Return "historical" for what happened a year or more before the report, by a date that its own sentence gives.

    Or by the sentences before, that tell of years ago (`past`). What is told "since 2022" goes on from there; only
    "since 2022, when rebels attacked" puts the attack in that year.
    """
    status = event.status
    if past and status == "happened" and date is None:
        return "historical"
    if status != "happened" or date is None or day is None or date.basis not in ("clause", "sentence", "headline"):
        return status
    last = date.end
    if date.span is not None and _SINCE.search(text, max(0, date.span.start - 20), date.span.start):
        if not _WHEN.match(text, date.span.end, max(date.span.end, event.trigger.start)):
            return status
        last = date.start
    return "historical" if last < (day - LONG_AGO).isoformat() else status


def _is_one_day(date: When) -> bool:
    return date.precision == "day" and date.start == date.end


def _ahead(date: When, day: datetime.date | None) -> bool:
    return day is not None and date.start > day.isoformat()


def _told(document: Document, events: Sequence[Event], starts: list[int]) -> dict[str, dict[str, Count]]:
    """Return the counts told of each event: in its own sentence, else in the one after it.

    A crowd told of at large ("thousands") gives way to the number that the sentence after it has ("20,000").
    """
    of_sentence: dict[int, list[Event]] = {}
    for event in events:
        of_sentence.setdefault(bisect_right(starts, event.trigger.start) - 1, []).append(event)
    told: dict[str, dict[str, Count]] = {}
    for index, sentence in enumerate(document.sentences):
        here, before = of_sentence.get(index, []), of_sentence.get(index - 1, [])
        if here or before:
            for id, counts in counts_of(sentence, here, before, document.article.text).items():
                known = told.get(id, {})
                told[id] = {**counts, **{kind: _closer(kind, known[kind], counts.get(kind)) for kind in known}}
    return told


def _closer(kind: str, first: Count, later: Count | None) -> Count:
    """Return the count told first, or the later one of a crowd where it lies within the open bounds of the first."""
    if kind != "participants" or later is None or first.max is not None or later.min is None:
        return first
    return later if first.min is None or later.min >= first.min else first


def _struck(events: Sequence[Event], found: Entities) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the entities that are charged, convicted or sentenced, and of those that assault somebody."""
    told = [event for event in events if event.status in ("happened", "historical")]
    charged = (p.span for event in told if is_charge(event.trigger.text) for p in event.recipients)
    assaulting = (p.span for event in told if event.type == "ASSAULT" for p in event.actors)
    return _alone(charged, found), _alone(assaulting, found)


def _hurt(events: Sequence[Event], found: Entities) -> frozenset[str]:
    """Return the ids of the entities that are attacked."""
    attacks = (event for event in events if event.type == "ASSAULT" and event.status in ("happened", "historical"))
    return _alone((p.span for event in attacks for p in event.recipients), found)


def _suspected(events: Sequence[Event], found: Entities) -> frozenset[str]:
    """Return the ids of the entities that are charged or arrested or that assault somebody, in one event at least."""
    arrested = (p.span for event in events if "arrest" in event.modes for p in event.recipients)
    return frozenset().union(*_struck(events, found), _alone(arrested, found))


def _alone(spans: Iterable[Span], found: Entities) -> frozenset[str]:
    return frozenset(id for span in spans if len(meant := found.at(span)) == 1 for id in meant)
