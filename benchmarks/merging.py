"""What one more article costs to keep and merge: `python -m benchmarks.merging [EVENTS ...]` (10,000 and 1,000,000).

Stores of so many synthetic events are made, 250 a day, by 5,000 actors in 1,500 places with Zipf's skew, each event
told by one to twenty articles. Then articles are kept one by one, each in a transaction of its own; half of their
events are told already, half are new. Printed are medians of processor time, of keeping in all and of the merging
within it, and their ratio.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from diurna.merge.across import Joined, Telling, best_of, sources_of, tellings_of
from diurna.merge.across.blocks import FULL, stands_in
from diurna.records import Article, Entity, Event, Mention, Participant, Place, Record, Span, When
from diurna.store import Store, open_store
from diurna.store.joined_rows import joined_rows, number_of, report_rows
from diurna.store.keeping import written
from diurna.store.rows import rows_of
from diurna.store.searching import fill_all_search
from diurna.store.tables import Row, column_types, insert, transaction

PER_DAY = 250
TOLD_TOGETHER = 8  # events an article
REPORTS = (1, 1, 1, 1, 2, 2, 3, 4, 6, 20)
FIRST = date(2010, 1, 1)
MEASURED = 60
TYPES = (("CONSULT", 1, "met"), ("ASSAULT", 4, "attacked"), ("REQUEST", 3, "urged"), ("ACCUSE", 3, "accused"),
         ("COERCE", 4, "arrested"), ("PROTEST", 4, "marched"), ("AGREE", 1, "agreed"), ("AID", 2, "sent"))  # fmt: skip
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "cha", "dri", "fen", "gol", "har", "jin")


@dataclass(frozen=True, slots=True)
class Story:
    """An event that articles tell: what, who to whom, where, on what day."""

    number: int
    type: tuple[str, int, str]
    actor: int
    recipient: int
    place: int
    day: int


def name_of(number: int, kind: str) -> str:
    """Return a name of two words for a number; `kind` keeps persons and places apart."""
    made = random.Random(f"{kind}{number}")
    return " ".join("".join(made.choices(SYLLABLES, k=3)).capitalize() for _ in range(2 if kind == "person" else 1))


def country_of(number: int) -> str:
    """Return a country for an actor or a place; few have most."""
    return f"C{int(190 * random.Random(f'c{number}').random() ** 3):02}"


def stories(events: int, seed: int) -> Iterator[list[Story]]:
    """Yield the stories of each day, told by `events` reports in all, with Zipf's skew of actors and places."""
    made, number = random.Random(seed), 0
    for day in range(events // PER_DAY):
        told, todays = 0, []
        while told < PER_DAY:
            actor, recipient = (min(4999, int(made.paretovariate(0.8)) - 1) for _ in range(2))
            place = min(1499, int(made.paretovariate(0.8)) - 1)
            todays.append(Story(number, made.choice(TYPES), actor, recipient, place, day))
            told += made.choice(REPORTS)
            number += 1
        yield todays


def record_of(id: str, told: list[Story], words: random.Random) -> Record:
    """Return an article that tells the stories, a sentence each, as the machine would have coded it."""
    text, sentences, entities, events = "", [], [], []
    for number, story in enumerate(told):
        who, whom = name_of(story.actor, "person"), name_of(story.recipient, "person")
        where, (type_, quad, verb) = name_of(story.place, "place"), story.type
        start = len(text)
        filler = " ".join("".join(words.choices(SYLLABLES, k=2)) for _ in range(10))
        text += f"{who} {verb} {whom} in {where} over {name_of(story.number, 'matter')} while {filler}. "
        sentences.append((start, len(text) - 1))
        spots = [(who, "person", story.actor), (whom, "person", story.recipient), (where, "place", story.place)]
        at = start
        for part, (name, kind, of) in enumerate(spots):
            at = text.index(name, at)
            mention = Mention(Span.of(text, at, at + len(name)), "name")
            entities.append(Entity(f"n{number}-{part}", name, kind, country_of(of), mentions=(mention,)))  # type: ignore[arg-type]
            at += len(name)
        day = (FIRST + timedelta(days=story.day)).isoformat()
        trigger = text.index(verb, start + len(who))
        a, r, p = entities[-3:]
        events.append(
            Event(
                f"ev{number}", type_, Span.of(text, trigger, trigger + len(verb)), "happened", 0.8, quad=quad,
                actors=(Participant(a.mentions[0].span, a.id, a.name, a.country, ("GOV",)),),
                recipients=(Participant(r.mentions[0].span, r.id, r.name, r.country, ("GOV",)),),
                date=When(day, day, "day", None, "clause"),
                place=Place(p.mentions[0].span, p.name, country=p.country),
            )
        )  # fmt: skip
    published = FIRST + timedelta(days=max(story.day for story in told) + 1)
    article = Article(id, text, source=f"Outlet {words.randrange(400)}", published=published, language="en")
    return Record(article, tuple(sentences), tuple(entities), tuple(events))


def articles(events: int) -> Iterator[tuple[Record, list[Story]]]:
    """Yield articles that tell all stories, each as often as its skew has it, with the stories that each tells."""
    words, number = random.Random(8), 0
    for todays in stories(events, 8):
        reports = [story for story in todays for _ in range(words.choice(REPORTS))]
        words.shuffle(reports)
        while reports:
            told = list({story.number: story for story in reports[:TOLD_TOGETHER]}.values())
            reports = reports[TOLD_TOGETHER:]
            yield record_of(f"a{number}", told, words), told
            number += 1


def fill(store: Store, events: int) -> None:
    """Write so many events into the store, joined as their stories are, without looking for what is alike."""
    source = articles(events)
    waiting: dict[int, list[Telling]] = defaultdict(list)
    types: dict[str, Any] = {}
    written_so_far = article_number = 0
    while written_so_far < events and (some := list(islice(source, 4000))):
        rows: dict[str, list[Row]] = defaultdict(list)
        for record, told in some:
            one = written(record)
            article_number += 1
            decided = {"article_key": one.key, "article_number": article_number, "record_digest": one.digest, "run": 1}
            article: Row = {**decided, "record": one.line}
            for table, made in rows_of(record, article).items():
                rows[table] += made
            rows["copies"].append({"article_key": one.key, "copy_group": one.key, "number": written_so_far + 1})
            for telling, story in zip(tellings_of(record, one.key, one.key, sources_of(record)), told, strict=True):
                waiting[story.number].append(telling)
            written_so_far += len(told)
        last = some[-1][1][0].day
        for number in [n for n, tellings in waiting.items() if (tellings[0].first_day or 0) < _ordinal(last) - 1]:
            _join(rows, number, waiting.pop(number))
        with transaction(store.connection):
            for table, made in rows.items():
                types.setdefault(table, column_types(store.connection, table))
                insert(store.connection, table, types[table], made)
    # As the machine does: a full block takes no more.
    store.connection.execute(
        "DELETE FROM event_blocks WHERE rowid IN (SELECT spot FROM (SELECT rowid AS spot, row_number() OVER "
        f"(PARTITION BY block ORDER BY rowid) AS number FROM event_blocks) WHERE number > {FULL})"
    )
    fill_all_search(store.connection)
    store.connection.execute("CHECKPOINT")


def _ordinal(day: int) -> int:
    return (FIRST + timedelta(days=day)).toordinal()


def _join(rows: dict[str, list[Row]], number: int, tellings: list[Telling]) -> None:
    event = Joined(f"j{number:016x}")
    for telling in tellings:
        event.put(telling, 1.0)
    for table, made in joined_rows(event.id, best_of(tellings)).items():
        rows[table] += made
    rows["reports"] += report_rows(event, event.tellings)
    blocks = {block for telling in tellings for block in stands_in(telling)}
    rows["event_blocks"] += [{"block": block, "joined_number": number_of(event.id)} for block in blocks]


def measure(store: Store, events: int, seed: int = 4) -> tuple[float, float]:
    """Return the median milliseconds of processor time to keep one more article, and of the merging within it."""
    words = random.Random(seed)
    days = list(stories(events, 8))
    keeping, merging = [], []
    merger = store.keeper.merger
    plain = merger.merge

    def timed(*given: object, **named: object) -> None:
        begun = time.process_time()
        plain(*given, **named)  # type: ignore[arg-type]
        merging.append(time.process_time() - begun)

    merger.merge = timed  # type: ignore[method-assign]
    for number in range(MEASURED):
        known = words.sample(words.choice(days[:-3]), TOLD_TOGETHER // 2)
        new = [replace(story, number=-story.number - 1, place=words.randrange(1500), actor=words.randrange(5000))
               for story in known]  # fmt: skip
        record = record_of(f"new{seed}-{number}", known + new, words)
        begun = time.process_time()
        store.keep([record])
        keeping.append(time.process_time() - begun)
    merger.merge = plain  # type: ignore[method-assign]
    return statistics.median(keeping[5:]) * 1000, statistics.median(merging[5:]) * 1000


def main() -> None:
    """Make the stores, measure, print."""
    sizes = [int(size.replace(",", "")) for size in sys.argv[1:]] or [10_000, 1_000_000]
    found = []
    for events in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "record.duckdb"
            begun = time.perf_counter()
            with open_store(path) as store:
                fill(store, events)
            filled = time.perf_counter() - begun
            with open_store(path) as store:
                found.append(measure(store, events))
                (count,) = store.connection.execute("SELECT count(*) FROM events").fetchall()[0]
            size = path.stat().st_size / 1e6
        keeping, merging = found[-1]
        print(
            f"{count:9,} events ({size:,.0f} MB, filled in {filled:.0f} s): one more article in {keeping:.1f} ms, "
            f"{merging:.1f} ms of them merging",
            flush=True,
        )
    if len(found) > 1:
        print(f"ratio {found[-1][0] / found[0][0]:.2f}, of merging {found[-1][1] / found[0][1]:.2f}")


if __name__ == "__main__":
    main()
