"""What a run has met, by short digests: in memory while it is little, then in a temporary file of SQLite.

Twenty million articles have sixty million marks. Here they hold the same few megabytes of memory as fifty thousand,
and some 40 bytes each of a file that nobody else sees and that goes with the run.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

YOUNG = 50_000
"""Marks held in memory, some 10 MB; then they go to the file, sorted, since that fills its pages in turn."""

CACHE = 16_000  # kilobytes of the file that SQLite holds
Value = str | bytes


class NoRoom(RuntimeError):
    """The temporary file could not be written."""


class Known:
    """Values by key; a key is there or not by 8 bytes of digest (of 20 million, two are taken for one in 1 of 10^5)."""

    def __init__(self, young: int = YOUNG) -> None:
        self._most = young
        self._young: dict[int, Value] = {}
        self._file: sqlite3.Connection | None = None

    def get(self, key: bytes) -> Value | None:
        """Return the value of a key, None where there is none."""
        number = _number(key)
        found = self._young.get(number)
        if found is not None or self._file is None:
            return found
        row = self._file.execute("SELECT value FROM known WHERE key = ?", (number,)).fetchone()
        return row[0] if row else None

    def put(self, key: bytes, value: Value) -> None:
        """Keep the value of a key. Raises NoRoom where the temporary file cannot be written."""
        self._young[_number(key)] = value
        if len(self._young) >= self._most:
            self._grow_old()

    def _grow_old(self) -> None:
        import sqlite3  # here, since most runs are short

        try:
            if self._file is None:
                # No name: a file of its own in the temporary folder. Threads take turns, as generators do.
                self._file = sqlite3.connect("", check_same_thread=False, isolation_level=None)
                self._file.execute(f"PRAGMA cache_size = -{CACHE}")
                self._file.execute("PRAGMA journal_mode = OFF")
                self._file.execute("CREATE TABLE known (key INTEGER PRIMARY KEY, value)")
            self._file.execute("BEGIN")
            self._file.executemany("INSERT OR REPLACE INTO known VALUES (?, ?)", sorted(self._young.items()))
            self._file.execute("COMMIT")
        except sqlite3.Error as error:
            why = f"what was read so far could not be noted in a temporary file ({error})"
            raise NoRoom(f"{why}; make room, or set TMPDIR to a folder with some 100 bytes for each article") from error
        self._young = {}


def _number(key: bytes) -> int:
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big", signed=True)
