"""The stretches of a text that a page marks, cut so that overlapping ones can stand in one row."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from diurna.records import Record, Span

Kind = Literal["quotation", "event", "actor", "recipient", "date", "place"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start:end` that have the same marks throughout.

    `trigger_of` names the events whose trigger ends here, by their numbers in the table, from 1.
    """

    start: int
    end: int
    kinds: frozenset[Kind]
    trigger_of: tuple[int, ...]


def pieces(record: Record) -> list[Piece]:
    """Return the whole text as pieces in order, none empty; their number is linear in the number of marks."""
    opened: dict[int, Counter[Kind]] = {}
    closed: dict[int, Counter[Kind]] = {}
    for span, kind in _marked(record):
        if span.start < span.end:
            opened.setdefault(span.start, Counter())[kind] += 1
            closed.setdefault(span.end, Counter())[kind] += 1
    triggers: dict[int, list[int]] = {}
    for number, event in enumerate(record.events, start=1):
        triggers.setdefault(event.trigger.end, []).append(number)
    edges = sorted({0, len(record.article.text), *opened, *closed, *triggers})
    running: Counter[Kind] = Counter()
    cut = []
    for start, end in itertools.pairwise(edges):
        running.update(opened.get(start, {}))
        running.subtract(closed.get(start, {}))
        kinds = frozenset(kind for kind, number in running.items() if number > 0)
        cut.append(Piece(start, end, kinds, tuple(triggers.get(end, ()))))
    return cut


def _marked(record: Record) -> Iterable[tuple[Span, Kind]]:
    for attribution in record.attributions:
        if attribution.form == "direct":
            for part in attribution.parts or (attribution.content,):
                yield part, "quotation"
    for event in record.events:
        yield event.trigger, "event"
        for mention in event.mentions:
            yield mention, "event"
        for actor in event.actors:
            yield actor.span, "actor"
        for recipient in event.recipients:
            yield recipient.span, "recipient"
        if event.place:
            yield event.place.span, "place"
        if event.date and event.date.span:
            yield event.date.span, "date"
    for place in record.places:
        yield place.span, "place"
    for date in record.dates:
        yield date.span, "date"
