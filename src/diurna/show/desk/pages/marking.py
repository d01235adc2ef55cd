"""A text cut at every mark's ends, so that marks may overlap: words said, within them an event, within it a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Json = Mapping[str, Any]
LAYERS = ("event", "entity", "quotation", "date", "place")


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a layer, and the id of the record behind it; offsets count code points, half-open."""

    start: int
    end: int
    layer: str
    id: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters that lies within the same marks; `start` is its place in the whole text."""

    text: str
    start: int
    marks: tuple[Mark, ...]

    @property
    def layers(self) -> list[str]:
        """Return the layers of the marks, each once."""
        return list(dict.fromkeys(mark.layer for mark in self.marks))


def segments(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """Return the text from `start` to `end` cut at the ends of all marks; together the segments are that text."""
    end = len(text) if end is None else min(end, len(text))
    inside = sorted((m for m in marks if m.start < end and m.end > start), key=lambda m: (m.start, -m.end))
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    made: list[Segment] = []
    open_now: list[Mark] = []
    waiting = 0
    for first, last in pairwise(cuts):
        while waiting < len(inside) and inside[waiting].start <= first:
            open_now.append(inside[waiting])
            waiting += 1
        open_now = [mark for mark in open_now if mark.end > first]
        made.append(Segment(text[first:last], first, tuple(open_now)))
    return made


def marks_of(record: Json) -> list[Mark]:
    """Return the marks of all layers of a record (docs/record.md)."""
    made = [*_events(record), *_entities(record), *_said(record)]
    for layer, found in (("date", record.get("dates", ())), ("place", record.get("places", ()))):
        made += [Mark(one["start"], one["end"], layer, f"{layer}{n}") for n, one in enumerate(found, 1)]
    return made


def parts_of(event: Json, attributions: Sequence[Json]) -> list[Mark]:
    """Return the words behind each field of an event, the field being the layer."""
    made = [_mark(event["trigger"], "trigger", event["id"])]
    made += [_mark(one, role, event["id"]) for role in ("actor", "recipient") for one in event.get(role, ())]
    made += [_mark(m, "trigger", event["id"]) for m in event.get("mentions", ())]
    for field, words in (("place", event.get("place")), ("date", (event.get("date") or {}).get("span"))):
        if words and words.get("start") is not None:
            made.append(_mark(words, field, event["id"]))
    held = {id for ids in chains_of(event) for id in ids}
    for one in attributions:
        if one["id"] in held:
            made += [_mark(one[part], "source", one["id"]) for part in ("source", "cue") if _in_text(one.get(part))]
    made += [_mark(count, "count", event["id"]) for count in (event.get("counts") or {}).values()]
    return made


def chains_of(event: Json) -> list[list[str]]:
    """Return on whose words an event stands, each once, the trigger's first: ids of attributions; none: the author."""
    first = event.get("attribution", [])
    chains = [first, *(mention.get("attribution", first) for mention in event.get("mentions", ()))]
    return [list(ids) for ids in dict.fromkeys(map(tuple, chains))]


def said_of(event: Json, attributions: Sequence[Json]) -> list[Mark]:
    """Return what is said on whose word an event stands, as marks of the layer "content"."""
    ids = {id for ids in chains_of(event) for id in ids}
    held = [one for one in attributions if one["id"] in ids]
    return [_mark(part, "content", one["id"]) for one in held for part in one.get("parts") or [one["content"]]]


def _events(record: Json) -> Iterator[Mark]:
    for event in record.get("events", ()):
        for one in (event["trigger"], *event.get("mentions", ())):
            yield _mark(one, "event", event["id"])


def _entities(record: Json) -> Iterator[Mark]:
    for entity in record.get("entities", ()):
        for mention in entity.get("mentions", ()):
            yield _mark(mention, "entity", entity["id"])


def _said(record: Json) -> Iterator[Mark]:
    for one in record.get("attributions", ()):
        for part in one.get("parts") or [one["content"]]:
            yield _mark(part, "quotation", one["id"])


def _in_text(words: Json | None) -> bool:
    """Return whether words stand in the text: a source may be known by its entity alone."""
    return words is not None and words.get("start") is not None


def _mark(span: Json, layer: str, id: str) -> Mark:
    return Mark(span["start"], span["end"], layer, id)
