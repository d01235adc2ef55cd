"""The sheet that corrections are applied on: a record's events, entities and attributions, each still to be changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from diurna.records import Attribution, Entity, Event, Participant, Record, Span
from diurna.store.corrections.correction import Anchor


@dataclass(slots=True)
class Told:
    """An event on the sheet: as it is so far, by what it is found again, and what people made of it."""

    event: Event
    anchor: Anchor
    place: int
    state: Literal["confirmed", "changed", "added"] | None = None
    correction: int = 0
    gone: bool = False
    said_types: set[str] = field(default_factory=set)

    def meets(self, anchor: Anchor) -> bool:
        """Return whether the anchor's words meet the event's trigger or another mention of it."""
        spots = [(self.anchor.start, self.anchor.end), *((m.start, m.end) for m in self.event.mentions)]
        return any(
            start < max(anchor.end, anchor.start + 1) and anchor.start < max(end, start + 1) for start, end in spots
        )


@dataclass(slots=True)
class Sheet:
    """What corrections are applied on."""

    text: str
    events: list[Told]
    entities: dict[str, Entity]
    attributions: list[Attribution]
    touched: bool = False
    whole: int | None = None

    def found(self, anchor: Anchor, *, strictly: bool = False) -> Told | None:
        """Return the event that an anchor means: the one of its words and type, else the one that its words meet.

        Of several that are met it is the one of the type, or of a type that people said; `strictly` asks for one of
        the type. None where none is meant.
        """
        exact = next((told for told in self.events if told.anchor == anchor), None)
        if exact is not None:
            return exact
        met = [told for told in self.events if told.meets(anchor)]
        alike = [told for told in met if told.anchor.label == anchor.label]
        if alike or strictly:
            return alike[0] if alike else None
        said = [told for told in met if told.event.type in told.said_types]
        return said[0] if len(said) == 1 else met[0] if len(met) == 1 else None

    def put(self, told: Told) -> None:
        """Add an event."""
        told.place = len(self.events)
        self.events.append(told)

    def entity_at(self, span: Span, name: str | None) -> Entity | None:
        """Return the entity that words mean: of those mentioned in them the one of the name, else the first; else
        one of the name that stands elsewhere.
        """
        here = [e for e in self.entities.values() if any(m.span.overlaps(span) for m in e.mentions)]
        named = [e for e in here if e.name == name]
        exact = [e for e in here if any(m.span == span for m in e.mentions)]
        elsewhere = [e for e in self.entities.values() if name is not None and e.name == name]
        return next(iter((*named, *elsewhere, *exact, *here)), None)


def sheet_of(record: Record) -> Sheet:
    """Return the sheet of a machine's record."""
    told = [
        Told(event, Anchor(event.trigger.start, event.trigger.end, event.type), place)
        for place, event in enumerate(record.events)
    ]
    return Sheet(
        record.article.text, told, {entity.id: entity for entity in record.entities}, list(record.attributions)
    )


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants, one for each entity; those without one are told apart by their words."""
    made: dict[object, Participant] = {}
    for participant in participants:
        made.setdefault(participant.entity or participant.span, participant)
    return tuple(made.values())
