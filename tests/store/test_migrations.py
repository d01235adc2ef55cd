"""A store written by an earlier version is brought up to date, and nothing in it is lost."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

import diurna
from diurna.read import article_of
from diurna.records import Record
from diurna.store import Store, StoreError, open_store
from diurna.store.rebuilding import JOINED_TABLES
from diurna.store.rows import rows_of
from diurna.store.tables import column_types, insert

VERSIONS = Path(__file__).parent / "versions"  # the tables of each earlier version, as that version made them
EARLIER = [int(file.stem) for file in sorted(VERSIONS.glob("*.sql"))]


def written_by(version: int, path: Path, record: Record) -> None:
    """Make a store of an earlier version that holds a record."""
    from diurna.store.keeping import written

    with duckdb.connect(str(path)) as connection:
        connection.execute((VERSIONS / f"{version:03}.sql").read_text(encoding="utf-8"))
        connection.execute(
            "INSERT INTO runs (run, started, ended, version, coded, failed) "
            "VALUES (1, '2025-03-04', '2025-03-04', '0.1.0', 1, 0)"
        )
        one = written(record)
        decided = {"article_key": one.key, "article_number": 1, "record_digest": one.digest, "run": 1}
        article = {**decided, "record": one.line}
        for table, rows in rows_of(record, article).items():
            types = column_types(connection, table)
            insert(connection, table, types, [{c: v for c, v in row.items() if f'"{c}"' in types} for row in rows])


def schema(store: Store) -> list[tuple[str, ...]]:
    """Return the columns of all tables and views, their types and comments, and the keys and indexes."""
    columns = "SELECT table_name, column_name, data_type, is_nullable::VARCHAR, comment FROM duckdb_columns()"
    keys = "SELECT table_name, constraint_text, '', '', '' FROM duckdb_constraints()"
    indexes = "SELECT table_name, index_name, expressions::VARCHAR, '', '' FROM duckdb_indexes()"
    return store.connection.execute(f"FROM ({columns} UNION {keys} UNION {indexes}) ORDER BY ALL").fetchall()


def test_every_earlier_version_is_at_hand() -> None:
    assert EARLIER == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("version", EARLIER)
def test_a_migrated_store_is_as_a_new_one(tmp_path: Path, port: Record, version: int) -> None:
    written_by(version, tmp_path / "old.duckdb", port)
    with open_store(tmp_path / "old.duckdb") as old, open_store(tmp_path / "new.duckdb") as new:
        assert schema(old) == schema(new)


@pytest.mark.parametrize("version", EARLIER)
def test_what_a_store_held_is_there_after_migration(tmp_path: Path, port: Record, version: int) -> None:
    path = tmp_path / "old.duckdb"
    written_by(version, path, port)
    with open_store(path) as store:
        assert list(store.records()) == [port]
        assert store.connection.execute("SELECT count(*) FROM event_table").fetchall() == [(len(port.events),)]
        kept = store.keep(diurna.code([article_of("Rebels told the BBC that they had left.", id="b")]))
        assert kept.new == 1
    with open_store(path) as store:  # migrated once, for good
        assert [record.article.id for record in store.records()] == ["sud-17", "b"]


def as_version_7(path: Path, new: Path) -> None:
    """Make a store of version 7, which had indexes and fewer numbers, that holds what a store of today holds."""
    otherwise = {
        "copy_bands": "SELECT band, article_key FROM new.copy_bands JOIN new.copies USING (number)",
        "event_blocks": "SELECT block, joined_id FROM new.event_blocks JOIN new.joined_events USING (joined_number)",
    }
    with duckdb.connect(str(path)) as connection:
        connection.execute((VERSIONS / "007.sql").read_text(encoding="utf-8"))
        connection.execute(f"ATTACH '{new}' AS new (READ_ONLY)")
        for (table,) in connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'old'"
        ).fetchall():
            columns = ", ".join(f'"{name}"' for name, *_ in connection.execute(f"DESCRIBE {table}").fetchall())
            rows = otherwise.get(table, f"SELECT {columns} FROM new.{table}")
            if table != "meta":
                connection.execute(f"INSERT INTO {table} BY NAME {rows}")


def test_joined_events_and_copies_are_there_after_migration_and_found(tmp_path: Path, port: Record) -> None:
    new, old = tmp_path / "new.duckdb", tmp_path / "old.duckdb"
    with open_store(new) as store:
        store.keep([port])
    as_version_7(old, new)
    held = {}
    for path in (old, new):
        with open_store(path) as store:
            copied = replace(port, article=replace(port.article, id="copied", source="Another Post"))
            store.keep([copied])
            held[path] = {
                table: store.connection.execute(f"FROM {table} ORDER BY ALL").fetchall()
                for table in (*JOINED_TABLES, "events", "entities", "attributions")
                if table != "copy_bands"  # in other parts
            }
            held[path]["copy_bands"] = store.connection.execute(
                "SELECT band, number FROM copy_bands ORDER BY ALL"
            ).fetchall()
    assert held[old] == held[new]
    assert len({group for _, group, _ in held[old]["copies"]}) == 1 < len(held[old]["copies"])
    assert all(reports > 1 for reports in [row[16] for row in held[old]["joined_events"]])


def test_only_articles_have_a_key_of_what_grows_with_them(tmp_path: Path) -> None:
    with open_store(tmp_path / "new.duckdb") as store:
        keyed = "SELECT DISTINCT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"
        assert {table for (table,) in store.connection.execute(keyed).fetchall()} == {
            "articles", "meta", "runs", "watched",
            "joinings", "corrections", "machine_records", "checked", "unplaced", "learned",
        }  # fmt: skip
        indexed = {table for (table,) in store.connection.execute("SELECT table_name FROM duckdb_indexes()").fetchall()}
        assert indexed == {"joining_anchors", "corrections"}


@pytest.mark.parametrize("version", [1, 2])  # version 3 joined them as it kept them
def test_events_of_an_earlier_version_are_joined_by_the_next_run(tmp_path: Path, port: Record, version: int) -> None:
    path = tmp_path / "old.duckdb"
    written_by(version, path, port)
    with open_store(path) as store:
        assert store.connection.execute("FROM reports").fetchall() == []
        store.keep([])
        assert store.connection.execute("SELECT count(*) FROM reports").fetchall() == [(len(port.events),)]


def test_a_store_of_an_earlier_version_is_not_read_but_the_remedy_is_named(tmp_path: Path, port: Record) -> None:
    written_by(1, tmp_path / "old.duckdb", port)
    with pytest.raises(StoreError, match=r"by an earlier diurna \(tables of version 1; .* `diurna merge .*old.duckdb`"):
        open_store(tmp_path / "old.duckdb", read_only=True)


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path, port: Record) -> None:
    path = tmp_path / "old.duckdb"
    written_by(1, path, port)
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE copies (mine VARCHAR)")  # a table of the reader's own, in the way
    with pytest.raises(StoreError, match="could not be made a store"):
        open_store(path)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("SELECT value FROM meta").fetchall() == [("1",)]
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
