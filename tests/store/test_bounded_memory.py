"""While articles are kept DuckDB holds little, and before and after it what it was allowed."""

from pathlib import Path

import duckdb
import pytest

from diurna.store import open_store
from diurna.store.tables import MEMORY, bounded_memory


def allowed(connection: duckdb.DuckDBPyConnection) -> int:
    ((found,),) = connection.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchall()
    return int(found)


def test_what_is_held_is_bounded_only_while_articles_are_kept(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '3 GiB'")
        with bounded_memory(store.connection):
            assert allowed(store.connection) <= MEMORY
        assert allowed(store.connection) == 3 * 2**30


def test_a_machine_with_less_keeps_its_own_bound(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '500 MiB'")
        with bounded_memory(store.connection):
            assert allowed(store.connection) == 500 * 2**20


def test_a_run_that_fails_gives_the_memory_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '3 GiB'")
        with pytest.raises(RuntimeError, match="halfway"), bounded_memory(store.connection):
            raise RuntimeError("halfway")
        assert allowed(store.connection) == 3 * 2**30
