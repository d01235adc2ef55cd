"""Files in stores far away (S3, Google Cloud Storage, HDFS, ...), by the addresses that Ray and Arrow know."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from diurna.read.formats import ENDINGS, ending_of
from diurna.read.found import Found
from diurna.store.opening import StoreError


@dataclass(frozen=True, slots=True)
class Place:
    """A file: its whole address, its path as it was given or as its store calls it, its size in bytes."""

    address: str
    path: str
    size: int


def is_far(source: str) -> bool:
    """Return whether a source is an address in a store, and no path of this machine."""
    return "://" in source


def listed(address: str) -> Iterator[Place | Found]:
    """Yield the file at an address, or the files that diurna reads in the folder there and below, sorted.

    Raises StoreError where the address cannot be read.
    """
    from pyarrow.fs import FileSelector, FileType

    files, path = _opened(address)
    try:
        told = files.get_file_info(path)
        below = told.type == FileType.Directory
        found = files.get_file_info(FileSelector(path, recursive=True)) if below else [told]
    except OSError as error:
        raise StoreError(f"{address} cannot be listed ({error}); check the address and the rights to it") from error
    scheme = address.split("://")[0]
    readable = [one for one in found if one.type == FileType.File and ending_of(one.base_name) is not None]
    if not readable:
        why = f"nothing to read there; it needs files ending in {', '.join(ENDINGS)}"
        yield Found(address, Path(path).stem, None, error=f"{address}: {why}")
    # As the files of a folder on this machine are sorted, and without what begins with a dot below the address.
    for one in sorted(readable, key=lambda one: PurePosixPath(one.path)):
        if not any(part.startswith(".") for part in PurePosixPath(one.path.removeprefix(path)).parts):
            yield Place(f"{scheme}://{one.path}", one.path, one.size or 0)


@contextmanager
def copied(place: Place) -> Iterator[Path]:
    """Give a copy of a far file on this machine, under its name, for as long as it is read."""
    files, path = _opened(place.address)
    folder = Path(tempfile.mkdtemp(prefix="diurna-"))
    try:
        copy = folder / Path(place.path).name
        with files.open_input_stream(path, compression=None) as stream, copy.open("wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)
        yield copy
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _opened(address: str) -> tuple[Any, str]:
    try:
        from pyarrow.fs import FileSystem
    except ImportError as error:
        raise StoreError(f"{address} is read with pyarrow: pip install 'diurna[ray]'") from error
    try:
        files, path = FileSystem.from_uri(address)
    except (OSError, ValueError) as error:
        raise StoreError(f"{address} is no address that pyarrow knows ({error})") from error
    return files, path
