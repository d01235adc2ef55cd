"""The sheet that corrections are applied on: a record's events, entities and attributions, each still to be changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(slots=True)
class Sheet:
    """What corrections are applied on."""

    text: str
    events: list[Told]
    entities: dict[str, Entity]
    attributions: list[Attribution]
    claimed: frozenset[Anchor]
    touched: bool = False
    whole: int | None = None

    def meant(self, anchor: Anchor, *, strictly: bool = False) -> Told | None:
        """Return the event that an anchor means: the one of its words and type, else one that is coded otherwise now.

        That is an event whose trigger meets the words, of the same type where there is one, and, but for `strictly`,
        one of another type where it is the only one, or one of which another mention meets them. What another
        correction is about is never meant. The event is known by the anchor from then on. None where none is meant.
        """
        exact = next((told for told in self.events if told.anchor == anchor), None)
        return exact or self.claim(anchor, anchor, strictly=strictly)

    def claim(self, words: Anchor, anchor: Anchor, *, strictly: bool = False) -> Told | None:
        """Return the event at some words that no correction is about, known by the anchor from now on, or None."""
        free = [told for told in self.events if told.anchor not in self.claimed]
        met = [told for told in free if _meet(told.anchor, words)]
        if not met and not strictly:
            met = [told for told in free if any(_meet(mention, words) for mention in told.event.mentions)]
        alike = [told for told in met if told.anchor.label == words.label]
        one = alike[0] if alike else met[0] if len(met) == 1 and not strictly else None
        if one is not None:
            one.anchor = anchor
        return one

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


def sheet_of(record: Record, claimed: Iterable[Anchor] = ()) -> Sheet:
    """Return the sheet of a machine's record; `claimed` are the anchors of all corrections that are to be applied."""
    told = [
        Told(event, Anchor(event.trigger.start, event.trigger.end, event.type), place)
        for place, event in enumerate(record.events)
    ]
    entities = {entity.id: entity for entity in record.entities}
    return Sheet(record.article.text, told, entities, list(record.attributions), frozenset(claimed))


def _meet(one: Anchor | Span, other: Anchor) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants, one for each entity; those without one are told apart by their words."""
    made: dict[object, Participant] = {}
    for participant in participants:
        made.setdefault(participant.entity or participant.span, participant)
    return tuple(made.values())
