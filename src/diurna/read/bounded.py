"""Decompressed streams that end where a bomb would begin."""

from __future__ import annotations

import io
from collections.abc import Callable

PLAIN = 200_000_000
"""Bytes that any member may decompress to; beyond, at most RATIO times what was read of its compressed form."""

RATIO = 250
"""News text and markup compress to a fifth or a twentieth; a bomb to a thousandth."""


class Bomb(ValueError):
    """A compressed member grows beyond what texts do."""


class Bounded(io.RawIOBase):
    """A stream of decompressed bytes that raises Bomb where it grows beyond PLAIN and RATIO; `packed` counts what was
    read of the compressed form.
    """

    def __init__(self, inner: io.BufferedIOBase | io.RawIOBase, packed: Callable[[], int]) -> None:
        self.inner, self.packed, self.given = inner, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.inner.read(len(buffer)) or b""
        self.given += len(data)
        if self.given > PLAIN and self.given > RATIO * max(self.packed(), 1):
            raise Bomb(
                f"grows to more than {PLAIN:,} bytes, {RATIO} times what is packed; unpack it by hand if you trust it"
            )
        buffer[: len(data)] = data
        return len(data)
