"""A store written by an earlier version is brought up to date, and nothing in it is lost."""

from pathlib import Path

import duckdb
import pytest

import diurna
from diurna.read import article_of
from diurna.store import open_store

ADDED = ("addressee_start", "addressee_end", "addressee_text")  # what version 2 added to version 1


def first_version(path: Path) -> None:
    """Make a store of version 1: this one's tables without what came later."""
    with open_store(path) as store:
        store.keep(diurna.code([article_of("“We hold the bridge,” the army told Reuters.", id="a")]))
    with duckdb.connect(str(path)) as connection:
        for column in ADDED:
            connection.execute(f"ALTER TABLE attributions DROP COLUMN {column}")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")


def test_the_first_version_is_migrated_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    first_version(path)
    with open_store(path) as store:
        assert store.connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone() == ("2",)
        assert [record.article.id for record in store.records()] == ["a"]
        kept = store.keep(diurna.code([article_of("Rebels told the BBC that they had left.", id="b")]))
        assert kept.new == 1
        assert store.connection.execute("SELECT addressee_text FROM attributions ORDER BY article_key").fetchall()


@pytest.mark.parametrize("column", ADDED)
def test_a_migrated_store_has_the_columns_of_a_new_one(tmp_path: Path, column: str) -> None:
    first_version(tmp_path / "old.duckdb")
    with open_store(tmp_path / "old.duckdb") as store:
        columns = {name for (name, *_) in store.connection.execute("DESCRIBE attributions").fetchall()}
    assert column in columns
