"""Blocks of work: some thousand articles of an item, named, compared with what the folder has, coded and written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from diurna.read.found import printable
from diurna.read.naming import Claim, Named, Naming, claimed, named
from diurna.records import Article
from diurna.store.keeping import article_key
from diurna.store.parted import Block, blocks_in
from diurna.store.parted.blocks import block_name
from diurna.wide.items import Item, found_in_item, missing
from diurna.wide.outcome import Coding


@dataclass(frozen=True, slots=True)
class Planned:
    """A block to be: its name and number in its item, what its articles are called, their fingerprint together."""

    name: str
    number: int
    names: tuple[Named, ...]
    given: str


@dataclass(frozen=True, slots=True)
class Before:
    """What the folder had: the blocks of the files now read, by name, and the articles of all other files, by key."""

    run: int
    blocks: dict[str, Block]
    elsewhere: frozenset[str]

    def has(self, planned: Planned, coding: Coding) -> bool:
        """Return whether a block is there, coded from the same articles with the same settings."""
        there = self.blocks.get(planned.name)
        return there is not None and there.given == planned.given and (
            (there.ontology, there.settings) == coding.settings()
        )  # fmt: skip


def before(folder: Path, items: Iterable[Item]) -> Before:
    """Return what the folder has that has to do with these items, or not."""
    files = {address for item in items for address in item.sources}
    # What was missing when it was first asked for has a block that says so.
    files |= {missing(printable(place.path)) for item in items for place in item.files}
    mine: dict[str, Block] = {}
    others: list[Block] = []
    last = 0
    for block in blocks_in(folder):
        last = max(last, block.run)
        if files.issuperset(block.sources):
            mine[block.name] = block
        else:
            others.append(block)
    return Before(last + 1, mine, _keys_of(folder, others))


def claims_in(item: Item, coding: Coding) -> Iterator[tuple[Article, Claim]]:
    """Yield the item's articles with what they ask to be called."""
    for found in found_in_item(item, coding.columns):
        yield claimed(found, coding.published)


def plan_block(item: Item, number: int, claims: Sequence[Claim], naming: Naming) -> Planned:
    """Name the articles of a block, and return its plan."""
    names = tuple(naming.name(claim) for claim in claims)
    return Planned(block_name(item.name, number), number, names, _fingerprint(claims, names))


def articles_of(planned: Planned, read: Sequence[tuple[Article, Claim]], elsewhere: Collection[str]) -> list[Article]:
    """Return the articles of a block by their names, without those that the folder has from elsewhere, or twice.

    Raises ValueError where they are not those that were planned, since the file has changed meanwhile.
    """
    if _fingerprint([claim for _, claim in read], planned.names) != planned.given:
        raise ValueError("its files changed while the run read them; run it again")
    made = [named(article, name) for (article, _), name in zip(read, planned.names, strict=True) if not name.again]
    return [article for article in made if article_key(article) not in elsewhere] if elsewhere else made


def in_blocks(read: Iterable[tuple[Article, Claim]], size: int) -> Iterator[list[tuple[Article, Claim]]]:
    """Yield what was read, `size` articles at a time."""
    source = iter(read)
    while some := list(islice(source, size)):
        yield some


def _fingerprint(claims: Sequence[Claim], names: Sequence[Named]) -> str:
    digest = blake2b(digest_size=12)
    for claim in claims:
        digest.update(claim.given)
    for name in names:
        digest.update(f"{name.id!r} {name.why!r} {name.again} ".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _keys_of(folder: Path, blocks: Sequence[Block]) -> frozenset[str]:
    import duckdb

    files = [str(folder / "tables" / place) for block in blocks for place in block.files.get("articles", ())]
    if not files:
        return frozenset()
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT article_key FROM read_parquet(?, hive_partitioning = false)", [files]
        ).fetchall()
    return frozenset(key for (key,) in rows)
