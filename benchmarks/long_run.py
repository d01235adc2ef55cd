"""What an article costs late in a long run: `python -m benchmarks.long_run [DATA] [--articles 20000] [--minutes M]`.

Articles of two sentences, made by shuffling those of Wikinews, a thousand a day, are read from one JSON Lines file,
coded and kept in a store, as `diurna code news.jsonl --db news.duckdb` does. Printed are the processor's milliseconds
an article in each tenth of the run, those of the last tenth against the first, and the peak memory; neighbours on the
machine change the time by the clock, and that of the processor little. With `--minutes` the run ends after so many
minutes of the processor, and at SIGTERM or Ctrl-C where it is, however few articles that are. A million (issue 10)
take some hours.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; read when numpy loads

from diurna.annotate.model import model
from diurna.pipeline import code_articles
from diurna.read import read_articles
from diurna.records import Article
from diurna.stopping import Stop
from diurna.store import open_store

SHORT = 2  # sentences of an article: what a run holds is a matter of how many articles there are
A_DAY = 1_000
FIRST_DAY = date(2019, 1, 1)
WARM = 500  # articles before the first tenth: tables are loaded and caches filled then, once
STEP = 250  # articles between two looks; the store keeps as many at a time


@dataclass(frozen=True, slots=True)
class Look:
    """How far a run was: articles and the processor's seconds since it began, memory now and at its peak in MB."""

    articles: int
    seconds: float
    held: float
    peak: float


def look(articles: int) -> Look:
    """Return how far the run is now."""
    held = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return Look(articles, time.process_time(), held, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6)


def written(data: Path, count: int, path: Path) -> None:
    """Write `count` articles as JSON Lines."""
    lines = (data / "news/wikinews-2019-2020.jsonl").read_text("utf-8").splitlines()
    pool = [sentence for line in lines for sentence in json.loads(line)["text"].split(". ")]
    rng = random.Random(1)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = ". ".join(rng.sample(pool, SHORT))
            day = FIRST_DAY + timedelta(days=number // A_DAY)
            line = {"id": f"shuffled-{number}", "published": day.isoformat(), "text": text}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def looked(articles: Iterable[Article], seconds: float, looks: list[Look]) -> Iterator[Article]:
    """Yield the articles until the processor's time is spent, and note after each STEP, from WARM on, how far it is."""
    for made, article in enumerate(articles):
        if made >= WARM and (made - WARM) % STEP == 0:
            now = look(made)
            looks.append(now)
            spent = now.seconds - looks[0].seconds
            if (made - WARM) % (STEP * 4) == 0:
                print(f"  {made:,} articles, {spent:.0f} s of the processor, {now.held:.0f} MB held", flush=True)
            if spent > seconds:
                return
        yield article


def tenths(looks: list[Look]) -> list[tuple[int, float, float]]:
    """Return of each tenth of a run its last article, the milliseconds an article and the peak memory by its end."""
    count = len(looks) - 1
    ends = [looks[count * part // 10] for part in range(11)]
    return [
        (b.articles, 1000 * (b.seconds - a.seconds) / (b.articles - a.articles), b.peak)
        for a, b in zip(ends[:-1], ends[1:], strict=True)
    ]


def run(data: Path, count: int, seconds: float) -> list[Look]:
    """Return the looks at one run."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    model()  # on one thread, whatever core it then runs on: two that wait for each other would cost more, now and then
    os.sched_setaffinity(0, cores)
    looks: list[Look] = []
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "news.jsonl")
        written(data, count, lines)
        with open_store(Path(folder, "news.duckdb")) as store, Stop() as stop:
            articles = looked(stop.upto(read_articles([lines])), seconds, looks)
            store.keep_articles(articles, code_articles)
            ((events,),) = store.connection.execute("SELECT count(*) FROM events").fetchall()
        size = Path(folder, "news.duckdb").stat().st_size / 1e6
    print(f"the store holds {events:,} events and has {size:,.0f} MB")
    return looks


def main() -> None:
    """Read the options, run, and print each tenth."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--minutes", type=float, default=float("inf"))
    chosen = options.parse_args()
    looks = run(chosen.data, chosen.articles, 60 * chosen.minutes)
    if len(looks) < 11:
        raise SystemExit(f"too few articles for tenths; give {WARM + 11 * STEP:,} or more")
    costs = tenths(looks)
    for end, cost, peak in costs:
        print(f"{end:9,} articles: {cost:5.1f} ms of the processor each, peak {peak:.0f} MB")
    print(f"cost of an article, last tenth against first: {costs[-1][1] / costs[0][1]:.2f}")


if __name__ == "__main__":
    main()
