"""The straight line: articles in, records out, in the order read; one process or several."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from itertools import islice

from diurna.annotate import Model, annotate
from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.cues import load_cues
from diurna.code.events import find_events
from diurna.code.lexicon import load_lexicon
from diurna.code.weights import weights
from diurna.merge import merge_events
from diurna.records import Article, Document, Record
from diurna.resolve import resolve

# Articles handed to a worker at a time: enough to fill batches, few enough that a crash costs little.
CHUNK = 32

_worker_model: Model | None = None


def code_articles(articles: Iterable[Article], jobs: int = 1) -> Iterator[Record]:
    """Yield a record for each article, in order; an article that fails has a record that says why.

    With `jobs` over 1 that many processes share the work, each with its share of the cores; memory stays flat, since
    only a few chunks are under way at once. Raises ValueError when `jobs` is less than 1, and LexiconError where a
    line of the lexicon is wrong.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; give a whole number from 1 up")
    load_lexicon(), load_cues(), weights()  # a file that somebody broke ends the run here, not each article in turn
    if jobs == 1:
        yield from map(record_of, annotate(articles))
        return
    source = iter(articles)
    context = multiprocessing.get_context("spawn")
    threads = max(1, len(os.sched_getaffinity(0)) // jobs)
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(threads,)) as pool:
        waiting: deque[Future[list[Record]]] = deque()
        while True:
            while len(waiting) < 2 * jobs and (chunk := list(islice(source, CHUNK))):
                waiting.append(pool.submit(_code_chunk, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()


def record_of(document: Document) -> Record:
    """Return the record of an annotated article; what goes wrong in one article is recorded in it as its failure."""
    if document.article.error:
        return Record(document.article)
    try:
        record = resolve(document, find_events(document), find_attributions(document), find_claims(document))
        return replace(record, events=merge_events(record.events, document.article.text))
    except Exception as error:  # one bad article never stops a run and never disappears
        reason = f"coding failed ({type(error).__name__}: {error}); please report this article's text"
        return Record(replace(document.article, error=reason))


def _begin(threads: int) -> None:
    global _worker_model
    _worker_model = Model(threads)


def _code_chunk(articles: list[Article]) -> list[Record]:
    return [record_of(document) for document in annotate(articles, _worker_model)]
