"""Join the events of one article that are one event told more than once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from diurna.merge.alike import evidence, probability, weights
from diurna.merge.apart import own_date
from diurna.merge.headings import told_in_headings
from diurna.merge.page import Page
from diurna.merge.together import with_all
from diurna.records import Event, Place, Record, When, holding
from diurna.resolve.domestic import without_diplomacy

# Tellings that an event is compared with, the latest: no article has so many of one type, but a long list may.
LATEST = 100
# What is apart between an event, as all its tellings tell it, and another telling: it joins only if it is like each.
AGAINST = ("others_act", "others_suffer", "all_apart", "modes_apart", "status_apart", "days_apart")


@dataclass(slots=True)
class Story:
    """The tellings of one event so far, and what they say together."""

    tellings: list[Event]
    event: Event


def merge_record(record: Record) -> Record:
    """Return the record with each distinct event once; a claim of an event that became part of another is of that."""
    told, page = tellings_of(record)
    # A telling that names one side alone ("the meeting") may have brought back what no event at home is.
    merged = tuple(without_diplomacy(_on_all_words(event, record)) for event in merge_events(told, page))
    left = {event.id for event in merged}
    triggers = {event.id: event.trigger for event in record.events}
    home = {spot: event.id for event in merged for spot in (*event.mentions, event.trigger)}
    claims = (
        claim if claim.event is None or claim.event in left else replace(claim, event=home.get(triggers[claim.event]))
        for claim in record.claims
    )
    return replace(record, events=merged, claims=tuple(claims))


def tellings_of(record: Record) -> tuple[tuple[Event, ...], Page]:
    """Return the events of a record before merging, with those that its headings tell, and its page."""
    told = tuple(told_in_headings(record.events, record.article))
    people = {entity.id for entity in record.entities if entity.type == "person"}
    return told, Page.of(record.article.text, record.sentences, told, people)


def _on_all_words(event: Event, record: Record) -> Event:
    """Return the event with whose word each mention stands on, so that no telling's is lost where they are joined."""
    held = {spot: holding(spot, record.attributions) for spot in event.mentions}
    return replace(event, held={spot: ids for spot, ids in held.items() if ids != event.attribution})


def merge_events(events: Iterable[Event], page: Page, by: Mapping[str, float] | None = None) -> tuple[Event, ...]:
    """Return the events of an article, in text order, each distinct event once.

    A telling joins the event of its type whose tellings it is likeliest one with (alike.py; the mean of the best and
    of all, or the worst where it is apart from the event), where that is likelier than the limit of weights.toml. The
    fuller telling gives the fields, the other's trigger becomes a mention; what the fuller one lacks is taken from the
    other, a finer place too, and so is who else takes part by it (together.py). `by` are the package's own weights
    unless others are given.
    """
    by = by or weights()
    stories: list[Story] = []
    by_type: dict[str, list[Story]] = {}
    for event in events:
        told = by_type.setdefault(event.type, [])
        scored = [(_likeness(told[place], event, page, by), place) for place in _latest(told)]
        best, place = max(scored, default=(0.0, 0))
        if best >= by["same"]:
            told[place].tellings.append(event)
            told[place].event = _joined(told[place].event, event, page)
        else:
            told.append(Story([event], event))
            stories.append(told[-1])
    return tuple(sorted((story.event for story in stories), key=lambda event: event.trigger))


def _latest(told: Sequence[Story]) -> Iterator[int]:
    """Yield the places of the stories begun last, until they hold LATEST tellings."""
    left = LATEST
    for place in range(len(told) - 1, -1, -1):
        if left <= 0:
            return
        yield place
        left -= len(told[place].tellings)


def _likeness(story: Story, event: Event, page: Page, by: Mapping[str, float]) -> float:
    each = [probability(telling, event, page, by) for telling in story.tellings[-LATEST:]]
    # By a telling that names nobody one would else join what others say, or do to others.
    against = evidence(story.event, event, page)
    if any(against.get(name) for name in AGAINST):
        return min(each)
    return max(each) / 2 + sum(each) / len(each) / 2


def _joined(one: Event, other: Event, page: Page) -> Event:
    full, brief = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    return replace(
        with_all(full, brief, page),
        id=one.id,
        modes=full.modes or brief.modes,
        contexts=tuple(dict.fromkeys((*full.contexts, *brief.contexts))),
        date=_date_of(full, brief),
        place=_finer(full.place, brief.place),
        counts={**brief.counts, **full.counts},
        mentions=tuple(sorted({*full.mentions, *brief.mentions, brief.trigger} - {full.trigger})),
        confidence=max(full.confidence, brief.confidence),
    )


def _date_of(full: Event, brief: Event) -> When | None:
    """Return the date of two tellings: an event's own, of two own ones that of its clause or the nearer one."""
    if not own_date(full) or not own_date(brief) or full.date is None or brief.date is None:
        return full.date if own_date(full) or not own_date(brief) else brief.date
    if full.date.start <= brief.date.start and brief.date.end <= full.date.end:
        return brief.date if _days(brief.date) < _days(full.date) else full.date
    return brief.date if (full.date.basis, brief.date.basis) == ("sentence", "clause") else full.date


def _finer(full: Place | None, brief: Place | None) -> Place | None:
    """Return the place of two tellings: the fuller one's, or the other's where that lies in it: Kano in Nigeria."""
    if full is None or brief is None or full.latitude is None or full.name == brief.name:
        return full or brief
    lies_in = full.country is not None and full.country == brief.country
    wider = full.admin1 is None or (full.admin1 == full.name and full.admin1 == brief.admin1)
    finer = brief.admin1 is not None and (full.admin1 is None or brief.admin1 != brief.name)
    return brief if lies_in and wider and finer else full


def _days(when: When) -> int:
    return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days


def _fullness(event: Event) -> tuple[int, float]:
    told = (event.actors, event.recipients, event.place, own_date(event), event.modes)
    return sum(bool(part) for part in told), event.confidence
