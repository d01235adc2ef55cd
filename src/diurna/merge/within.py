"""Join the events of one article that are one event told more than once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diurna.records import Event, Participant, When

# A year or more apart, or on days that do not meet, two tellings are two events.
_COMPATIBLE = {("happened", "historical"), ("future", "hypothetical")}


def merge_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in text order, each distinct event once.

    Two tellings are one event where type and status agree, they share an actor or a recipient (by entity), neither
    names participants that the other excludes, and their dates meet. The fuller telling gives the fields, the other's
    trigger becomes a mention; what the fuller one lacks is taken from the other.
    """
    kept: list[Event] = []
    by_type: dict[str, list[int]] = {}
    for event in events:
        places = by_type.setdefault(event.type, [])
        same = next((i for i in reversed(places) if _same(kept[i], event)), None)
        if same is None:
            places.append(len(kept))
            kept.append(event)
        else:
            kept[same] = _joined(kept[same], event)
    return tuple(sorted(kept, key=lambda event: event.trigger))


def _same(one: Event, other: Event) -> bool:
    if one.status != other.status and (one.status, other.status) not in _COMPATIBLE:
        return False
    if one.modes and other.modes and not set(one.modes) & set(other.modes):
        return False
    if not _dates_meet(one.date, other.date):
        return False
    actors, recipients = _meet(one.actors, other.actors), _meet(one.recipients, other.recipients)
    return bool(
        (actors and recipients)
        or (actors is not False and recipients is not False and (actors or recipients))
    )


def _meet(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool | None:
    """Return whether two groups share an entity; None where either is empty and nothing can be said."""
    if not one or not other:
        return None
    return bool({_key(p) for p in one} & {_key(p) for p in other})


def _key(participant: Participant) -> str:
    return participant.entity or participant.span.text.lower().removeprefix("the ")


def _dates_meet(one: When | None, other: When | None) -> bool:
    # Dates taken from the article as a whole say nothing of the single event.
    if one is None or other is None or one.span is None or other.span is None:
        return True
    return one.start <= other.end and other.start <= one.end


def _joined(one: Event, other: Event) -> Event:
    full, brief = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    date = full.date if full.date is not None and full.date.span is not None else brief.date or full.date
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
        attribution=full.attribution,
        confidence=max(full.confidence, brief.confidence),
    )


def _fullness(event: Event) -> tuple[int, float]:
    told = (event.actors, event.recipients, event.place, event.date and event.date.span)
    return sum(bool(part) for part in told), event.confidence
