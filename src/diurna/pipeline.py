"""The straight line: articles in, records out, in the order read; one process or several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from diurna.annotate import Model, annotate, begin_loading
from diurna.code.attributions import find_attributions
from diurna.code.cameo import in_cameo
from diurna.code.claims import find_claims
from diurna.code.cues import load_cues
from diurna.code.events import find_events
from diurna.code.lexicon import load_lexicon
from diurna.code.own import OwnCoder, own_coder, read_own, with_own
from diurna.code.weights import Weights, use_weights, weights
from diurna.merge import merge_record
from diurna.records import Article, Document, Record
from diurna.resolve import resolve
from diurna.resolve.who import use_actors

# What `ontology` is for events in CAMEO; it is no file.
CAMEO = Path("cameo")

_worker_model: Model | None = None
_worker_coder: OwnCoder | Path | None = None


def code_articles(
    articles: Iterable[Article],
    jobs: int = 1,
    ontology: Path | None = None,
    actors: Path | None = None,
    learned: Weights | None = None,
) -> Iterator[Record]:
    """Yield a record for each article, in order; an article that fails has a record that says why.

    With `jobs` over 1 that many processes share the work, each with its share of the cores; memory stays flat, since
    only a few chunks are under way at once, and an article that takes its process down fails alone. `ontology` is a
    file of one's own types (docs/ontologies.md), or CAMEO for events in CAMEO's roots and codes; `actors` a CSV of
    one's own actors (docs/actors.md); `learned` are weights that were learned from corrections (docs/correcting.md).
    Raises ValueError when `jobs` is less than 1, LexiconError where a line of the lexicon, the ontology or the actors
    is wrong, and NoProcess where the processes die as they begin.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; give a whole number from 1 up")
    if jobs == 1:
        begin_loading()
    check_settings(ontology, actors, learned)
    if jobs == 1:
        own = _own(ontology)
        yield from (record_of(document, own) for document in annotate(articles))
        return
    from diurna.beside import coded_beside  # here, since most runs are of one process

    threads = max(1, len(os.sched_getaffinity(0)) // jobs)
    yield from coded_beside(articles, jobs, partial(_begin, threads, ontology, actors, learned), _code_chunk)


def check_settings(ontology: Path | None, actors: Path | None, learned: Weights | None) -> None:
    """Load what a run codes with: a file that somebody broke ends it here (LexiconError), not each article in turn."""
    load_lexicon(), load_cues(), weights()
    if ontology is not None and ontology != CAMEO:
        read_own(ontology)
    use_actors(actors)
    use_weights(learned)


def record_of(document: Document, own: OwnCoder | Path | None = None) -> Record:
    """Return the record of an annotated article; `own` codes one's own types too, or says the events in CAMEO.

    What goes wrong in one article is recorded in it as its failure.
    """
    if document.article.error:
        return Record(document.article)
    try:
        events = with_own(document, own) if isinstance(own, OwnCoder) else find_events(document)
        record = merge_record(resolve(document, events, find_attributions(document), find_claims(document)))
        return replace(record, events=tuple(map(in_cameo, record.events))) if own == CAMEO else record
    except Exception as error:  # one bad article never stops a run and never disappears
        reason = f"coding failed ({type(error).__name__}: {error}); please report this article's text"
        return Record(replace(document.article, error=reason))


def coder(
    threads: int, ontology: Path | None = None, actors: Path | None = None, learned: Weights | None = None
) -> Callable[[Iterable[Article]], Iterator[Record]]:
    """Return what codes articles in this process from now on, with a model of its own; for workers of many machines."""
    _begin(threads, ontology, actors, learned)
    return lambda articles: (record_of(document, _worker_coder) for document in annotate(articles, _worker_model))


def _begin(threads: int, ontology: Path | None, actors: Path | None, learned: Weights | None) -> None:
    global _worker_model, _worker_coder
    _worker_model = Model(threads)
    _worker_coder = _own(ontology)
    use_actors(actors)
    use_weights(learned)


def _own(ontology: Path | None) -> OwnCoder | Path | None:
    return own_coder(ontology) if ontology is not None and ontology != CAMEO else ontology


def _code_chunk(articles: list[Article]) -> list[Record]:
    return [record_of(document, _worker_coder) for document in annotate(articles, _worker_model)]
