"""While articles are kept DuckDB holds little, before and after it what it was allowed, and more where it must."""

from pathlib import Path

import duckdb
import pytest

import diurna
from diurna.read import article_of
from diurna.store import Kept, memory, open_store
from diurna.store.memory import MEMORY


def allowed(connection: duckdb.DuckDBPyConnection) -> int:
    ((found,),) = connection.execute("SELECT parse_formatted_bytes(current_setting('memory_limit'))").fetchall()
    return int(found)


def test_what_is_held_is_bounded_only_while_articles_are_kept(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '3 GiB'")
        with store.keeper.memory.bounded():
            assert allowed(store.connection) <= MEMORY
        assert allowed(store.connection) == 3 * 2**30


def test_a_machine_with_less_keeps_its_own_bound(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '100 MiB'")
        with store.keeper.memory.bounded():
            assert allowed(store.connection) == 100 * 2**20


def test_the_bound_gives_way_by_no_more_than_it_must(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute(f"SET memory_limit = '{3 * MEMORY} bytes'")
        bound = store.keeper.memory
        with bound.bounded():
            assert bound.give_way() and allowed(store.connection) == 2 * MEMORY
            assert bound.give_way() and allowed(store.connection) == 3 * MEMORY
            assert not bound.give_way()


def test_what_was_given_for_a_batch_is_taken_back_but_not_where_it_is_needed_time_and_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute(f"SET memory_limit = '{4 * MEMORY} bytes'")
        bound, seen = store.keeper.memory, []
        with bound.bounded():
            for _ in range(10):
                bound.give_way()
                bound.bind_again()
                seen.append(allowed(store.connection) // MEMORY)
        assert seen == [1, 1, 1, 1, 1, 1, 1, 2, 4, 4]


def test_a_run_that_fails_gives_the_memory_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '3 GiB'")
        with pytest.raises(RuntimeError, match="halfway"), store.keeper.memory.bounded():
            raise RuntimeError("halfway")
        assert allowed(store.connection) == 3 * 2**30


def test_where_the_bound_is_too_low_it_gives_way_and_every_article_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MEMORY", 2_000_000)
    towns = ("Gulu", "Lira", "Arua", "Moroto")
    pages = [
        article_of(f"Police arrested {n} farmers in {town} on Monday.", id=f"{town}{n}")
        for town in towns
        for n in range(2, 40)
    ]
    with open_store(tmp_path / "record.duckdb") as store:
        store.connection.execute("SET memory_limit = '3 GiB'")
        assert store.keep(diurna.code(pages)) == Kept(new=len(pages))
        assert store.connection.execute("SELECT count(*) FROM articles").fetchall() == [(len(pages),)]
        assert allowed(store.connection) == 3 * 2**30


def test_the_log_is_folded_before_what_it_holds_in_memory_is_much(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        ((log,),) = store.connection.execute(
            "SELECT parse_formatted_bytes(current_setting('wal_autocheckpoint'))"
        ).fetchall()
        assert log <= MEMORY / 4
