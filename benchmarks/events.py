"""Score the coder: `python -m benchmarks.events DATA [--ablate]`.

- voa dev: the held-out coded VOA sentences (training/coded.py). An event is right where its type is and its trigger
  shares a word's characters with the coded one; "roles" where besides every actor and recipient overlaps a coded one
  and every coded one is overlapped. Modes and contexts: F1 over those of the events that are right. "lower-cased": the
  events once more, with every sentence in lower case.
- corpus test: the same on the passages of the corpus's test part.
- wikinews test: the 40 coded articles that never train. An event is right where a coded event of its type has a trigger
  or mention in one of its sentences; "roles" where the names of actors and recipients agree too (a shared word that
  is no title); status and date are scored on the events that are right.
- wikinews by sentence: the same articles before anything is merged, counted as the floor of
  ../shared/language-core.md was
  (benchmarks/tellings.py): lexicon and head, head alone, and the head's readings as they stand.
- plover gold dev: whether the surest event of a sentence has a coded type, and whether any has.
Each counts one event found for one event coded at most. `--ablate` scores lexicon alone and head alone as well;
`--tune` shows the articles that train in place of those that test.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.coded import coded_documents, held_out, passages
from training.sources import CORPUS

from benchmarks.tellings import bare_head, score
from diurna.annotate import annotate
from diurna.code.events import find_events
from diurna.code.grammar import Grammar
from diurna.code.lexicon import Lexicon, Lists, load_lexicon
from diurna.code.match import matches
from diurna.code.phrases import phrase
from diurna.code.status import status_of
from diurna.pipeline import record_of
from diurna.read import article_of
from diurna.records import Document, Event, Participant, Span

_EMPTY_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "for",
        "president",
        "minister",
        "prime",
        "mr",
        "mrs",
        "ms",
        "dr",
        "chief",
        "leader",
        "senator",
        "general",
        "spokesman",
        "former",
        "government",
        "foreign",
    ]
)


@dataclass(slots=True)
class Counts:
    """Right, found and coded."""

    right: int = 0
    found: int = 0
    coded: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.coded, 1)
        f1 = 2 * self.right / max(self.found + self.coded, 1)
        return f"F1 {f1:.3f} (P {precision:.2f} R {recall:.2f}, {self.coded} coded)"


def documents(texts: Sequence[dict[str, Any]]) -> list[Document]:
    """Return the annotated articles."""
    return list(annotate(article_of(text) for text in texts))


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def paired(
    found: Sequence[Event], coded: Sequence[dict[str, Any]], same: Callable[[Event, dict[str, Any]], bool]
) -> Iterator[tuple[Event, dict[str, Any]]]:
    """Yield pairs of an event and the coded event it tells; each is used once."""
    left = list(coded)
    for event in found:
        match = next((c for c in left if same(event, c)), None)
        if match is not None:
            left.remove(match)
            yield event, match


def meet(start: int, end: int, other: dict[str, Any]) -> bool:
    """Return whether characters are shared."""
    return start < int(other["end"]) and int(other["start"]) < end


def spans_agree(found: Sequence[Participant], coded: Sequence[dict[str, Any]]) -> bool:
    """Return whether each found participant overlaps a coded one and the other way round."""
    pairs = [[meet(p.span.start, p.span.end, c) for c in coded] for p in found]
    return all(map(any, pairs)) and all(any(row[i] for row in pairs) for i in range(len(coded)))


def names_agree(found: Sequence[Participant], coded: Sequence[dict[str, Any]]) -> bool:
    """Return whether each found participant shares a word of its name with a coded one and the other way round."""
    ours = [name_words(p.name or p.span.text) for p in found]
    theirs = [name_words(c.get("name") or c["text"]) for c in coded]
    return all(any(o & t for t in theirs) for o in ours) and all(any(o & t for o in ours) for t in theirs)


def name_words(name: str) -> set[str]:
    """Return the words of a name that are no titles, in lower case and singular."""
    cleaned = "".join(c if c.isalnum() else " " for c in name.lower())
    words = {word.removesuffix("s") for word in cleaned.split()}
    return words - _EMPTY_WORDS or words


def voa(found: Callable[[Document], Sequence[Event]], data: Path) -> None:
    """Print the scores on the dev part of the VOA sentences."""
    sentences("voa dev", [c for c in lines(data / "events/voa_plover.jsonl") if held_out(c["id"])], found)


def corpus(found: Callable[[Document], Sequence[Event]]) -> None:
    """Print the scores on the corpus's test part."""
    coded = [{"id": p["id"], "text": p["text"], "events": p["events"]} for p in passages(CORPUS, "test")]
    sentences("corpus test", coded, found)


