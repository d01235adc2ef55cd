"""Keeping records and getting them back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records_made_up import records

import diurna
from diurna.records import Article, Record
from diurna.store import Kept, Store, StoreError, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        yield store


def count(store: Store, table: str) -> int:
    (number,) = store.connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0]
    return int(number)


def test_a_record_comes_back_as_it_was_kept(store: Store, port: Record, failed: Record) -> None:
    assert store.keep([port, failed]) == Kept(new=2)
    assert list(store.records()) == [port, failed]
    assert list(store.records("broken-3")) == [failed]
    assert list(store.records("nobody")) == []


@given(made=st.lists(records(), max_size=3, unique_by=lambda record: record.article.id))
@settings(max_examples=15)
def test_any_records_come_back(tmp_path_factory: pytest.TempPathFactory, made: list[Record]) -> None:
    # A store for each example: in one that holds the article as coded, a failed one of the same id and text is dropped.
    with open_store(tmp_path_factory.mktemp("any") / "record.duckdb") as store:
        store.keep(made)
        for record in made:
            assert record in list(store.records(record.article.id))


def test_the_same_again_changes_nothing(store: Store, port: Record, failed: Record) -> None:
    store.keep([port, failed])
    elsewhere = replace(port, article=replace(port.article, origin="copy.jsonl:1"))
    assert store.keep([elsewhere, failed]) == Kept(unchanged=2)
    assert list(store.records()) == [port, failed]


def test_a_changed_record_takes_the_place_of_the_old(store: Store, port: Record) -> None:
    store.keep([port])
    fewer = replace(port, events=port.events[:2])
    assert store.keep([fewer]) == Kept(replaced=1)
    assert list(store.records()) == [fewer]
    assert count(store, "events") == 2
    assert count(store, "participants") == 4


def test_another_text_under_the_same_id_stands_beside_the_first(store: Store) -> None:
    first, second = Record(Article("a.txt", "They met.")), Record(Article("a.txt", "They did not meet."))
    assert store.keep([first, second]) == Kept(new=2)
    assert list(store.records("a.txt")) == [first, second]


def test_a_failed_article_gives_way_to_one_that_could_be_coded(store: Store) -> None:
    store.keep([Record(Article("a.txt", "", error="the file is no UTF-8"))])
    coded = Record(Article("a.txt", "They met."))
    assert store.keep([coded]) == Kept(replaced=1)
    assert list(store.records()) == [coded]


def test_the_last_of_two_records_of_one_article_stays(store: Store, port: Record) -> None:
    last = replace(port, claims=())
    assert store.keep([port, last]) == Kept(new=1, replaced=1)
    assert list(store.records()) == [last]


def test_every_table_holds_what_the_record_holds(store: Store, port: Record) -> None:
    store.keep([port])
    assert {table: count(store, table) for table in ("sentences", "entities", "events", "attributions")} == {
        "sentences": 6, "entities": 4, "events": 6, "attributions": 6
    }  # fmt: skip
    assert count(store, "entity_mentions") == 7
    assert count(store, "participants") == 10
    arrested = store.connection.execute("SELECT what, min, max, of_whom, text FROM counts").fetchall()
    assert arrested == [("arrested", 14, None, "dockworker", "at least 14 dockworkers")]


def test_offsets_hold_in_the_kept_text(store: Store, port: Record) -> None:
    store.keep([port])
    wrong = store.connection.execute(
        "SELECT * FROM events AS e JOIN articles AS a USING (article_key) "
        "WHERE substring(a.text, start_offset + 1, end_offset - start_offset) <> e.text"
    ).fetchall()
    assert wrong == []


def test_a_lone_surrogate_is_kept_in_the_record_and_stands_as_one_character_in_the_tables(
    store: Store,
) -> None:
    record = Record(Article("x", "bad \ud800 text"), sentences=((0, 10),))
    store.keep([record])
    assert list(store.records()) == [record]
    assert store.connection.execute("SELECT text FROM sentences").fetchall() == [("bad � text",)]


def test_a_run_says_how_many_were_coded_and_failed(store: Store, port: Record, failed: Record) -> None:
    store.keep([port, failed])
    store.keep([])
    found = store.connection.execute("SELECT run, version <> '', ended >= started, coded, failed FROM runs").fetchall()
    assert found == [(1, True, True, 1, 1), (2, True, True, 0, 0)]


def test_what_came_before_an_interruption_is_kept_and_the_run_has_no_end(store: Store, port: Record) -> None:
    def interrupted() -> Iterator[Record]:
        yield port
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.keep(interrupted())
    assert list(store.records()) == [port]
    assert store.connection.execute("SELECT ended FROM runs").fetchall() == [(None,)]


def test_a_record_that_breaks_a_rule_is_named_and_the_others_are_kept(store: Store, port: Record) -> None:
    twice = Record(Article("bad", "x", origin="news.jsonl:9"), events=(port.events[0], port.events[0]))
    with pytest.raises(StoreError, match=r"article 'bad' \(news\.jsonl:9\) breaks a rule"):
        store.keep([port, twice])
    assert list(store.records()) == [port]


def test_what_is_told_of_unnamed_sources_and_posts_is_in_columns(tmp_path: Path) -> None:
    text = (
        "“We lost,” said two officials of the foreign ministry, speaking on condition of anonymity. "
        "“We won,” Amina Yusuf (@yusuf) wrote on X on March 3, 2026. The BBC reported that both were in Oban."
    )
    with open_store(tmp_path / "s.duckdb") as store:
        store.keep(diurna.code([text]))
        asked = (
            "SELECT kind, how_many_min, how_many_max, of_body_text, why_unnamed_text, post_author, post_handle, "
            "post_day, post_platform FROM attributions ORDER BY position"
        )
        assert store.connection.execute(asked).fetchall() == [
            ("anonymous", 2, 2, "the foreign ministry", "on condition of anonymity", None, None, None, None),
            ("named", None, None, None, None, "Amina Yusuf", "@yusuf", date(2026, 3, 3), "X"),
            ("outlet", None, None, None, None, None, None, None, None),
        ]
