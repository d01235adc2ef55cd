"""By what copies are found: which first texts have which bands, in sorted parts, and which bands no text has.

A batch of articles asks for thousands of bands, of which hardly any is there. A filter of a few bits a band says so of
most, within memory, so that few are looked up; it is made when a run has asked some times. (Bloom 1970: where all
bits of a number are set it may be there, where one is not it is not.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diurna.store.parts import make_one, next_part
from diurna.store.tables import find_by_number

if TYPE_CHECKING:
    import duckdb
    import numpy as np
    from numpy.typing import NDArray

_UNFILTERED = 32  # times that a run asks before the filter is made, which takes the time of as many
_HASHES = 3
_FULL = 10  # bits a band: one in sixty that are not there passes a filter as full as this
_FRESH = 12  # at least so many when it is made
_READ = 500_000  # bands that are read at a time to make it
_FEW = 300  # that many are looked for by the parts' order; for more a part is read whole


class Bands:
    """The bands of the first texts in a store, whose numbers stand in `copies`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._asked = 0
        self._filter: Filter | None = None

    def find(self, bands: Sequence[int]) -> list[tuple[int, int]]:
        """Return the given bands that texts have, each with the number of a text, those of one in their order."""
        self._asked += 1
        if self._filter is None and self._asked > _UNFILTERED:
            self._filter = self._made()
        some = self._filter.passed(bands) if self._filter else list(bands)
        if len(some) > _FEW:
            rows = find_by_number(self.connection, "copy_bands", "band, number", "band", some)
        elif some:
            rows = self.connection.execute(
                f"SELECT band, number FROM copy_bands WHERE band IN ({', '.join(map(str, some))})"
            ).fetchall()
        else:
            rows = []
        return sorted(rows)

    def add(self, rows: Sequence[tuple[int, int]]) -> None:
        """Write bands, each with the number of a text that has it."""
        if not rows:
            return
        part = next_part(self.connection, "copy_bands")
        bands, numbers = zip(*sorted(rows), strict=True)
        self.connection.execute(
            "INSERT INTO copy_bands (band, number, level, part) SELECT unnest(?::BIGINT[]), unnest(?::BIGINT[]), 0, ?",
            [list(bands), list(numbers), part],
        )
        make_one(self.connection, "copy_bands")
        if self._filter:
            self._filter.add(bands)
            if self._filter.is_full:
                self._filter = self._made()

    def _made(self) -> Filter:
        import numpy as np

        ((count,),) = self.connection.execute("SELECT count(*) FROM copy_bands").fetchall()
        made = Filter(count)
        stretch = 2**64 // (count // _READ + 1) + 1
        for start in range(-(2**63), 2**63, stretch):
            read = self.connection.execute(
                "SELECT band FROM copy_bands WHERE band BETWEEN ? AND ?", [start, min(start + stretch, 2**63) - 1]
            ).fetchnumpy()
            made.add(np.asarray(read["band"]))
        return made


class Filter:
    """Which numbers are surely not in a set; the numbers are digests already."""

    def __init__(self, count: int) -> None:
        import numpy as np

        self._bits = 1 << max(16, (count * _FRESH - 1).bit_length())
        self._set: NDArray[np.uint8] = np.zeros(self._bits // 8, np.uint8)
        self._count = 0

    @property
    def is_full(self) -> bool:
        """Whether it should be made anew, larger."""
        return self._count * _FULL > self._bits

    def add(self, numbers: Sequence[int] | NDArray[np.int64]) -> None:
        """Put numbers into the set."""
        import numpy as np

        self._count += len(numbers)
        for turn in range(_HASHES):
            spots = self._spots(numbers, turn)
            places, bits = spots >> np.uint64(3), spots & np.uint64(7)
            for bit in range(8):  # one after the other: of two bits in one place numpy would set the second alone
                self._set[places[bits == bit]] |= np.uint8(1 << bit)

    def passed(self, numbers: Sequence[int]) -> list[int]:
        """Return the numbers that may be in the set."""
        import numpy as np

        left = np.asarray(numbers, np.int64)
        for turn in range(_HASHES):
            spots = self._spots(left, turn)
            bits = np.left_shift(np.uint8(1), (spots & np.uint64(7)).astype(np.uint8))
            left = left[(self._set[spots >> np.uint64(3)] & bits) != 0]
        return [int(number) for number in left]

    def _spots(self, numbers: Sequence[int] | NDArray[np.int64], turn: int) -> NDArray[np.uint64]:
        """Return which bits stand for the numbers in one turn."""
        import numpy as np

        one = np.asarray(numbers, np.int64).view(np.uint64)
        step = (one >> np.uint64(32)) | np.uint64(1)
        return (one + np.uint64(turn) * step) & np.uint64(self._bits - 1)
