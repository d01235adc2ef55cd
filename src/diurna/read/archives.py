"""ZIP and tar archives, and single compressed files, read a member at a time."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from diurna.read.bounded import Bounded
from diurna.read.found import Found

MEMORY = 16_000_000  # an archive within an archive is kept in memory up to here, else on disk
BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)
Reader = Callable[[BinaryIO, str, str], Iterator[Found]]
"""What reads a member: its bytes, its origin ("news.zip/2025/page.html") and its name within."""


def found_in_zip(stream: BinaryIO, origin: str, read: Reader) -> Iterator[Found]:
    """Yield what the members of a ZIP file hold, in its order."""
    try:
        archive = zipfile.ZipFile(_seekable(stream))
    except BROKEN as error:
        yield Found(origin, Path(origin).stem, error=f"{origin}: no ZIP file ({error})")
        return
    with archive:
        for info in archive.infolist():
            if info.is_dir() or _is_hidden(info.filename):
                continue
            place = f"{origin}/{info.filename}"
            if info.flag_bits & 1:
                yield Found(place, Path(info.filename).stem, error=f"{place}: has a password; unpack it by hand")
                continue
            try:
                with archive.open(info) as member:
                    yield from read(_bounded(member, partial(int, info.compress_size)), place, info.filename)
            except BROKEN as error:
                yield Found(place, Path(info.filename).stem, error=f"{place}: {error}")


def found_in_tar(stream: BinaryIO, origin: str, read: Reader) -> Iterator[Found]:
    """Yield what the members of a tar file hold, plain or packed by gzip, bzip2 or xz, in its order."""
    counted = _Counted(stream)
    try:
        with tarfile.open(fileobj=cast(BinaryIO, counted), mode="r|*") as archive:
            for info in archive:
                if not info.isfile() or _is_hidden(info.name):
                    continue
                place, member = f"{origin}/{info.name}", archive.extractfile(info)
                if member is not None:
                    try:
                        yield from read(_bounded(member, partial(counted.since, counted.taken)), place, info.name)
                    except ValueError as error:
                        yield Found(place, Path(info.name).stem, error=f"{place}: {error}")
    except BROKEN as error:
        yield Found(origin, Path(origin).stem, error=f"{origin}: the tar file is broken or ends early ({error})")


def found_in_packed(stream: BinaryIO, ending: str, origin: str, name: str, read: Reader) -> Iterator[Found]:
    """Yield what a single compressed file (.gz, .bz2, .xz) holds."""
    counted = _Counted(stream)
    opened = {".gz": gzip.GzipFile, ".bz2": bz2.BZ2File, ".xz": lzma.LZMAFile}[ending]
    try:
        inner = opened(counted, "rb") if ending != ".gz" else gzip.GzipFile(fileobj=cast(BinaryIO, counted), mode="rb")
        yield from read(_bounded(inner, lambda: counted.taken), origin, name)
    except BROKEN as error:
        yield Found(origin, Path(name).stem, error=f"{origin}: cannot be unpacked ({error})")


def _bounded(member: object, packed: Callable[[], int]) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(Bounded(cast(io.RawIOBase, member), packed), 1 << 16))


def _seekable(stream: BinaryIO) -> BinaryIO:
    """Return the stream, or a copy of it where it cannot be read from the end, as a ZIP file must be."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(MEMORY)  # noqa: SIM115 - it is closed with what reads it
    while block := stream.read(1 << 20):
        copy.write(block)
    copy.seek(0)
    return cast(BinaryIO, copy)


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in Path(name).parts)


class _Counted(io.RawIOBase):
    """A stream that counts the bytes taken from it."""

    def __init__(self, inner: BinaryIO) -> None:
        self.inner, self.taken = inner, 0

    def since(self, before: int) -> int:
        """Return the bytes taken since `before`, and a block more, for what was read ahead."""
        return self.taken - before + (1 << 16)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.inner.read(len(buffer))
        self.taken += len(data)
        buffer[: len(data)] = data
        return len(data)
