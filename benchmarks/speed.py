"""Time the whole line against the encoder alone, in one run: `python -m benchmarks.speed DATA`.

Sentences of the first 100 Wikinews articles; both are run in turn three times on all cores and the medians are
printed, with their ratio, and the whole line once with two processes; by the clock, and by the processor's time, which
tells something on a busy machine too. `--memory N` instead codes N articles made by shuffling the sentences of the 294
and prints the peak memory after each tenth; `--profile` prints what share of the processor's time each step takes, and
`--functions N` the N functions of the line (but the encoder) that take most.
"""

from __future__ import annotations

import json
import os
import random
import resource
import statistics
import sys
import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; read when numpy loads

from diurna.annotate import annotate
from diurna.annotate.model import model
from diurna.annotate.sentences import sentences
from diurna.annotate.words import words
from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.events import find_events
from diurna.merge import merge_events
from diurna.pipeline import code_articles
from diurna.read import article_of, read_articles
from diurna.records import Article
from diurna.resolve import resolve

SAMPLE = 100
SHORT = 2  # sentences of a shuffled article: memory is a matter of how many articles there are


def timed(data: Path) -> None:
    """Print sentences and words a second of the encoder alone and of the whole line, and the ratio."""
    articles = list(islice(read_articles([data / "news/wikinews-2019-2020.jsonl"]), SAMPLE))
    cut = [words(article.text, *span) for article in articles for span in sentences(article)]
    owners = [article.text for article in articles for _ in sentences(article)]
    texts = [[text[a:b] for a, b in spans] for text, spans in zip(owners, cut, strict=True)]
    count, word_count = len(texts), sum(map(len, cut))
    encoder, annotation, line = [], [], []
    deque(code_articles(articles[:5]), maxlen=0)
    for _ in range(3):
        began = time.perf_counter()
        for start in range(0, count, 512):
            model().read(texts[start : start + 512])
        encoder.append(time.perf_counter() - began)
        began = time.perf_counter()
        deque(annotate(articles), maxlen=0)
        annotation.append(time.perf_counter() - began)
        began = time.perf_counter()
        deque(code_articles(articles), maxlen=0)
        line.append(time.perf_counter() - began)
    alone, read, whole = map(statistics.median, (encoder, annotation, line))
    print(f"{len(articles)} articles, {count} sentences, {word_count} words")
    print(f"encoder and heads alone  {count / alone:7.0f} sentences/s  {word_count / alone:8.0f} words/s")
    print(f"annotated (heads decoded){count / read:7.0f} sentences/s  {word_count / read:8.0f} words/s")
    print(f"whole line               {count / whole:7.0f} sentences/s  {word_count / whole:8.0f} words/s")
    began = time.perf_counter()
    deque(code_articles(articles, jobs=2), maxlen=0)
    two = time.perf_counter() - began
    print(f"whole line, --jobs 2 {count / two:7.0f} sentences/s  {word_count / two:8.0f} words/s, start-up included")
    print(
        f"ratio to the encoder     annotated {alone / read:.2f}, whole {alone / whole:.2f}, --jobs 2 {alone / two:.2f}"
    )


def profile(data: Path) -> None:
    """Print each step's share of the time, one after the other on one article at a time."""
    articles = list(islice(read_articles([data / "news/wikinews-2019-2020.jsonl"]), SAMPLE))
    steps = ("encoder and heads", "decoding", "events", "attributions and claims", "who, when, where", "merging")
    spent = dict.fromkeys(steps, 0.0)
    deque(code_articles(articles[:5]), maxlen=0)

    def add(step: str, began: float) -> float:
        now = time.perf_counter()
        spent[step] += now - began
        return now

    for article in articles:
        cut = [words(article.text, *span) for span in sentences(article)]
        now = time.perf_counter()
        model().read([[article.text[a:b] for a, b in spans] for spans in cut if spans])
        encoded = add("encoder and heads", now) - now
        now = time.perf_counter()
        (document,) = annotate([article])
        spent["decoding"] -= encoded
        now = add("decoding", now)
        events = find_events(document)
        now = add("events", now)
        said, claims = find_attributions(document), find_claims(document)
        now = add("attributions and claims", now)
        record = resolve(document, events, said, claims)
        now = add("who, when, where", now)
        merge_events(record.events, article.text)
        add("merging", now)
    total = sum(spent.values())
    print("  ".join(f"{step} {100 * seconds / total:.0f} %" for step, seconds in spent.items()))


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
    elif "--memory" in sys.argv:
        memory(folder, int(sys.argv[sys.argv.index("--memory") + 1]))
    else:
        timed(folder)
