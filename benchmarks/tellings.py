"""Score the coder sentence by sentence on coded articles, as the floor of ../shared/language-core.md was counted.

Nothing is merged: a telling is right where a coded event of its type has its trigger or a mention in the sentence, and
two tellings of one event in two sentences are both right. Precision is the share of tellings that are right, recall
that of coded events told by one at least. Roles: every actor and recipient of the telling overlaps a coded one, and
every coded one that stands in the sentence is overlapped (one that stands elsewhere is coreference's business); "all"
asks for those elsewhere too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from diurna.records import Document, Event, Participant, Sentence, Span

Way = Callable[[Document], Sequence[Event]]
Agree = Callable[[Sequence[Participant], Sequence[dict[str, Any]]], bool]


@dataclass(slots=True)
class Tellings:
    """How many tellings there are and how many are right; how many events are coded, and which are told."""

    found: int = 0
    right: int = 0
    coded: int = 0
    told: set[tuple[str, int]] = field(default_factory=set)

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), len(self.told) / max(self.coded, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"F1 {f1:.3f} (P {precision:.2f} R {recall:.2f})"


def score(
    codings: Iterable[dict[str, Any]], documents: Iterable[Document], way: Way, agree: Agree
) -> tuple[Tellings, Tellings, Tellings]:
    """Return the counts by type alone, with the roles that stand in the sentence, and with all roles."""
    counts = Tellings(), Tellings(), Tellings()
    for coding, document in zip(codings, documents, strict=True):
        starts = [sentence.start for sentence in document.sentences]
        events = [(number, event, _told_in(event, starts)) for number, event in enumerate(coding["events"])]
        for count in counts:
            count.coded += len(events)
        for ours in way(document):
            place = bisect_right(starts, ours.trigger.start) - 1
            here = [
                (number, event) for number, event, places in events if event["type"] == ours.type and place in places
            ]
            within = document.sentences[place]
            _count(counts[0], coding["id"], [number for number, _ in here])
            _count(counts[1], coding["id"], [n for n, e in here if _roles_agree(ours, _inside(e, within), agree)])
            _count(counts[2], coding["id"], [n for n, e in here if _roles_agree(ours, e, agree)])
    return counts


def bare_head(document: Document) -> Sequence[Event]:
    """Return what the head reads as it stands, without trees, lexicon or weights: likely words, in runs."""
    return [
        Event(
            "",
            max(reading.types, key=reading.types.__getitem__),
            _span(document, sentence, reading.first, reading.last),
            "happened",
            reading.score,
            actors=tuple(_runs(document, sentence, reading.actor, reading.recipient)),
            recipients=tuple(_runs(document, sentence, reading.recipient, reading.actor)),
        )
        for sentence in document.sentences
        for reading in sentence.triggers
        if reading.score > 0.5
    ]


def _count(count: Tellings, article: str, right: list[int]) -> None:
    count.found += 1
    count.right += bool(right)
    count.told.update((article, number) for number in right)


def _told_in(event: dict[str, Any], starts: list[int]) -> set[int]:
    return {bisect_right(starts, spot["start"]) - 1 for spot in (event["trigger"], *event["mentions"])}


def _inside(event: dict[str, Any], sentence: Sentence) -> dict[str, Any]:
    return {
        role: [one for one in event[role] if sentence.start <= one["start"] < sentence.end]
        for role in ("actor", "recipient")
    }


def _roles_agree(ours: Event, event: dict[str, Any], agree: Agree) -> bool:
    return agree(ours.actors, event["actor"]) and agree(ours.recipients, event["recipient"])


def _runs(
    document: Document, sentence: Sentence, likely: Sequence[float], other: Sequence[float]
) -> Iterable[Participant]:
    run: list[int] = []
    for word, (p, q) in enumerate(zip((*likely, 0.0), (*other, 0.0), strict=True)):
        if p > max(q, 1 - p - q):
            run.append(word)
        elif run:
            yield Participant(_span(document, sentence, run[0], run[-1]))
            run = []


def _span(document: Document, sentence: Sentence, first: int, last: int) -> Span:
    return Span.of(document.article.text, sentence.tokens[first].start, sentence.tokens[last].end)
