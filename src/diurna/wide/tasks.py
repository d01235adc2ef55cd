"""What a worker of a cluster does: some blocks of an item, read, coded and written one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from diurna.pipeline import coder
from diurna.read.naming import claimed
from diurna.records import Article, Record
from diurna.store.parted import write_block
from diurna.store.parted.blocks import block_at, errors_in
from diurna.wide.blocks import Planned, articles_of
from diurna.wide.items import Item, found_in_item
from diurna.wide.outcome import Coding, begun

PARTS = 64
"""Parts that an item of lines is read in at most: each passes over the lines before it."""

_LINES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")


@dataclass(frozen=True, slots=True)
class Task:
    """Blocks of an item, in order, that one worker makes."""

    item: Item
    blocks: tuple[Planned, ...]


def tasks_of(item: Item, wanted: Sequence[Planned]) -> list[Task]:
    """Return the tasks of an item. Lines and rows, cheap to pass over, are parted; pages and archives are not."""
    cheap = all(place.address.lower().endswith(_LINES) for place in item.files)
    count = -(-len(wanted) // PARTS) if cheap else max(1, len(wanted))
    return [Task(item, tuple(wanted[at : at + count])) for at in range(0, len(wanted), count or 1)]


@dataclass(slots=True)
class Coder:
    """Codes tasks into a folder of blocks of a size, in a run of a number; `started` makes it ready in a worker."""

    folder: Path
    coding: Coding
    run: int
    size: int
    elsewhere: frozenset[str]
    code_all: Callable[[Iterable[Article]], Iterator[Record]] | None = None

    def started(self) -> Coder:
        """Load the model and all tables, on one thread: each core has a worker of its own."""
        how = self.coding
        self.code_all = coder(1, how.ontology, how.actors, how.weights)
        return self

    def code(self, task: Task) -> Iterator[dict[str, Any]]:
        """Yield of each block what came of it; what goes wrong with one is told, and the others are made."""
        found, at = found_in_item(task.item, self.coding.columns), 0
        for planned in task.blocks:
            told: dict[str, Any] = {"name": planned.name, "coded": 0, "failed": 0, "left_out": 0, "reasons": []}
            try:
                skipped = planned.number * self.size - at
                read = [claimed(one, self.coding.published) for one in islice(found, skipped, skipped + self.size)]
                at += skipped + len(read)
                made = articles_of(planned, read, self.elsewhere)
                yield told | self._written(task.item, planned, made) | {"left_out": len(read) - len(made), "lost": ""}
            except Exception as error:  # the other blocks are none the worse for it
                yield told | {"lost": f"{task.item.name}, block {planned.number}: {error}"}

    def _written(self, item: Item, planned: Planned, articles: list[Article]) -> dict[str, Any]:
        assert self.code_all is not None
        about = begun(self.coding, self.run, planned.name, item.sources, planned.given)
        block = block_at(self.folder, planned.name)
        # A task that is tried again finds what it has made already.
        if block is None or (block.run, block.given) != (self.run, planned.given):
            block = write_block(self.folder, self.code_all(articles), about)
        return {"coded": block.coded, "failed": block.failed, "reasons": errors_in(self.folder, block)}
