"""What an article costs late in a long run: `python -m benchmarks.long_run [DATA] [--articles 20000] [--minutes M]`.

Articles of two sentences, made by shuffling those of Wikinews, a thousand a day, are read from one JSON Lines file,
coded and kept in a store, as `diurna code news.jsonl --db news.duckdb` does. Printed are the processor's milliseconds
an article in each tenth of the run, those of the last tenth against the first, and the memory held. Neighbours on the
machine make the processor itself slower; so the same few articles are coded again and again on the way, and what an
article costs is also told in what those cost at that time. With `--minutes` the run ends after so many
minutes of the processor, and at SIGTERM or Ctrl-C where it is, however few articles that are. A million (issue 10)
take some hours.

With `--coded N` only the first N articles are coded. Each later one has the words of one of them in another order, by
which the reader and the store take it for a text of its own, and takes over its record, with its days moved to the
day of the later one, a month on. So a million go through reading, naming, merging and the store in less than the
model alone would take; it and the rules, which know nothing of how many articles there were, are left out, and what
they cost is taken from the articles that are coded again and again. The store is written after so many articles and not
after two seconds, which on a machine with neighbours would be few.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import re
import resource
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import islice, pairwise
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; read when numpy loads

from diurna.annotate.model import model
from diurna.pipeline import code_articles
from diurna.read import read_articles
from diurna.records import Article, Record
from diurna.stopping import Stop
from diurna.store import open_store, store

SHORT = 2  # sentences of an article: what a run holds is a matter of how many articles there are
A_DAY = 1_000
APART = 30  # days between two articles of the same words: the same events day after day would all be joined to one
FIRST_DAY = date(2019, 1, 1)
WARM = 500  # articles before the first tenth: tables are loaded and caches filled then, once
SAME = 20  # articles that are coded again and again
STEP = 250  # articles between two looks; the store keeps as many at a time
LOOKS = 400  # looks at a run where most articles are not coded, so that those that are coded again cost little of it
NEAR = timedelta(days=400)  # days as near to an article's own move with it; those of history stay


@dataclass(frozen=True, slots=True)
class Look:
    """How far a run was: articles, and the processor's seconds for them and for those that are coded again and again
    so far; memory now and at its peak, in MB.
    """

    articles: int
    seconds: float
    again: float
    held: float
    peak: float


class Watch:
    """Notes how far a run is, and codes the same articles each time."""

    def __init__(self, same: list[Article]) -> None:
        self.same = same
        self.looks: list[Look] = []
        self.again = 0.0

    def look(self, articles: int) -> Look:
        """Return how far the run is now."""
        now = time.process_time()
        held = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
        self.looks.append(Look(articles, now - self.again, self.again, held, peak))
        deque(code_articles(self.same), maxlen=0)
        self.again += time.process_time() - now
        return self.looks[-1]


def written(data: Path, count: int, coded: int, path: Path) -> None:
    """Write `count` articles as JSON Lines; those after the first `coded` are these in other words' order."""
    lines = (data / "news/wikinews-2019-2020.jsonl").read_text("utf-8").splitlines()
    pool = [sentence for line in lines for sentence in json.loads(line)["text"].split(". ")]
    rng = random.Random(1)
    first: list[str] = []
    a_day = max(1, coded // APART) if coded < count else A_DAY
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            if number < coded:
                text = ". ".join(rng.sample(pool, SHORT))
                first.append(text)
            else:
                text = f"{reordered(first[number % coded], rng)} {number}"
            day = FIRST_DAY + timedelta(days=number // a_day)
            line = {"id": f"shuffled-{number}", "published": day.isoformat(), "text": text}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def reordered(text: str, rng: random.Random) -> str:
    """Return the text with the words of each sentence in another order; no sentence begins or ends elsewhere."""
    sentences = []
    for sentence in text.split(". "):
        pieces = re.split(r"(\s+)", sentence)
        words = pieces[::2]
        rng.shuffle(words)
        pieces[::2] = words
        sentences.append("".join(pieces))
    return ". ".join(sentences)


def records(articles: Iterable[Article], coded: int) -> Iterator[Record]:
    """Yield the records of the first `coded` articles, then for each later one that of one of them, as its own."""
    articles = iter(articles)
    first: list[bytes] = []  # pickled: a record as Python holds it is several times as large
    for record in code_articles(islice(articles, coded)):
        first.append(pickle.dumps(record))
        yield record
    for number, article in enumerate(articles, coded):
        yield Record(article) if article.error else anew(pickle.loads(first[number % coded]), article)


def anew(record: Record, article: Article) -> Record:
    """Return the record as that of another article, whose sentences are as long, with the days moved to its own."""
    old, new = record.article.published, article.published
    assert old is not None and new is not None

    def moved(start: str, end: str) -> tuple[str, str]:
        try:
            first, last = date.fromisoformat(start), date.fromisoformat(end)
        except ValueError:  # not in the calendar
            return start, end
        move = new - old if abs(first - old) <= NEAR else timedelta()
        return (first + move).isoformat(), (last + move).isoformat()

    events, dates = list(record.events), list(record.dates)
    for place, event in enumerate(events):
        if event.date:
            start, end = moved(event.date.start, event.date.end)
            events[place] = replace(event, date=replace(event.date, start=start, end=end))
    for place, one in enumerate(dates):
        if one.start and one.end:
            start, end = moved(one.start, one.end)
            dates[place] = replace(one, start=start, end=end)
    return replace(record, article=article, events=tuple(events), dates=tuple(dates))


def looked(articles: Iterable[Article], seconds: float, warm: int, step: int, watch: Watch) -> Iterator[Article]:
    """Yield the articles until the processor's time is spent, and look after each `step`, from `warm` on, how far."""
    for made, article in enumerate(articles):
        if made >= warm and (made - warm) % step == 0:
            now = watch.look(made)
            spent = now.seconds - watch.looks[0].seconds
            if (made - warm) % (step * 4) == 0:
                print(f"  {made:,} articles, {spent:.0f} s of the processor, {now.held:.0f} MB held", flush=True)
            if spent > seconds:
                return
        yield article


def tenths(looks: list[Look]) -> list[tuple[Look, float, float]]:
    """Return of each tenth of a run its last look, and what an article cost in it: milliseconds, and in the others'."""
    count = len(looks) - 1
    ends = [looks[count * part // 10] for part in range(11)]
    costs = []
    for part, (a, b) in enumerate(pairwise(ends)):
        many = b.articles - a.articles
        rounds = count * (part + 1) // 10 - count * part // 10
        same = (b.again - a.again) / rounds / SAME
        costs.append((b, 1000 * (b.seconds - a.seconds) / many, (b.seconds - a.seconds) / many / same))
    return costs


def run(data: Path, count: int, coded: int, seconds: float) -> list[Look]:
    """Return the looks at one run, in which the first `coded` articles are coded."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    model()  # on one thread, whatever core it then runs on: two that wait for each other would cost more, now and then
    os.sched_setaffinity(0, cores)
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "news.jsonl")
        written(data, count, coded, lines)
        watch = Watch(list(islice(read_articles([lines]), SAME)))
        with open_store(Path(folder, "news.duckdb")) as kept, Stop() as stop:
            if coded < count:
                store._BATCH_SECONDS = float("inf")
            warm, step = (coded + WARM, max(STEP, count // LOOKS)) if coded < count else (WARM, STEP)
            articles = looked(stop.upto(read_articles([lines])), seconds, warm, step, watch)
            kept.keep_articles(articles, partial(records, coded=coded))
            ended = time.process_time() - watch.again - watch.looks[-1].seconds
            ((events,),) = kept.connection.execute("SELECT count(*) FROM events").fetchall()
        size = Path(folder, "news.duckdb").stat().st_size / 1e6
    print(f"the store holds {events:,} events and has {size:,.0f} MB; its end, with all joined, took {ended:.0f} s")
    return watch.looks


def main() -> None:
    """Read the options, run, and print each tenth."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--minutes", type=float, default=float("inf"))
    options.add_argument("--coded", type=int, help="how many articles are coded; default: all")
    chosen = options.parse_args()
    looks = run(chosen.data, chosen.articles, chosen.coded or chosen.articles, 60 * chosen.minutes)
    if len(looks) < 11:
        raise SystemExit(f"too few articles for tenths; give {WARM + 11 * STEP:,} or more")
    costs = tenths(looks)
    for look, cost, against in costs:
        print(
            f"{look.articles:9,} articles: {cost:5.1f} ms of the processor each, {against:.2f} times the same articles "
            f"without store; {look.held:.0f} MB held"
        )
    (_, cost, against), (last, late, late_against) = costs[0], costs[-1]
    print(f"peak memory {last.peak:.0f} MB")
    if chosen.coded:
        whole = (1 + late_against) / (1 + against)
        print(f"cost of an article, last tenth against first: {whole:.3f} with its coding")
        print(f"... of what is around it: {late_against / against:.2f} ({late / cost:.2f} in time)")
    else:
        print(f"cost of an article, last tenth against first: {late_against / against:.2f} ({late / cost:.2f} in time)")


if __name__ == "__main__":
    main()
