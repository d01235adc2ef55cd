"""Time the whole line against the encoder alone, in one run: `python -m benchmarks.speed DATA`.

Sentences of the first 100 Wikinews articles; both are run in turn three times on all cores and the medians are
printed, with their ratio, and the whole line once with two processes. `--memory N` instead codes N articles made by
shuffling the sentences of the 294 and prints the peak memory after each tenth.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from diurna.annotate.model import model
from diurna.annotate.sentences import sentences
from diurna.annotate.words import words
from diurna.pipeline import code_articles
from diurna.read import article_of, read_articles
from diurna.records import Article

SAMPLE = 100
SHORT = 2  # sentences of a shuffled article: memory is a matter of how many articles there are


def timed(data: Path) -> None:
    """Print sentences and words a second of the encoder alone and of the whole line, and the ratio."""
    articles = list(islice(read_articles([data / "news/wikinews-2019-2020.jsonl"]), SAMPLE))
    cut = [words(article.text, *span) for article in articles for span in sentences(article)]
    owners = [article.text for article in articles for _ in sentences(article)]
    texts = [[text[a:b] for a, b in spans] for text, spans in zip(owners, cut, strict=True)]
    count, word_count = len(texts), sum(map(len, cut))
    encoder, line = [], []
    deque(code_articles(articles[:5]), maxlen=0)
    for _ in range(3):
        began = time.perf_counter()
        for start in range(0, count, 512):
            model().read(texts[start : start + 512])
        encoder.append(time.perf_counter() - began)
        began = time.perf_counter()
        deque(code_articles(articles), maxlen=0)
        line.append(time.perf_counter() - began)
    alone, whole = statistics.median(encoder), statistics.median(line)
    print(f"{len(articles)} articles, {count} sentences, {word_count} words")
    print(f"encoder and heads alone  {count / alone:7.0f} sentences/s  {word_count / alone:8.0f} words/s")
    print(f"whole line               {count / whole:7.0f} sentences/s  {word_count / whole:8.0f} words/s")
    began = time.perf_counter()
    deque(code_articles(articles, jobs=2), maxlen=0)
    two = time.perf_counter() - began
    print(f"whole line, --jobs 2 {count / two:7.0f} sentences/s  {word_count / two:8.0f} words/s, start-up included")
    print(f"ratio to the encoder     {alone / whole:.2f}, with --jobs 2 {alone / two:.2f}")


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
    if "--memory" in sys.argv:
        memory(folder, int(sys.argv[sys.argv.index("--memory") + 1]))
    else:
        timed(folder)
