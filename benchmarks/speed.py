"""Time the whole line against the encoder alone, in one run: `python -m benchmarks.speed DATA`.

Sentences of the first 100 Wikinews articles; the encoder reads them article by article, as the line does, and 512
together whatever their article (which takes longer: larger batches do not fit the caches). All are run in turn three
times on all cores and the medians are printed, with their ratios, and the whole line once with two processes; by the
clock, and by the processor's time, which tells something on a busy machine too.

`--memory N` instead codes N articles made by shuffling the sentences of the 294 and prints the peak memory after each
tenth; `--profile` prints what share of the processor's time each step takes, and `--functions N` the N functions of the
line (but the encoder) that take most.
"""

from __future__ import annotations

import cProfile
import gc
import json
import os
import pstats
import random
import resource
import statistics
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; read when numpy loads

from diurna.annotate import annotate
from diurna.annotate.model import model
from diurna.annotate.sentences import sentences_in_words
from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.events import find_events
from diurna.merge import merge_record
from diurna.pipeline import code_articles
from diurna.read import article_of, read_articles
from diurna.records import Article
from diurna.resolve import resolve

SAMPLE = 100
SHORT = 2  # sentences of a shuffled article: memory is a matter of how many articles there are


def timed(data: Path) -> None:
    """Print sentences and words a second of the encoder alone and of the whole line, and the ratio."""
    gc.set_threshold(50_000)  # as the program does
    articles = _articles(data)
    pages = [[[article.text[a:b] for a, b in spans] for spans in sentences_in_words(article)] for article in articles]
    loose = [words for page in pages for words in page]
    lots = [loose[start : start + 512] for start in range(0, len(loose), 512)]
    count, word_count = sum(map(len, pages)), sum(len(words) for page in pages for words in page)
    runs: dict[str, Callable[[], object]] = {
        "encoder and heads alone": lambda: _encoded(pages),
        "the same, 512 together": lambda: _encoded(lots),
        "annotated (heads decoded)": lambda: deque(annotate(articles), maxlen=0),
        "whole line": lambda: deque(code_articles(articles), maxlen=0),
    }
    clock: dict[str, list[float]] = {name: [] for name in runs}
    processor: dict[str, list[float]] = {name: [] for name in runs}
    deque(code_articles(articles[:5]), maxlen=0)
    for _ in range(3):
        for name, run in runs.items():
            began, spent = time.perf_counter(), time.process_time()
            run()
            clock[name].append(time.perf_counter() - began)
            processor[name].append(time.process_time() - spent)
    began = time.perf_counter()
    deque(code_articles(articles, jobs=2), maxlen=0)
    clock["whole line, --jobs 2"] = [time.perf_counter() - began]

    print(f"{len(articles)} articles, {count} sentences, {word_count} words")
    for name, seconds in clock.items():
        each = statistics.median(seconds)
        print(f"{name:26}{count / each:7.0f} sentences/s  {word_count / each:8.0f} words/s")
    _ratios("by the clock (--jobs 2 with its start-up)", clock)
    _ratios("by the processor's time", processor)


def _encoded(pages: Sequence[Sequence[Sequence[str]]]) -> None:
    """Run the encoder over pages of sentences, some ahead, as fast as it goes."""
    with ThreadPoolExecutor(model().threads + 1) as ahead:
        deque(ahead.map(model().read, pages), maxlen=0)


def _ratios(how: str, spent: Mapping[str, Sequence[float]]) -> None:
    median = {name: statistics.median(seconds) for name, seconds in spent.items()}
    for alone in list(median)[:2]:
        others = [f"{name} {median[alone] / each:.2f}" for name, each in list(median.items())[2:]]
        print(f"ratio to {alone!r} {how}: {', '.join(others)}")


def _articles(data: Path) -> list[Article]:
    return list(islice(read_articles([data / "news/wikinews-2019-2020.jsonl"]), SAMPLE))


def profile(data: Path) -> None:
    """Print each step's share of the processor's time, one after the other on one article at a time."""
    spent: dict[str, float] = defaultdict(float)
    articles = _articles(data)
    deque(code_articles(articles[:5]), maxlen=0)

    def add(step: str, began: float) -> float:
        now = time.process_time()
        spent[step] += now - began
        return now

    for article in articles:
        now = time.process_time()
        cut = sentences_in_words(article)
        now = add("cutting", now)
        model().read([[article.text[a:b] for a, b in spans] for spans in cut])
        now = add("encoder and heads", now)
        (document,) = annotate([article])
        now = add("decoding", now)
        events = find_events(document)
        now = add("events", now)
        said = find_attributions(document)
        now = add("attributions", now)
        claims = find_claims(document)
        now = add("claims", now)
        record = resolve(document, events, said, claims)
        now = add("who, when, where", now)
        merge_record(record)
        add("merging", now)
    spent["decoding"] -= spent["cutting"] + spent["encoder and heads"]  # annotate does these again
    total = sum(spent.values())
    print("  ".join(f"{step} {100 * seconds / total:.0f} %" for step, seconds in spent.items()))


def functions(data: Path, count: int) -> None:
    """Print the `count` functions that take most of the time of all but the encoder, which runs on its own threads."""
    articles = _articles(data)
    deque(code_articles(articles[:5]), maxlen=0)
    profiler = cProfile.Profile(time.thread_time)
    profiler.runcall(lambda: deque(code_articles(articles), maxlen=0))
    pstats.Stats(profiler).sort_stats("tottime").print_stats(count)


def memory(data: Path, count: int) -> None:
    """Print the peak resident memory after each tenth of `count` shuffled articles."""
    for made, _ in enumerate(code_articles(_shuffled(data, count)), 1):
        if made % max(1, count // 10) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{made:7} articles  peak {peak:6.0f} MB", flush=True)


def _shuffled(data: Path, count: int) -> Iterator[Article]:
    lines = (data / "news/wikinews-2019-2020.jsonl").read_text("utf-8").splitlines()
    pool = [s for line in lines for s in json.loads(line)["text"].split(". ")]
    rng = random.Random(1)
    for number in range(count):
        text = ". ".join(rng.sample(pool, SHORT))
        yield article_of(text, id=f"shuffled-{number}", published="2020-01-01")


if __name__ == "__main__":
    folder = Path(next((a for a in sys.argv[1:] if not a.startswith("--") and not a.isdigit()), "../shared/data"))
    if "--profile" in sys.argv:
        profile(folder)
    elif "--functions" in sys.argv:
        functions(folder, int(sys.argv[sys.argv.index("--functions") + 1]))
    elif "--memory" in sys.argv:
        memory(folder, int(sys.argv[sys.argv.index("--memory") + 1]))
    else:
        timed(folder)
