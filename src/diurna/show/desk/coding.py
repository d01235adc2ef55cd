"""Coding a text for somebody who waits: the coder is loaded once, and codes one text at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from diurna.records import Record

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

    def code(self, given: Mapping[str, object]) -> Record:
        """Return the record of an article, given as `text` and, where known, title, published, source, url.

        An article that cannot be coded has a record whose `article.error` says why. Raises Busy.
        """
        from diurna.pipeline import code_articles
        from diurna.read import article_of

        with self._counting:
            if self._waiting >= _MOST_WAITING:
                raise Busy("many texts are being coded; try again in a moment")
            self._waiting += 1
        try:
            with self._coder:
                (record,) = code_articles([article_of(given)], ontology=self._ontology, actors=self._actors)
            return record
        finally:
            with self._counting:
                self._waiting -= 1
