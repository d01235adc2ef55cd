"""Coding a text for somebody who waits: the coder is loaded once, and codes one text at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from diurna.code.weights import Weights, weights_of
from diurna.records import Record
from diurna.show.desk.asking import Asking
from diurna.store import StoreError
from diurna.store.learning import newest

MOST_LETTERS = 100_000
"""A longer text is a file for `diurna code`."""

_MOST_WAITING = 8


class Busy(Exception):
    """So many wait for the coder that one more would wait too long."""


class Coding:
    """The coder of a desk, with the user's own types and actors where those are given."""

    def __init__(self, ontology: Path | None = None, actors: Path | None = None) -> None:
        self._ontology = ontology
        self._actors = actors
        self._coder = Lock()
        self._counting = Lock()
        self._waiting = 0

    def code(self, given: Mapping[str, object], learned: Weights | None = None) -> Record:
        """Return the record of an article, given as `text` and, where known, title, published, source, url.

        `learned` are the weights it is coded by, None: the package's own. An article that cannot be coded has a record
        whose `article.error` says why. Raises Busy.
        """
        from diurna.pipeline import code_articles
        from diurna.read import article_of

        with self._counting:
            if self._waiting >= _MOST_WAITING:
                raise Busy("many texts are being coded; try again in a moment")
            self._waiting += 1
        try:
            with self._coder:
                (record,) = code_articles(
                    [article_of(given)], ontology=self._ontology, actors=self._actors, learned=learned
                )
            return record
        finally:
            with self._counting:
                self._waiting -= 1


def learned_by(store: Asking) -> Weights | None:
    """Return the weights that `diurna learn` fitted for the store, by which `diurna code --db` codes; None: none were.

    Raises StoreError where this version of diurna cannot read them.
    """
    return store.once("learned", _learned)


def _learned(connection: Any) -> Weights | None:
    last = newest(connection)
    try:
        return weights_of(last.weights, f"learned {last.id}") if last else None
    except ValueError as error:
        raise StoreError(f"{error}; `diurna learn --undo` takes it back, `diurna learn` learns anew") from error
