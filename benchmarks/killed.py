"""Kill a process that writes a store, again and again: `python -m benchmarks.killed [ROUNDS]` (200).

Each round a process keeps articles, some at a time, says after each lot that they are stored, and is killed (SIGKILL)
at a random moment. The file must open and hold every article that was said to be stored, each whole, its events joined.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from diurna.store import open_store

KEEPING = """
import sys
from benchmarks.merging import articles
from diurna.store import open_store
from dataclasses import replace
made = articles(100_000)
with open_store(sys.argv[1]) as store:
    while True:
        lot = (next(made)[0] for _ in range(3))
        records = [replace(one, article=replace(one.article, id=sys.argv[2] + one.article.id)) for one in lot]
        store.keep(records)
        print(*(record.article.id for record in records), flush=True)
"""

WHOLE = """
SELECT count(*) FROM articles AS a WHERE (SELECT count(*) FROM events AS e WHERE e.article_key = a.article_key)
    <> json_array_length(a.record, '$.events')
OR (SELECT count(*) FROM reports AS r WHERE r.article_key = a.article_key) <> json_array_length(a.record, '$.events')
OR (SELECT count(*) FROM sentences AS s WHERE s.article_key = a.article_key)
    <> json_array_length(a.record, '$.sentences')
"""


def one_round(path: Path, number: int, wait: float) -> set[str]:
    """Let a process write for `wait` seconds after its first lot, kill it, and return what it said was stored."""
    child = subprocess.Popen(
        [sys.executable, "-c", KEEPING, str(path), f"{number}-"], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    said = child.stdout.readline()
    time.sleep(wait)
    child.kill()
    rest = child.stdout.read()
    child.wait()
    # A line that the kill cut short says nothing.
    return set((said + rest[: rest.rfind("\n") + 1]).split())


def main() -> None:
    """Kill, open, count and print; raise SystemExit where something is missing or torn."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    moments = random.Random(8)
    said: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.duckdb"
        for number in range(rounds):
            said |= one_round(path, number, moments.uniform(0, 0.5))
            with open_store(path) as store:
                rows = store.connection.execute("SELECT article_id FROM articles").fetchall()
                missing = said - {id for (id,) in rows}
                (torn,) = store.connection.execute(WHOLE).fetchall()[0]
            if missing or torn:
                raise SystemExit(f"round {number}: {len(missing)} articles are missing, {torn} are torn")
        print(
            f"killed {rounds} times: {len(said):,} articles were said to be stored, {len(rows):,} are there, all whole"
        )


if __name__ == "__main__":
    main()
