"""The store as the desk asks it: many readers at a time, each with a cursor of its own, and one writer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from diurna.records import Record
from diurna.store import Store, StoreError, open_store

if TYPE_CHECKING:
    import duckdb

Found = TypeVar("Found")

_MOST_KEPT = 100


class Asking:
    """A store that many threads ask at a time.

    `version` is other whenever what the store says may be other: it stands in the ETags of answers.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._store: Store = open_store(path, read_only=read_only)
        self.as_of = self._store.as_of
        file = path.stat()
        self._opened = f"{path.name} {file.st_mtime_ns} {file.st_size}"
        self._writes = 0
        self._cursors = Lock()
        self._writer = Lock()
        self._kept: dict[str, Future[Any]] = {}
        self._kept_of = ""
        self._keeping = Lock()

    @property
    def version(self) -> str:
        """Return a short text that stands for all that the store holds now."""
        return hashlib.sha256(f"{self._opened} {self._writes}".encode()).hexdigest()[:16]

    @contextmanager
    def rows(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor to read with; all its questions see the store as of the first, whatever is written since."""
        with self._cursors:
            cursor = self._store.connection.cursor()
        try:
            cursor.begin()
            yield cursor
        finally:
            cursor.close()  # which ends what was begun

    def records(self) -> Iterator[Record]:
        """Yield all records as they are shown, in the order kept."""
        with self._cursors:
            found = self._store.records()
        return found

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give the store to write to; one thread at a time. Raises StoreError where the desk only reads."""
        if self.read_only:
            raise StoreError("the desk was opened to read; start it without --read-only to write")
        with self._writer:
            try:
                yield self._store
            finally:
                self._writes += 1

    def once(self, name: str, ask: Callable[[duckdb.DuckDBPyConnection], Found]) -> Found:
        """Return what `ask` finds, asked anew only when the store has changed: for questions that take long.

        Of many threads that ask the same at a time one asks the store, and the rest wait for what it finds.
        """
        with self._keeping:
            if self._kept_of != self.version:
                self._kept, self._kept_of = {}, self.version
            answer: Future[Found] | None = self._kept.get(name)
            first = answer is None
            if answer is None:
                if len(self._kept) >= _MOST_KEPT:
                    del self._kept[next(iter(self._kept))]
                answer = self._kept[name] = Future()
        if first:
            try:
                with self.rows() as connection:
                    answer.set_result(ask(connection))
            except BaseException as error:
                answer.set_exception(error)
                with self._keeping:
                    self._kept.pop(name, None)
        return answer.result()

    def close(self) -> None:
        """Write what is open to the file, and let go of it."""
        self._store.close()
