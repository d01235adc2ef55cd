"""The store as the desk asks it: many readers at a time, each with a cursor of its own, and one writer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from diurna.records import Record
from diurna.store import Store, StoreError, open_store

if TYPE_CHECKING:
    import duckdb

Found = TypeVar("Found")


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
        self._kept: dict[str, tuple[str, Any]] = {}
        self._keeping = Lock()

    @property
    def version(self) -> str:
        """Return a short text that stands for all that the store holds now."""
        return hashlib.sha256(f"{self._opened} {self._writes}".encode()).hexdigest()[:16]

    @contextmanager
    def rows(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor to read with; it sees the store as of its question, whatever is written meanwhile."""
        with self._cursors:
            cursor = self._store.connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

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
        """Return what `ask` finds, asked anew only when the store has changed: for questions that take long."""
        with self._keeping:
            known = self._kept.get(name)
            version = self.version
            if known is None or known[0] != version:
                with self.rows() as connection:
                    known = self._kept[name] = (version, ask(connection))
            found: Found = known[1]
            return found

    def close(self) -> None:
        """Write what is open to the file, and let go of it."""
        self._store.close()
