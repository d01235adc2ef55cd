"""Code sources to a folder of Parquet files in one run on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path

from diurna.pipeline import code_articles
from diurna.read.naming import Naming
from diurna.records import Article, Record
from diurna.store.parted import BLOCK, forget_blocks, made_folder, size_of_blocks, sweep, write_block
from diurna.wide.blocks import Planned, articles_of, before, claims_in, in_blocks, plan_block
from diurna.wide.items import Item, items_of
from diurna.wide.outcome import Coding, Outcome, Report, begun


def code_to_folder(
    sources: Iterable[str | Path],
    folder: Path,
    coding: Coding | None = None,
    *,
    jobs: int = 1,
    block: int = BLOCK,
    report: Report = print,
) -> Outcome:
    """Code the articles of the sources into the folder, and return what came of it.

    What is there already from the same articles with the same settings stays and is not coded again; what changed
    takes the place of the old. `report` is told why an article failed. `block` is how many articles a block of a new
    folder has. Raises StoreError where the folder is another diurna's or no such folder.
    """
    how = coding or Coding()
    size = size_of_blocks(made_folder(folder, block))
    items = list(items_of(sources))
    had = before(folder, items)
    outcome, naming, met = Outcome(), Naming(), set[str]()
    waiting: deque[tuple[Item, Planned, int]] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            for number, read in enumerate(in_blocks(claims_in(item, how), size)):
                planned = plan_block(item, number, [claim for _, claim in read], naming)
                met.add(planned.name)
                if had.has(planned, how):
                    outcome.unchanged += had.blocks[planned.name].coded + had.blocks[planned.name].failed
                    continue
                made = articles_of(planned, read, had.elsewhere)
                outcome.left_out += len(read) - len(made)
                waiting.append((item, planned, len(made)))
                yield from made

    records = code_articles(articles(), jobs, how.ontology, how.actors, how.weights)
    told = partial(_told, report)
    while True:
        first = list(islice(records, 1))
        while waiting and (first or not waiting[0][2]):
            item, planned, count = waiting.popleft()
            some = told(chain(first, islice(records, count - 1))) if count else iter(())
            about = begun(how, had.run, planned.name, item.sources, planned.given)
            outcome.add(write_block(folder, some, about))
            if count:
                break
        if not first:
            break
    forget_blocks(folder, had.blocks.keys() - met)
    sweep(folder, met)
    return outcome


def _told(report: Report, records: Iterable[Record]) -> Iterator[Record]:
    for record in records:
        if why := record.article.error or record.article.note:
            report(why)
        yield record
