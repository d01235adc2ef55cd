"""What a cluster codes in an hour and what an archive costs: `python -m benchmarks.cluster DATA`.

A worker of `diurna code --ray` (one core, the model on one thread) reads, codes and writes the 294 Wikinews articles as
blocks; its processor time is counted, not the clock, so that whatever else runs on the machine matters little. Then the
folder's events are joined, and that is counted too. The rest is multiplication: `--cores` and `--price` of a machine
and hour, `--machines`, `--articles`, and what is kept of a core's speed when all of a machine are busy (`--kept`).
"""

from __future__ import annotations

import argparse
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from diurna.read import read_articles
from diurna.read.naming import Claim, Naming
from diurna.store import open_store
from diurna.store.parted import BLOCK, made_folder, merge_folder, size_of_blocks
from diurna.wide.blocks import claims_in, in_blocks, plan_block
from diurna.wide.items import Item, items_of
from diurna.wide.outcome import Coding
from diurna.wide.places import Place
from diurna.wide.tasks import Coder, Task

T = TypeVar("T")


def counted(data: Path, asked: argparse.Namespace) -> None:
    """Print processor time an article of each step, and what follows from it."""
    source, how = data / "news/wikinews-2019-2020.jsonl", Coding()
    with tempfile.TemporaryDirectory() as scratch:
        folder = made_folder(Path(scratch) / "coded", 100)
        size = size_of_blocks(folder)
        coder = Coder(folder, how, 1, size, frozenset()).started()
        (item,) = items_of([source])
        naming = Naming()
        reading, planned = _spent(
            lambda: [
                plan_block(item, number, [claim for _, claim in read], naming)
                for number, read in enumerate(in_blocks(claims_in(item, how), size))
            ]
        )
        coding, told = _spent(lambda: list(coder.code(Task(item, tuple(planned)))))
        count = sum(one["coded"] for one in told)
        joining, (reports, joined) = _spent(lambda: merge_folder(folder))
        with open_store(folder, read_only=True) as store:
            bytes_written = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
            sentences = store.connection.execute("SELECT count(*) FROM sentences").fetchall()[0][0]
    words = sum(len(article.text.split()) for article in read_articles([source]))
    print(f"{count} articles, {sentences / count:.1f} sentences and {words / count:.0f} words each; {reports} events")
    print(f"first reading            {1000 * reading / count:7.1f} ms of a core an article")
    print(f"reading, coding, writing {1000 * coding / count:7.1f} ms of a core an article")
    print(f"joining ({joined} events)   {1000 * joining / count:7.1f} ms of one core an article")
    print(f"Parquet                  {bytes_written / count / 1024:7.1f} KB an article")
    print(f"held by the first machine{_held():7.0f} bytes an article, while names are decided")
    _costed(asked, (reading + coding) / count, joining / count)


def _costed(asked: argparse.Namespace, core: float, joining: float) -> None:
    """Print what follows from the seconds of a core that an article takes."""
    a_core = 3600 / core
    a_machine = a_core * asked.cores * asked.kept
    hours = asked.articles / (a_machine * asked.machines)
    dollars = asked.articles / a_machine * asked.price
    print(f"articles an hour of one core     {a_core:12,.0f}")
    print(f"articles an hour of a machine    {a_machine:12,.0f}  ({asked.cores} cores, {asked.kept:.0%} kept of each)")
    print(f"{asked.articles:,} articles on {asked.machines} machines: {hours:,.1f} hours")
    print(f"dollars at ${asked.price:.2f} a machine and hour: {dollars:,.0f}")
    alone = asked.articles * joining / 3600
    print(f"joining them, on one core        {alone:12,.1f} hours, ${alone * asked.price:,.0f}")


def _held(count: int = 50_000) -> float:
    """Return the bytes an article that deciding on names holds, for made-up articles of a crawl."""
    place = Place("/archive/crawl.warc.gz", "/archive/crawl.warc.gz", 1)
    item, naming, kept = Item(0, (place,)), Naming(), []
    tracemalloc.start()
    for number in range(count // BLOCK):
        at = range(number * BLOCK, (number + 1) * BLOCK)
        marks = [(f"a{one:012}".encode(), f"s{one:024}".encode()) for one in at]
        claims = [
            Claim(None, f"crawl-{one:08}", ("/", "archive"), False, False, mark, mark[0][:8], mark[1][-8:])
            for one, mark in zip(at, marks, strict=True)
        ]
        kept.append(plan_block(item, number, claims, naming))
        del marks, claims
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / count


def _spent(do: Callable[[], T]) -> tuple[float, T]:
    began = time.process_time()
    made = do()
    return time.process_time() - began, made


def main() -> None:
    """Run the command line."""
    told = argparse.ArgumentParser(description="What a cluster codes in an hour and what an archive costs.")
    told.add_argument("data", type=Path)
    told.add_argument("--articles", type=int, default=20_000_000)
    told.add_argument("--machines", type=int, default=12)
    told.add_argument("--cores", type=int, default=16, help="of a machine")
    told.add_argument("--price", type=float, default=0.68, help="dollars for a machine and hour")
    told.add_argument("--kept", type=float, default=0.9, help="what is kept of a core's speed when all are busy")
    asked = told.parse_args()
    counted(asked.data, asked)


if __name__ == "__main__":
    main()
