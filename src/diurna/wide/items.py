"""Items of work: a large file each, or a group of small ones, so that none is too small to be worth a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from diurna.read.found import Found, printable
from diurna.read.sources import files_in, found_in_file
from diurna.store.opening import StoreError
from diurna.wide.places import Place, copied, is_far, listed

GROUP_BYTES = 16_000_000
"""What the files of a group may hold together."""

GROUP_FILES = 1000
"""Files of a group, on average at most half of them: a group also ends by what its next file is called, so that a new
file in a folder changes one group and not all that follow."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of work: its number in the order of the sources, its files, or why a source cannot be read."""

    number: int
    files: tuple[Place, ...]
    trouble: Found | None = None

    @property
    def name(self) -> str:
        """What tells the item from all others."""
        return self.files[0].address if self.files else missing(self.trouble.origin if self.trouble else "")

    @property
    def sources(self) -> list[str]:
        """The addresses of its files, or what stands for a source that is none."""
        return [place.address for place in self.files] or [self.name]


def items_of(sources: Iterable[str | Path]) -> Iterator[Item]:
    """Yield the items of files, folders, and addresses of files or folders in stores ("s3://bucket/folder").

    Raises StoreError where an address cannot be listed; a file that is not there is an item with a trouble.
    """
    number, group, held = 0, list[Place](), 0
    for one in _places(sources):
        ends = isinstance(one, Found) or (group and (held + one.size > GROUP_BYTES or _cut(one.address)))
        if group and (ends or len(group) >= GROUP_FILES):
            yield Item(number, tuple(group))
            number, group, held = number + 1, [], 0
        if isinstance(one, Found):
            yield Item(number, (), one)
            number += 1
        else:
            group.append(one)
            held += one.size
    if group:
        yield Item(number, tuple(group))


def found_in_item(item: Item, columns: Mapping[str, str] | None) -> Iterator[Found]:
    """Yield what the item's files hold, in order."""
    if item.trouble is not None:
        yield item.trouble
    for place in item.files:
        far = is_far(place.address)
        with copied(place) if far else nullcontext(Path(place.address)) as path:
            for found in found_in_file(path, columns):
                yield _as_of(found, printable(path), place.address if far else printable(place.path), place)


def missing(origin: str) -> str:
    """Return what stands for a source that cannot be read, in the names of blocks."""
    return f"! {origin}"


def _as_of(found: Found, near: str, given: str, place: Place) -> Found:
    """Return a finding in the file that was opened as one in the file that was given."""
    error = found.error.replace(near, given) if found.error else None
    return replace(found, origin=found.origin.replace(near, given), path=Path(place.path), error=error)


def _places(sources: Iterable[str | Path]) -> Iterator[Place | Found]:
    for far, some in groupby(map(str, sources), is_far):
        for source in some if far else [list(some)]:
            yield from listed(str(source)) if far else _near(source)


def _near(sources: Iterable[str]) -> Iterator[Place | Found]:
    for one in files_in(sources):
        if isinstance(one, Found):
            yield one
        elif str(one) == "-":
            raise StoreError("standard input has no name by which a folder knows it again; write it to a file")
        else:
            yield Place(str(one.resolve()), str(one), one.stat().st_size)


def _cut(address: str) -> bool:
    digest = blake2b(address.encode("utf-8", "surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "big") % (GROUP_FILES // 2) == 0
