"""Score the counts: python -m benchmarks.counts [--test] [-v]

Sentences of events/voa_plover.jsonl whose numbers were coded by hand (counts_voa.csv, which holds offsets and no text)
are annotated, the events are those coded in that file, and `counts_of` is asked how many. The half that comes first
when ids are sorted by hash was tuned on; --test scores the other half. Right in number and kind: kind, min and max
are those coded, and the words overlap. Right in event: of these, those told of the event coded.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diurna.annotate import annotate
from diurna.read import article_of
from diurna.records import Count, Document, Event, Span
from diurna.resolve.counts import counts_of

SENTENCES = Path("/work/shared/data/events/voa_plover.jsonl")
CODED = Path(__file__).with_name("counts_voa.csv")


@dataclass(frozen=True)
class Told:
    """A number as coded or as found: its kind and bounds, its words, and where its event's trigger starts."""

    kind: str
    min: int | None
    max: int | None
    start: int
    end: int
    trigger: int

    def same_number(self, other: Told) -> bool:
        """Return whether kind and bounds are the same and the words overlap."""
        alike = (self.kind, self.min, self.max) == (other.kind, other.min, other.max)
        return alike and self.start < other.end and other.start < self.end


def coded() -> dict[str, list[Told]]:
    """Return the coded numbers by sentence id; a sentence that tells none has an empty list."""
    found: dict[str, list[Told]] = {}
    with CODED.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            here = found.setdefault(row["id"], [])
            if row["kind"]:
                least, most = (int(row[name]) if row[name] else None for name in ("min", "max"))
                start, end, trigger = (int(row[name]) for name in ("start", "end", "trigger"))
                here.append(Told(row["kind"], least, most, start, end, trigger))
    return found


def half(ids: list[str], test: bool) -> list[str]:
    """Return the half of the ids that was tuned on, or the one held out."""
    ordered = sorted(ids, key=lambda id: hashlib.md5(id.encode()).hexdigest())
    middle = len(ordered) // 2
    return ordered[middle:] if test else ordered[:middle]


def found_in(document: Document, events: tuple[Event, ...]) -> Iterator[Told]:
    """Yield the numbers found in a document of one sentence (the annotator may cut it in two)."""
    before: list[Event] = []
    text = document.article.text
    for sentence in document.sentences:
        here = [e for e in events if sentence.start <= e.trigger.start < sentence.end]
        counts = counts_of(sentence, here, before, text)
        for event in events:
            for kind, count in counts.get(event.id, {}).items():
                yield _told(kind, count, event)
        before = here


def _told(kind: str, count: Count, event: Event) -> Told:
    return Told(kind, count.min, count.max, count.span.start, count.span.end, event.trigger.start)


def events_of(row: dict[str, Any]) -> tuple[Event, ...]:
    """Return the events as coded in the file, numbered."""
    return tuple(
        Event(
            id=f"ev{number}",
            type=event["type"],
            trigger=Span(event["trigger"]["start"], event["trigger"]["end"], event["trigger"]["text"]),
            status=event["status"],
            confidence=1.0,
        )
        for number, event in enumerate(row["events"], 1)
    )


def main() -> None:
    """Print recall, precision and F1 of numbers, and the share on the right event; with -v also every miss."""
    gold = coded()
    ids = set(half(list(gold), "--test" in sys.argv))
    with SENTENCES.open(encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["id"] in ids]
    right = on_event = got = 0
    for row, document in zip(rows, annotate(article_of(row["text"], id=row["id"]) for row in rows), strict=True):
        found = list(found_in(document, events_of(row)))
        got += len(found)
        for told in gold[row["id"]]:
            alike = [one for one in found if one.same_number(told)]
            right += bool(alike)
            on_event += any(one.trigger == told.trigger for one in alike)
            if "-v" in sys.argv and not any(one.trigger == told.trigger for one in alike):
                print("missed", row["id"], told, "\n   ", row["text"])
        for one in found:
            if "-v" in sys.argv and not any(one.same_number(told) for told in gold[row["id"]]):
                print("added ", row["id"], one, "\n   ", row["text"])
    count = sum(len(gold[id]) for id in ids)
    recall, precision = right / count, right / max(got, 1)
    print(f"{'held out' if '--test' in sys.argv else 'tuned on'}: {len(ids)} sentences, {count} numbers")
    print(f"number and kind: accuracy {recall:.3f} (precision {precision:.3f}); right event: {on_event / right:.3f}")
    print(f"number, kind and event: {on_event / count:.3f}")


if __name__ == "__main__":
    main()
