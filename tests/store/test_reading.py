"""A store can be read at any time, also while another process writes it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from diurna.records import Record
from diurna.store import StoreError, open_store
from diurna.store.snapshot import snapshot

WRITING = """
import sys
from dataclasses import replace
sys.path.insert(0, sys.argv[2])
from port_strike import port_record
from diurna.store import open_store, store as step
step._BATCH, step._BATCH_SECONDS = 5, 1e9
def records():
    port = port_record()
    for number in range(100_000):
        yield replace(port, article=replace(port.article, id=f"a{number}"))
        if number == 5:
            print("begun", flush=True)
with open_store(sys.argv[1]) as store:
    store.connection.execute(f"SET wal_autocheckpoint = '{sys.argv[3]}'")
    store.keep(records())
"""


@contextmanager
def another_process_writing(path: Path, folded_every: str) -> Iterator[int]:
    """Keep a process writing articles to the store, and yield its number."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(path), str(Path(__file__).parent), folded_every],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "begun\n"
        yield child.pid
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


@pytest.mark.parametrize("folded_every", ["50KB", "256MB"])
def test_what_is_read_while_another_process_writes_is_whole(tmp_path: Path, folded_every: str) -> None:
    path = tmp_path / "record.duckdb"
    before = 0
    with another_process_writing(path, folded_every):
        for _ in range(12):
            with open_store(path, read_only=True) as store:
                assert store.as_of is not None
                rows = store.connection.execute(
                    "SELECT count(DISTINCT article_key), count(*) FROM articles JOIN events USING (article_key)"
                ).fetchall()
                ((articles, events),) = rows
                (reports,) = store.connection.execute("SELECT count(*) FROM reports").fetchall()[0]
                assert articles >= max(5, before)
                assert events == reports == 6 * articles
                assert articles % 5 == 0  # batches are whole
                before = articles
    with open_store(path) as store:  # the writer's file is unhurt
        assert len(list(store.records())) >= before


def test_a_second_writer_is_refused_while_a_reader_reads_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    with (
        another_process_writing(path, "256MB") as writer,
        open_store(path, read_only=True),
        pytest.raises(StoreError, match=rf"in use by process {writer}"),
    ):
        open_store(path)


def test_the_copy_is_deleted_when_the_store_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    with another_process_writing(path, "256MB"):
        store = open_store(path, read_only=True)
        (file,) = store.connection.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchall()[0]
        assert Path(file).exists()
        assert Path(file) != path
        store.close()
        assert not Path(file).parent.exists()


def test_a_store_that_nobody_writes_is_read_itself(tmp_path: Path, port: Record) -> None:
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.keep([port])
    with open_store(path, read_only=True) as one, open_store(path, read_only=True) as other:
        assert one.as_of is None
        assert list(one.records()) == list(other.records()) == [port]


def test_a_store_opened_to_read_is_not_written(tmp_path: Path, port: Record) -> None:
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.keep([port])
    with open_store(path, read_only=True) as store:
        with pytest.raises(StoreError, match="opened to read; open it without read_only to write"):
            store.keep([port])
        with pytest.raises(duckdb.Error, match="read-only"):
            store.connection.execute("DELETE FROM articles")


def test_reading_makes_no_store(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    with pytest.raises(StoreError, match=r"there is no store at .*record\.duckdb; `diurna code SOURCE"):
        open_store(path, read_only=True)
    assert not path.exists()


def test_a_snapshot_has_what_stands_only_in_the_log(tmp_path: Path, port: Record) -> None:
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.keep([port])
        copy = snapshot(path)
        with duckdb.connect(str(copy), read_only=True) as connection:
            assert connection.execute("SELECT article_id FROM articles").fetchall() == [("sud-17",)]
