"""How much DuckDB may hold while articles are kept: no cache that grows with the file, yet all that indexes need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

MEMORY = 128 * 2**20
"""Bytes that DuckDB may hold while articles are kept, its cache among them, as long as its indexes need no more: the
model, tables and caches of a run take some 350 MB beside it, and all together are to be under 600."""

LOG = "32MB"
"""How long the log may become before it is folded into the file: what is in it is held in memory too, somewhat larger,
whatever the bound. The longer it is, the seldomer it is folded, which takes time."""

_OFTEN = 8  # times that DuckDB may be given more in a run and lose it again


class Memory:
    """The bound of one store's memory. Parts of indexes that were changed cannot leave it before they are written to
    the file, so that it must give way where they need more.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._before: str | None = None
        self._bound = self._most = self._given = 0

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """Let DuckDB hold no more than MEMORY meanwhile, where it may hold more; then as much as before."""
        ((before, most),) = self.connection.execute(
            "SELECT current_setting('memory_limit'), parse_formatted_bytes(current_setting('memory_limit'))"
        ).fetchall()
        if most > MEMORY:
            self._before, self._most, self._bound = before, most, MEMORY
            self.connection.execute(f"SET memory_limit = '{self._bound} bytes'")
        try:
            yield
        finally:
            self._give_back()

    def give_way(self) -> bool:
        """Let DuckDB hold twice as much, but no more than before; return whether it was bounded."""
        if self._before is None:
            return False
        self._bound *= 2
        self._given += 1
        if self._bound < self._most:
            self.connection.execute(f"SET memory_limit = '{self._bound} bytes'")
        else:
            self._give_back()
        return True

    def bind_again(self) -> None:
        """Let DuckDB hold no more than MEMORY again, after it was given more for a while; not where it needed more
        often, since each batch would then be written twice.
        """
        import duckdb

        if self._before is not None and self._bound > MEMORY and self._given < _OFTEN:
            with suppress(duckdb.OutOfMemoryException):  # what it cannot leave yet it leaves after a later batch
                self.connection.execute(f"SET memory_limit = '{MEMORY} bytes'")
                self._bound = MEMORY

    def _give_back(self) -> None:
        if self._before is not None:
            self.connection.execute(f"SET memory_limit = '{self._before}'")
            self._before = None
