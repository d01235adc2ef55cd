"""Join the events of one article that are one event told more than once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from diurna.records import Event, Participant

# Told as background or as news, an event is the same one.
_COMPATIBLE = frozenset(("happened", "historical"))

# What all take part in alike: who is named as actor and who as recipient depends on the sentence (plover.md, CONSULT).
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))

# "the meeting", "their talks": a noun that takes up an event told before.
_TAKES_UP = re.compile(r"\b(?:the|this|that|these|those|their|its|his|her)\s+$", re.IGNORECASE)


def merge_events(events: Iterable[Event], text: str) -> tuple[Event, ...]:
    """Return the events of the article `text`, in text order, each distinct event once.

    Two tellings are one event where type and status agree, they share an actor or a recipient (by entity), neither
    names participants that the other excludes, and their dates meet; or where the later one names nobody and takes up
    the earlier ("the meeting"). The fuller telling gives the fields, the other's trigger becomes a mention; what the
    fuller one lacks is taken from the other.
    """
    kept: list[Event] = []
    by_type: dict[str, list[int]] = {}
    for event in events:
        places = by_type.setdefault(event.type, [])
        same = next((i for i in reversed(places) if _same(kept[i], event)), None)
        if same is None and places and _takes_up(kept[places[-1]], event, text):
            same = places[-1]
        if same is None:
            places.append(len(kept))
            kept.append(event)
        else:
            kept[same] = _joined(kept[same], event)
    return tuple(sorted(kept, key=lambda event: event.trigger))


def _alike(one: Event, other: Event) -> bool:
    if one.status != other.status and not {one.status, other.status} <= _COMPATIBLE:
        return False
    if one.modes and other.modes and not set(one.modes) & set(other.modes):
        return False
    return _dates_meet(one, other)


def _same(one: Event, other: Event) -> bool:
    if not _alike(one, other):
        return False
    if one.type in _MUTUAL:
        return _mutual(_keys(one.actors, one.recipients), _keys(other.actors, other.recipients))
    actors, recipients = _meet(one.actors, other.actors), _meet(one.recipients, other.recipients)
    return actors is not False and recipients is not False and bool(actors or recipients)


def _mutual(ours: set[str], theirs: set[str]) -> bool:
    """Return whether two groups that take part alike are one: at least two in common, or all of a lone one's."""
    shared = ours & theirs
    return len(shared) >= 2 or (bool(shared) and min(len(ours), len(theirs)) == 1)


def _takes_up(earlier: Event, event: Event, text: str) -> bool:
    if event.actors or event.recipients or not _alike(earlier, event):
        return False
    return _TAKES_UP.search(text, max(0, event.trigger.start - 12), event.trigger.start) is not None


def _meet(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool | None:
    """Return whether two groups share an entity; None where either is empty and nothing can be said."""
    return bool(_keys(one) & _keys(other)) if one and other else None


def _keys(*groups: tuple[Participant, ...]) -> set[str]:
    return {p.entity or p.span.text.lower().removeprefix("the ") for group in groups for p in group}


def _dates_meet(one: Event, other: Event) -> bool:
    # A date taken from the article as a whole, or from another event, says nothing of the single event.
    if one.date is None or other.date is None or not (_own_date(one) and _own_date(other)):
        return True
    return one.date.start <= other.date.end and other.date.start <= one.date.end


def _joined(one: Event, other: Event) -> Event:
    full, brief = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    date = full.date if _own_date(full) or not _own_date(brief) else brief.date
    return replace(
        full,
        id=one.id,
        modes=full.modes or brief.modes,
        contexts=tuple(dict.fromkeys((*full.contexts, *brief.contexts))),
        actors=full.actors or brief.actors,
        recipients=full.recipients or brief.recipients,
        date=date,
        place=full.place or brief.place,
        counts={**brief.counts, **full.counts},
        mentions=tuple(sorted({*full.mentions, *brief.mentions, brief.trigger} - {full.trigger})),
        confidence=max(full.confidence, brief.confidence),
    )


def _own_date(event: Event) -> bool:
    return event.date is not None and event.date.basis in ("clause", "sentence")


def _fullness(event: Event) -> tuple[int, float]:
    told = (event.actors, event.recipients, event.place, _own_date(event), event.modes)
    return sum(bool(part) for part in told), event.confidence
