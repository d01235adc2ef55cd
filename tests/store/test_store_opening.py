"""Opening a store: what is made, what is refused and with which words."""

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


def test_a_new_store_is_made_and_opens_again(tmp_path: Path, port: Record) -> None:
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.keep([port])
    with open_store(path) as store:
        assert list(store.records()) == [port]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"is a folder; the store is one file: give a name in it, such as .*record"):
        open_store(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*nowhere does not exist; make it first"):
        open_store(tmp_path / "nowhere" / "record.duckdb")


def test_another_kind_of_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("They met on Tuesday.\n" * 400)
    with pytest.raises(StoreError, match=r"notes\.txt is there but is not a DuckDB file"):
        open_store(path)
    assert path.read_text() == "They met on Tuesday.\n" * 400


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "budget.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE budget (year INTEGER)")
    with pytest.raises(StoreError, match="no store of diurna: it holds budget"):
        open_store(path)


def test_a_store_of_a_newer_diurna_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.connection.execute("UPDATE meta SET value = '10' WHERE key = 'schema_version'")
    with pytest.raises(StoreError, match=r"newer diurna \(tables of version 10; this one knows 9\)"):
        open_store(path)


def test_a_store_in_use_names_the_process(tmp_path: Path) -> None:
    path = tmp_path / "record.duckdb"
    open_store(path).close()
    with (
        another_process_with(path) as holder,
        pytest.raises(StoreError, match=rf"in use by process {holder} \(.*one process at a time"),
    ):
        open_store(path)


def test_every_table_and_column_says_what_it_holds(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        silent = store.connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL "
            "UNION ALL SELECT table_name, '' FROM duckdb_tables() WHERE comment IS NULL"
        ).fetchall()
    assert silent == []


@pytest.mark.parametrize(
    "broken",
    [
        "INSERT INTO sentences VALUES ('k', 0, 9, 3, 'backwards', 1)",
        "INSERT INTO participants VALUES ('k', 'e1', 'bystander', 0, NULL, NULL, NULL, [], 0, 1, 'x', 1)",
        "INSERT INTO articles (article_key, article_id, text, state, record, record_digest, run) "
        "VALUES ('k', 'a', '', 'failed', '{}', '', 1)",
    ],
)
def test_the_tables_refuse_what_cannot_be(tmp_path: Path, broken: str) -> None:
    with open_store(tmp_path / "record.duckdb") as store, pytest.raises(duckdb.ConstraintException):
        store.connection.execute(broken)


@contextmanager
def another_process_with(path: Path) -> Iterator[int]:
    """Hold the store open in a child process and give its process id."""
    code = (
        "import sys; from diurna.store import open_store; "
        "store = open_store(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        yield child.pid
    finally:
        child.communicate("")
