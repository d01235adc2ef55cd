"""Put the record of one article together: who, when, where, and on whose word each event stands."""

from __future__ import annotations

import datetime
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
    Participant,
    Record,
    Span,
    Status,
    When,
    holding,
)
from diurna.resolve.claimed import linked
from diurna.resolve.counts import counts_of
from diurna.resolve.denials import denied
from diurna.resolve.entities import Entities, find_entities, resolve_speakers
from diurna.resolve.identity import as_criminal, at_home, identified, is_charge, is_homely, phrase_code
from diurna.resolve.issuers import sourced
from diurna.resolve.scenes import place_of, places_by_sentence
from diurna.resolve.siting import Scene, places_of, scene_of
from diurna.resolve.spoken import with_speakers
from diurna.resolve.suspects import suspects_named
from diurna.resolve.timing import dates_of, timing_of, when_of
from diurna.resolve.unnamed import told_of_sources
from diurna.resolve.who import ActorCode

LONG_AGO = datetime.timedelta(days=365)


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
    sited = places_by_sentence(document, places, scene.home)
    named_as = _phrases(events, found)
    told_of = (identified(e, scene, places, timing.day, named_as.get(e.id, ())) for e in found.entities)
    charged, assaulting = _struck(events, found)
    criminal = charged | assaulting
    coded = (as_criminal(e, e.id in charged) if e.id in criminal else e for e in told_of)
    entities = {e.id: at_home(e, scene) for e in coded}
    starts = [sentence.start for sentence in document.sentences]
    resolved = []
    told = _told(document, events, starts)
    before: When | None = None
    for event in events:
        index = bisect_right(starts, event.trigger.start) - 1
        sentence = document.sentences[index]
        date = when_of(event, sentence, index, timing, article, before)
        if date is not None and date.basis in ("clause", "sentence") and date.precision == "day":
            # The story goes on from its latest day; an earlier one is background.
            later = before is None or date.start >= before.start
            before = date if later and event.status == "happened" and not _ahead(date, timing.day) else before
        resolved.append(
            replace(
                event,
                status=_standing(event.status, date, timing.day),
                actors=_participants(event.actors, found, entities, scene),
                recipients=_participants(event.recipients, found, entities, scene),
                date=date,
                place=place_of(event, index, sited),
                counts=told.get(event.id, {}),
                attribution=holding(event.trigger, attributions),
            )
        )
    dates = dates_of(timing)
    said = told_of_sources(sourced(attributions, found, entities), entities, document.sentences, dates)
    return Record(
        article=article,
        sentences=tuple((sentence.start, sentence.end) for sentence in document.sentences),
        entities=tuple(entities.values()),
        events=tuple(denied(resolved, said, document.sentences)),
        attributions=said,
        claims=tuple(linked(claim, resolved, document) for claim in claims),
        places=places,
        dates=dates,
    )


def _standing(status: Status, date: When | None, day: datetime.date | None) -> Status:
    """Return "historical" for what happened a year or more before the report, by a date that its own sentence gives."""
    if status != "happened" or date is None or day is None or date.basis not in ("clause", "sentence"):
        return status
    return "historical" if date.end < (day - LONG_AGO).isoformat() else status


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


def _suspected(events: Sequence[Event], found: Entities) -> frozenset[str]:
    """Return the ids of the entities that are charged or arrested or that assault somebody, in one event at least."""
    arrested = (p.span for event in events if "arrest" in event.modes for p in event.recipients)
    return frozenset().union(*_struck(events, found), _alone(arrested, found))


def _alone(spans: Iterable[Span], found: Entities) -> frozenset[str]:
    return frozenset(id for span in spans if len(meant := found.at(span)) == 1 for id in meant)


def _phrases(events: Sequence[Event], found: Entities) -> dict[str, list[str]]:
    """Return the noun phrases by which each entity takes part in events, where the phrase means it alone."""
    phrases: dict[str, list[str]] = {}
    for event in events:
        for participant in (*event.actors, *event.recipients):
            meant = found.at(participant.span)
            words = participant.span.text
            if len(meant) == 1 and " " in words and words not in phrases.setdefault(meant[0], []):
                phrases[meant[0]].append(words)
    return phrases


def _participants(
    given: tuple[Participant, ...], found: Entities, entities: dict[str, Entity], scene: Scene
) -> tuple[Participant, ...]:
    """Return the participants with their entities; "the two leaders" become two, one entity named twice one."""
    made: dict[str, Participant] = {}
    for participant in given:
        known = [entities[id] for id in found.at(participant.span)]
        # The words' own code is asked for only where no entity says it all.
        whole = bool(known) and all(entity.country and entity.sector for entity in known)
        code = ActorCode() if whole else phrase_code(participant.span.text, scene)
        for entity in known:
            # "Jeff Van Drew" is not of Van: a person's name alone tells no country.
            said = code.country if code.sector or entity.type != "person" else None
            country, sector = entity.country or said, entity.sector or code.sector
            told = replace(participant, entity=entity.id, name=entity.name, country=country, sector=sector)
            made.setdefault(entity.id, told)
        if not known:
            country = code.country or (scene.home if is_homely(participant.span.text) else None)
            alone = replace(participant, name=participant.span.text, country=country, sector=code.sector)
            made.setdefault(participant.span.text.lower(), alone)
    return tuple(made.values())