def told(event: Event, coding: dict[str, Any]) -> bool:
    """Return whether an event has a coded one's type and meets its trigger."""
    return bool(event.type == coding["type"]) and meet(event.trigger.start, event.trigger.end, coding["trigger"])


def _compared(counts: Counts, found: Sequence[str], coded: Sequence[str]) -> None:
    counts.right += len(set(found) & set(coded))
    counts.found += len(set(found))
    counts.coded += len(set(coded))


def _lowered(coded: list[dict[str, Any]], found: Callable[[Document], Sequence[Event]]) -> Counts:
    """Return the counts of events in lower-cased sentences (those whose length that changes are left as they are)."""
    counts = Counts()
    texts = [c["text"].lower() if len(c["text"].lower()) == len(c["text"]) else c["text"] for c in coded]
    lowered = [{"id": c["id"], "text": text} for c, text in zip(coded, texts, strict=True)]
    for coding, document in zip(coded, documents(lowered), strict=True):
        ours = found(document)
        counts.right += len(list(paired(ours, coding["events"], told)))
        counts.found += len(ours)
        counts.coded += len(coding["events"])
    return counts


def sentences(label: str, coded: list[dict[str, Any]], found: Callable[[Document], Sequence[Event]]) -> None:
    """Print the scores on coded sentences or passages."""
    events, roles = Counts(), Counts()
    by_type: dict[str, Counts] = {}
    status, modes, contexts = [0, 0], Counts(), Counts()
    for coding, document in zip(coded, documents(coded), strict=True):
        ours = found(document)
        pairs = list(paired(ours, coding["events"], told))
        for event, c in pairs:
            _compared(modes, event.modes, c["mode"])
            _compared(contexts, event.contexts, c["context"])
        full = sum(spans_agree(e.actors, c["actor"]) and spans_agree(e.recipients, c["recipient"]) for e, c in pairs)
        status[0] += sum(e.status == c["status"] for e, c in pairs)
        status[1] += len(pairs)
        for counts, right in ((events, len(pairs)), (roles, full)):
            counts.right += right
            counts.found += len(ours)
            counts.coded += len(coding["events"])
        for event in ours:
            by_type.setdefault(event.type, Counts()).found += 1
        for event_coded in coding["events"]:
            by_type.setdefault(event_coded["type"], Counts()).coded += 1
        for event, _ in pairs:
            by_type[event.type].right += 1
    print(f"{label:15}events {events}\n               roles  {roles}  status {status[0] / max(status[1], 1):.2f}")
    print(f"               modes {modes}  contexts {contexts}\n               lower-cased: {_lowered(coded, found)}")
    macro = sum(2 * c.right / max(c.found + c.coded, 1) for c in by_type.values()) / max(len(by_type), 1)
    print(
        f"               macro F1 {macro:.3f}: "
        + " ".join(f"{t} {2 * c.right / max(c.found + c.coded, 1):.2f}" for t, c in sorted(by_type.items()))
    )


