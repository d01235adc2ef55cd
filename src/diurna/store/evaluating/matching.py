"""Which event of one coding is which of another, and which of their fields agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from diurna.records import Event, Participant, Place, Span, When

MEASURES = ("events", "types", "modes", "status", "actors", "recipients", "dates", "places")

_LABELS: Mapping[str, Callable[[Event], set[str]]] = {
    "types": lambda event: {event.type},
    "modes": lambda event: set(event.modes),
    "status": lambda event: {event.status},
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one field: how many values are the same in both codings, how many the machine and the gold have."""

    same: int = 0
    said: int = 0
    gold: int = 0


def pairs(said: Sequence[Event], gold: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Return the events that are the same in two codings of an article, each at most once.

    They are the same where their words meet: those of one type before others, then those that share most words.
    """
    near = [
        ((one.type == other.type, common), place, there)
        for place, one in enumerate(said)
        for there, other in enumerate(gold)
        if (common := _common(one, other))
    ]
    near.sort(key=lambda pair: pair[0], reverse=True)
    found: dict[int, int] = {}
    for _, place, there in near:
        if place not in found and there not in found.values():
            found[place] = there
    return [(said[place], gold[there]) for place, there in sorted(found.items())]


def tallies(said: Sequence[Event], gold: Sequence[Event]) -> dict[str, Tally]:
    """Return a tally for each of MEASURES: of the events, and of the values that they give each field."""
    both = pairs(said, gold)
    made = {"events": Tally(len(both), len(said), len(gold))}
    for name, values in _LABELS.items():
        same = sum(len(values(one) & values(other)) for one, other in both)
        made[name] = Tally(same, sum(len(values(e)) for e in said), sum(len(values(e)) for e in gold))
    for role in ("actors", "recipients"):
        same = sum(_alike(getattr(one, role), getattr(other, role)) for one, other in both)
        made[role] = Tally(same, _all(said, role), _all(gold, role))
    dates = sum(_same_days(one.date, other.date) for one, other in both)
    made["dates"] = Tally(dates, sum(e.date is not None for e in said), sum(e.date is not None for e in gold))
    places = sum(_same_place(one.place, other.place) for one, other in both)
    made["places"] = Tally(places, sum(e.place is not None for e in said), sum(e.place is not None for e in gold))
    return made


def type_tallies(said: Sequence[Event], gold: Sequence[Event]) -> dict[str, Tally]:
    """Return a tally of the events of each type."""
    same = Counter(one.type for one, other in pairs(said, gold) if one.type == other.type)
    ours, theirs = Counter(event.type for event in said), Counter(event.type for event in gold)
    return {type: Tally(same[type], ours[type], theirs[type]) for type in {*ours, *theirs}}


def _common(one: Event, other: Event) -> int:
    """Return how many characters two events' words share at most, those of their triggers counted twice."""
    triggers = 2 * _shared(one.trigger, other.trigger)
    return max(
        triggers, *(_shared(a, b) for a in (one.trigger, *one.mentions) for b in (other.trigger, *other.mentions))
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _alike(said: Iterable[Participant], gold: Iterable[Participant]) -> int:
    """Return how many participants are the same, by their names or by words that meet."""
    left = list(gold)
    same = 0
    for one in said:
        found = next((other for other in left if _same_participant(one, other)), None)
        if found is not None:
            left.remove(found)
            same += 1
    return same


def _same_participant(one: Participant, other: Participant) -> bool:
    return one.span.overlaps(other.span) or (one.name is not None and one.name == other.name)


def _all(events: Iterable[Event], role: str) -> int:
    return sum(len(getattr(event, role)) for event in events)


def _same_days(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)


def _same_place(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return False
    if one.geonames is not None and other.geonames is not None:
        return one.geonames == other.geonames
    return one.name.casefold() == other.name.casefold()
