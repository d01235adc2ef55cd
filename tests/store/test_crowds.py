"""Events that very many reports tell: what an article costs does not grow with them, and nothing is told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from attacks_told import told

from diurna.records import Record
from diurna.store import Store, open_store
from diurna.store.crowds import MANY
from diurna.store.merging import Merger

WORDS = ("cattle", "market", "bridge", "rice", "river", "chapel", "school", "well", "granary", "mosque", "road", "mill")
JOINED = ("joined_events", "joined_participants", "joined_counts", "joined_fields", "joined_search")


def report(number: int, day: str = "2024-03-03") -> Record:
    """Return one of any number of reports of one attack, in words of its own."""
    own = " ".join(f"{word}{number}" for word in WORDS)
    text = f"Gunmen attacked Birnin Yaro in Kaduna state and killed four farmers. {own}. {own.swapcase()}."
    return told(f"r{number}", text, f"Outlet {number}", "2024-03-20", day, ("four", 4), "farmers", "Birnin Yaro")


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return what the joined events tell, but for their ids, which the first report of each gives."""
    query = "SELECT * EXCLUDE (joined_id, joined_number) FROM {} ORDER BY ALL"
    return {table: store.connection.execute(query.format(table)).fetchall() for table in JOINED}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        yield store


@pytest.mark.parametrize("at_a_time", [1, 7, 60])
def test_sixty_reports_come_to_the_same_however_many_come_at_a_time(
    store: Store, tmp_path: Path, at_a_time: int
) -> None:
    reports = [report(number) for number in range(60)]
    for start in range(0, 60, at_a_time):
        store.keep(reports[start : start + at_a_time])
    (event,) = store.connection.execute("SELECT reports, sources, support FROM joined_events").fetchall()
    assert event[:2] == (60, 60)
    with open_store(tmp_path / "other.duckdb") as other:
        other.keep(reports)
        assert rows(store) == rows(other)


def test_of_a_crowd_no_more_is_read_than_what_stands_for_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep([report(number) for number in range(4 * MANY)])
    read = []
    of_all = Merger._told
    monkeypatch.setattr(Merger, "_told", lambda self, numbers: read.append(list(numbers)) or of_all(self, numbers))
    monkeypatch.setattr(Merger, "settle", lambda self: None)
    store.keep([report(1000)])
    assert read == [[]]
    assert store.connection.execute("SELECT reports, shown FROM crowds").fetchall() == [(4 * MANY + 1, 4 * MANY)]


def test_a_run_that_was_killed_before_its_end_is_made_up_for_by_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep([report(number) for number in range(20)])
    with monkeypatch.context() as killed:
        killed.setattr(Merger, "settle", lambda self: None)
        store.keep([report(20), report(21)])
    assert store.connection.execute("SELECT reports FROM joined_events").fetchall() == [(20,)]
    assert store.connection.execute("SELECT count(*) FROM reports").fetchall() == [(22,)]
    store.keep([])
    assert store.connection.execute("SELECT reports FROM joined_events").fetchall() == [(22,)]


def test_when_there_is_a_quarter_more_to_say_it_is_said_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep([report(number) for number in range(20)])
    monkeypatch.setattr(Merger, "settle", lambda self: None)
    seen = []
    for number in range(20, 26):
        store.keep([report(number)])
        seen += store.connection.execute("SELECT reports FROM joined_events").fetchall()
    assert seen == [(20,), (20,), (20,), (20,), (25,), (25,)]


def test_an_article_of_a_crowd_is_coded_anew(store: Store) -> None:
    store.keep([report(number) for number in range(30)])
    store.keep([replace(report(5), events=())])
    assert store.connection.execute("SELECT reports, shown FROM crowds").fetchall() == [(29, 29)]
    assert store.connection.execute("SELECT reports FROM joined_events").fetchall() == [(29,)]


def test_a_crowd_is_split_by_hand_and_a_later_report_stays_out(store: Store) -> None:
    store.keep([report(number) for number in range(30)])
    key = store.connection.execute("SELECT article_key FROM articles WHERE article_id = 'r3'").fetchall()[0][0]
    store.split([(key, "ev1")], by="Amina")
    store.keep([report(30)])
    found = store.connection.execute("SELECT reports FROM joined_events ORDER BY ALL").fetchall()
    assert sum(reports for (reports,) in found) == 31
    assert (1,) in found or (2,) in found


def test_two_crowds_become_one(store: Store) -> None:
    apart = [report(number, "2024-03-03" if number % 2 else "2024-01-17") for number in range(50)]
    store.keep(apart)
    before = store.connection.execute("SELECT reports FROM joined_events ORDER BY ALL").fetchall()
    assert before == [(25,), (25,)]
    first = dict(
        store.connection.execute(
            "SELECT article_id, article_key FROM articles WHERE article_id IN ('r1', 'r2')"
        ).fetchall()
    )
    store.join([(first["r1"], "ev1"), (first["r2"], "ev1")], by="Amina")
    assert store.connection.execute("SELECT reports FROM joined_events").fetchall() == [(50,)]
    assert store.connection.execute("SELECT reports, shown FROM crowds").fetchall() == [(50, 50)]
    store.keep([report(51)])
    assert store.connection.execute("SELECT reports FROM joined_events").fetchall() == [(51,)]
