"""People's codings as corrections: `python -m benchmarks.correcting DATA STORE [--two] [--without TYPE]`.

Codes articles that people coded whole (Wikinews's forty and the corpus's test part, from which nothing was learned)
into a new store, and corrects each as its coder has it: rejects, changes, adds, then calls it done. Then
`diurna evaluate STORE` and `diurna learn STORE` can be run on it. With `--two` the store holds the 150 VOA sentences
that two coders coded, corrected by both; with `--without ACCUSE` the coder counts no event of that type, as a project
of one's own may.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.coded import passages
from training.sources import CORPUS
from training.texts import wikinews_articles

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Event, Record, Span
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, CorrectionError, correct, seen
from diurna.store.corrections.correction import Field, Kind
from diurna.store.evaluating.matching import pairs
from diurna.store.keeping import article_key

Coding = dict[str, Any]


def coded(data: Path) -> Iterator[tuple[Coding, list[tuple[str, list[Coding]]]]]:
    """Yield articles with what one coder has in each."""
    events = (data / "events/wikinews_plover.jsonl").read_text("utf-8").splitlines()
    by_id = wikinews_articles(data)
    for coding in map(json.loads, events):
        yield by_id[coding["id"]], [("coder", coding["events"])]
    for passage in passages(CORPUS, "test"):
        yield {"id": passage["id"], "text": passage["text"]}, [("coder", passage["events"])]


def coded_twice(data: Path) -> Iterator[tuple[Coding, list[tuple[str, list[Coding]]]]]:
    """Yield the VOA sentences that two coders coded."""
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    first = {coding["id"]: coding for coding in map(json.loads, lines)}
    for second in map(json.loads, (data / "events/voa_plover_second.jsonl").read_text("utf-8").splitlines()):
        one = first[second["id"]]
        yield one, [("first", one["events"]), ("second", second["events"])]


def corrections_for(record: Record, events: list[Coding], key: str, who: str) -> Iterator[Correction]:
    """Yield what makes the record that of a coder, but for the last word that it is done."""
    wanted = [_event(record.article.text, number, coding) for number, coding in enumerate(events)]
    both = pairs(record.events, wanted)
    found = {one.id for one, _ in both}
    for event in record.events:
        if event.id not in found:
            yield Correction("reject", key, who, event=event.id)
    for event, other in both:
        for field, after in _fields(events[int(other.id)]):
            yield Correction("change", key, who, event=event.id, field=field, after=after)
    for coding in (events[int(other.id)] for other in wanted if other.id not in {gold.id for _, gold in both}):
        told = {**dict(_fields(coding)), "trigger": _words(coding["trigger"])}
        yield Correction("add", key, who, after=told)


def say(store: Store, record: Record, who: str, events: list[Coding], counted: Counter[Kind]) -> None:
    """Correct an article as a coder has it, and call it done."""
    key = article_key(record.article)
    for one in [*corrections_for(record, events, key, who), Correction("confirm", key, who)]:
        try:
            counted[correct(store, one).kind] += 1
        except CorrectionError as error:
            if "already" not in str(error):
                print(f"{record.article.id}: {error}")


def _event(text: str, number: int, coding: Coding) -> Event:
    trigger = coding["trigger"]
    return Event(str(number), coding["type"], Span.of(text, trigger["start"], trigger["end"]), "happened", 1.0)


def _fields(coding: Coding) -> Iterator[tuple[Field, Any]]:
    yield "type", coding["type"]
    yield "mode", coding["mode"]
    yield "status", coding["status"]
    yield "actor", [_words(span) for span in coding["actor"]]
    yield "recipient", [_words(span) for span in coding["recipient"]]


def _words(span: Coding) -> Coding:
    return {"start": span["start"], "end": span["end"]}


def main() -> None:
    """Make the store, and print how many corrections of each kind it holds."""
    data, path = (Path(argument) for argument in sys.argv[1:3])
    told = list((coded_twice if "--two" in sys.argv else coded)(data))
    without = sys.argv[sys.argv.index("--without") + 1] if "--without" in sys.argv else None
    counted: Counter[Kind] = Counter()
    with open_store(path) as store:
        articles = [
            article_of({name: a[name] for name in ("id", "text", "title", "published") if a.get(name)}) for a, _ in told
        ]
        records = list(code_articles(articles))
        store.keep(records)
        for record, (_, codings) in zip(records, told, strict=True):
            for who, all_events in codings:
                events = [event for event in all_events if event["type"] != without]
                say(store, seen(store.connection, article_key(record.article)).shown.record, who, events, counted)
    print(f"{len(told)} articles; " + ", ".join(f"{count} {kind}" for kind, count in counted.most_common()))


if __name__ == "__main__":
    main()
