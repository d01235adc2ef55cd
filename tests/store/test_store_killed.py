"""A process that is killed while it keeps records leaves a store that opens and holds each article whole."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from port_strike import port_record

from diurna.store import open_store

# Small batches, so that the kill falls among many transactions; the child is this folder's own example over
# and over.
KEEPING = """
import sys
from dataclasses import replace
sys.path.insert(0, sys.argv[2])
from port_strike import port_record
from diurna.store import open_store, store as step
step._BATCH = 7
def records():
    port = port_record()
    for number in range(100_000):
        yield replace(port, article=replace(port.article, id=f"{sys.argv[3]}-{number}"))
        if number == 7:
            print("begun", flush=True)
with open_store(sys.argv[1]) as store:
    store.keep(records())
"""

ROWS = {"sentences": 6, "entities": 4, "entity_mentions": 7, "events": 6, "participants": 10,
"attributions": 6, "dates": 3, "places": 3, "claims": 1}  # fmt: skip


def test_killed_again_and_again_the_store_holds_whole_articles(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    before = 0
    for round_, wait in enumerate((0.0, 0.11, 0.23, 0.4)):
        kill_while_keeping(path, f"round{round_}", wait)
        with open_store(path) as store:
            for table, rows in ROWS.items():
                broken = store.connection.execute(
                    f"SELECT a.article_id, count(t.article_key) AS rows FROM articles AS a "
                    f"LEFT JOIN {table} AS t USING (article_key) GROUP BY ALL HAVING rows <> {rows}"
                ).fetchall()
                assert broken == [], table
            (kept,) = store.connection.execute("SELECT count(*) FROM articles").fetchall()[0]
            assert kept > before
            before = kept
            assert next(store.records("round0-0")).events == port_record().events
            assert store.connection.execute("SELECT count(ended) FROM runs").fetchall() == [(0,)]
            unjoined = "SELECT count(*) FROM events ANTI JOIN reports USING (article_key, event_id)"
            assert store.connection.execute(unjoined).fetchall() == [(0,)]


def kill_while_keeping(path: Path, name: str, wait: float) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", KEEPING, str(path), str(Path(__file__).parent), name],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    if child.stdout.readline() != "begun\n":
        pytest.fail("the child ended before it kept anything")
    time.sleep(wait)
    child.kill()
    child.wait()
    child.stdout.close()