def wikinews(data: Path, name: str, use: Callable[[Document], Sequence[Event]] | None = None) -> None:
    """Print the scores of the whole line on coded Wikinews articles."""
    events, roles = Counts(), Counts()
    status, dates, actors, recipients = [0, 0], [0, 0], [0], [0]
    for coding, document in coded_documents(data, name):
        record = record_of(document)
        if record.article.error:
            print(f"failed: {record.article.error}")
        ours = record.events if use is None else use(document)
        sentences = [(s.start, s.end) for s in document.sentences]

        def told_in(places: list[tuple[int, int]], sentences: list[tuple[int, int]] = sentences) -> set[int]:
            return {i for i, (a, b) in enumerate(sentences) for s, e in places if s < b and a < e}

        def same(event: Event, c: dict[str, Any]) -> bool:
            mine = told_in([(m.start, m.end) for m in (event.trigger, *event.mentions)])
            theirs = told_in([(m["start"], m["end"]) for m in (c["trigger"], *c["mentions"])])
            return event.type == c["type"] and bool(mine & theirs)

        pairs = list(paired(ours, coding["events"], same))
        full = sum(names_agree(e.actors, c["actor"]) and names_agree(e.recipients, c["recipient"]) for e, c in pairs)
        actors[0] += sum(names_agree(e.actors, c["actor"]) for e, c in pairs)
        recipients[0] += sum(names_agree(e.recipients, c["recipient"]) for e, c in pairs)
        status[0] += sum(e.status == c["status"] for e, c in pairs)
        status[1] += len(pairs)
        dated = [(e, c) for e, c in pairs if c["date"]]
        dates[0] += sum(
            (e.date is not None and e.date.start.startswith(c["date"][:10]))
            or (e.date is not None and len(c["date"]) < 10 and e.date.start[: len(c["date"])] == c["date"])
            for e, c in dated
        )
        dates[1] += len(dated)
        for counts, right in ((events, len(pairs)), (roles, full)):
            counts.right += right
            counts.found += len(ours)
            counts.coded += len(coding["events"])
    label = f"{name.removesuffix('_plover') if name.endswith('plover') else name:15}"
    print(
        f"{label[:14]:15}events {events}\n               roles  {roles}  "
        f"status {status[0] / max(status[1], 1):.2f}  date {dates[0] / max(dates[1], 1):.2f}\n"
        f"               of the events right: actors {actors[0] / max(status[1], 1):.2f}  "
        f"recipients {recipients[0] / max(status[1], 1):.2f}"
    )


def by_sentence(data: Path, name: str) -> None:
    """Print the scores on coded Wikinews articles, sentence by sentence (benchmarks/tellings.py)."""
    coded, read = zip(*coded_documents(data, name), strict=True)
    for label, way in (("lexicon and head", find_events), ("head alone", head_alone), ("bare head", bare_head)):
        events, inside, everywhere = score(coded, read, way, spans_agree)
        print(f"{label:17}events {events}  roles {inside}, all {everywhere}")


def gold(found: Callable[[Document], Sequence[Event]], data: Path) -> None:
    """Print the share of codebook sentences whose surest event, or any event, has the coded type."""
    coded = lines(data / "events/plover_gold_dev.jsonl")
    surest = anywhere = 0
    for coding, document in zip(coded, documents(coded), strict=True):
        types = {event["event"] for event in coding["events"]}
        ours = found(document)
        surest += bool(ours) and max(ours, key=lambda e: e.confidence).type in types
        anywhere += any(event.type in types for event in ours)
    print(
        f"plover gold    surest type {surest / len(coded):.3f}  any type {anywhere / len(coded):.3f}  "
        f"({len(coded)} sentences)"
    )


def lexicon_alone(document: Document) -> Sequence[Event]:
    """Return an event for each entry that holds, as a coder without a trained head would."""
    lexicon, text = load_lexicon(), document.article.text
    made: list[Event] = []
    for sentence in document.sentences:
        grammar = Grammar(sentence, lexicon.light)

        def span(head: int, grammar: Grammar = grammar) -> Participant:
            first, last = phrase(grammar, head)
            return Participant(Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end))

        best = {m.word: m for m in reversed(matches(grammar, lexicon))}  # of a word's entries the first is the best
        for m in sorted(best.values(), key=lambda m: m.word):
            token = grammar.tokens[m.word]
            trigger = Span.of(text, token.start, token.end)
            actors, recipients = tuple(map(span, m.actors)), tuple(map(span, m.recipients))
            status = status_of(grammar, m.word)
            sure = 0.5 + 0.1 * m.slots
            event = Event("", m.entry.type, trigger, status, sure, m.entry.modes)
            made.append(replace(event, actors=actors, recipients=recipients))
    return made


def head_alone(document: Document) -> Sequence[Event]:
    """Return the events that the head finds without the lexicon."""
    return find_events(document, Lexicon((), {}, Lists(), frozenset()))


def main() -> None:
    """Print all scores."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    data = Path(arguments[0] if arguments else "../shared/data")
    ways: list[tuple[str, Callable[[Document], Sequence[Event]]]] = [("lexicon and head", find_events)]
    if "--ablate" in sys.argv:
        ways += [("lexicon alone", lexicon_alone), ("head alone", head_alone)]
    for label, way in ways:
        print(f"-- {label}")
        voa(way, data)
        corpus(way)
        gold(way, data)
    print("-- the whole line")
    articles = "wikinews_plover_train" if "--tune" in sys.argv else "wikinews_plover"
    wikinews(data, articles)
    print("-- the same articles sentence by sentence")
    by_sentence(data, articles)


if __name__ == "__main__":
    main()
