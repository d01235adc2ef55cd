"""Articles of several outlets in one store: one event, its reports, its sources, and what people decide of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from attacks_told import RECORDS

from diurna.records import Record
from diurna.store import Store, StoreError, open_store


@pytest.fixture
def records() -> dict[str, Record]:
    return RECORDS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        yield store


def attacks(store: Store) -> dict[str, frozenset[str]]:
    """Return the articles of each joined attack, by its id."""
    rows = store.connection.execute(
        "SELECT joined_id, list(article_id) FROM joined_events JOIN reports USING (joined_id) "
        "JOIN articles ON articles.article_key = reports.article_key WHERE type = 'ASSAULT' GROUP BY ALL"
    ).fetchall()
    return {id: frozenset(articles) for id, articles in rows}


def attack_in(store: Store, article_id: str) -> tuple[str, str]:
    """Return the article's key and the id of the attack that it tells."""
    (row,) = store.connection.execute(
        "SELECT article_key, event_id FROM events JOIN articles USING (article_key) "
        "WHERE article_id = ? AND type = 'ASSAULT'",
        [article_id],
    ).fetchall()
    return row


def one(store: Store, question: str) -> tuple[object, ...]:
    (row,) = store.connection.execute(question).fetchall()
    return row


def test_three_reports_are_one_event_of_two_sources_and_a_later_attack_is_another(
    store: Store, records: dict[str, Record]
) -> None:
    store.keep(records.values())
    assert set(attacks(store).values()) == {frozenset({"wire", "copy", "local"}), frozenset({"later"})}
    first = "FROM joined_events WHERE type = 'ASSAULT' AND reports = 3"
    assert one(store, f"SELECT sources, date_start, status, first_published {first}") == (
        2, date(2024, 3, 3), "happened", date(2024, 3, 4),
    )  # fmt: skip


def test_copies_share_a_group(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    groups = store.connection.execute(
        "SELECT list(article_id ORDER BY article_id) FROM copies JOIN articles USING (article_key) "
        "GROUP BY copy_group ORDER BY ALL"
    ).fetchall()
    assert groups == [(["copy", "wire"],), (["later"],), (["local"],)]


def test_tolls_differ_with_the_reports_that_tell_each(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    assert store.connection.execute(
        "SELECT value, list_sort([article_id FOR article_id IN list(article_id)]) FROM differences, "
        "articles WHERE field = 'killed' AND list_contains(articles, article_key) GROUP BY ALL ORDER BY value"
    ).fetchall() == [("4", ["copy", "wire"]), ("6", ["local"])]


def test_the_joined_table_has_the_columns_of_the_event_table_and_four_more(store: Store) -> None:
    columns = {
        view: [name for name, *_ in store.connection.execute(f"DESCRIBE {view}").fetchall()]
        for view in ("event_table", "joined_table")
    }
    assert columns["joined_table"] == [*columns["event_table"], "joined_id", "reports", "sources", "support"]


def test_the_joined_table_shows_each_event_once(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    assert store.connection.execute(
        "SELECT date_start, reports, sources, status FROM joined_table WHERE type = 'ASSAULT' ORDER BY date_start"
    ).fetchall() == [(date(2024, 3, 3), 3, 2, "happened"), (date(2024, 3, 8), 1, 1, "happened")]


def test_every_event_of_every_article_is_of_one_joined_event(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    assert one(store, "SELECT count(*) FROM events ANTI JOIN reports USING (article_key, event_id)") == (0,)
    assert one(store, "SELECT count(*) FROM reports ANTI JOIN joined_events USING (joined_id)") == (0,)


@pytest.mark.parametrize("order", [["wire", "copy", "local", "later"], ["later", "local", "copy", "wire"]])
def test_articles_that_come_one_by_one_are_joined_as_if_together(
    store: Store, records: dict[str, Record], order: list[str]
) -> None:
    for id in order:
        store.keep([records[id]])
    assert set(attacks(store).values()) == {frozenset({"wire", "copy", "local"}), frozenset({"later"})}
    assert one(store, "SELECT max(sources) FROM joined_events") == (2,)


def test_merging_again_gives_the_same(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    before = attacks(store)
    assert store.merge_again() == one(store, "SELECT count(*) FROM joined_events")[0]
    assert attacks(store) == before
    assert one(store, "SELECT count(*) FROM meta WHERE key = 'unmerged'") == (0,)


def test_an_article_coded_anew_stays_in_its_event(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    before = attacks(store)
    local = records["local"]
    surer = replace(local, events=tuple(replace(event, id=f"n{event.id}", confidence=0.99) for event in local.events))
    assert store.keep([surer]).replaced == 1
    assert attacks(store) == before
    assert one(store, "SELECT count(*) FROM reports WHERE event_id LIKE 'nev%'")[0] == len(local.events)


def test_an_event_that_is_no_longer_told_is_gone(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    store.keep([replace(records["later"], events=())])
    assert set(attacks(store).values()) == {frozenset({"wire", "copy", "local"})}
    assert one(store, "SELECT count(*) FROM joined_participants ANTI JOIN joined_events USING (joined_id)") == (0,)
    assert one(store, "SELECT count(*) FROM event_blocks ANTI JOIN joined_events USING (joined_number)") == (0,)


def test_a_person_splits_off_a_report_and_it_stays_so(store: Store, records: dict[str, Record]) -> None:
    store.keep([records["wire"], records["local"]])
    store.split([attack_in(store, "local")], by="Amina", note="another village of that name")
    assert set(attacks(store).values()) == {frozenset({"wire"}), frozenset({"local"})}
    store.keep([records["copy"], records["later"]])
    assert not any({"wire", "local"} <= articles for articles in attacks(store).values())
    store.merge_again()
    assert not any({"wire", "local"} <= articles for articles in attacks(store).values())
    assert one(store, 'SELECT decision, "by", kind, note FROM joinings') == (
        1, "Amina", "split", "another village of that name",
    )  # fmt: skip


def test_a_person_joins_two_events_and_they_stay_one(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    made = store.join([attack_in(store, "wire"), attack_in(store, "later")], by="Amina")
    assert attacks(store) == {made: frozenset(RECORDS)}
    store.merge_again()
    assert list(attacks(store).values()) == [frozenset(RECORDS)]


def test_a_decision_outlives_coding_anew_with_other_ids(store: Store, records: dict[str, Record]) -> None:
    store.keep([records["wire"], records["local"]])
    store.split([attack_in(store, "local")], by="Amina")
    local = records["local"]
    store.keep([replace(local, events=tuple(replace(event, id=f"n{event.id}") for event in local.events))])
    assert set(attacks(store).values()) == {frozenset({"wire"}), frozenset({"local"})}


def test_a_decision_taken_back_leaves_it_to_the_machine(store: Store, records: dict[str, Record]) -> None:
    store.keep([records["wire"], records["local"]])
    store.split([attack_in(store, "local")], by="Amina")
    store.undo_joining(1)
    assert set(attacks(store).values()) == {frozenset({"wire", "local"})}
    assert one(store, "SELECT count(*) FROM joining_anchors") == (0,)


def test_of_two_decisions_the_later_counts(store: Store, records: dict[str, Record]) -> None:
    store.keep([records["wire"], records["local"]])
    both = [attack_in(store, "wire"), attack_in(store, "local")]
    store.split(both[1:], by="Amina")
    store.join(both, by="Bello")
    store.merge_again()
    assert set(attacks(store).values()) == {frozenset({"wire", "local"})}


def test_what_cannot_be_decided_is_refused_and_changes_nothing(store: Store, records: dict[str, Record]) -> None:
    store.keep(records.values())
    before = attacks(store)
    with pytest.raises(StoreError, match="there is no report ev9 of article 'nowhere'"):
        store.join([attack_in(store, "wire"), ("nowhere", "ev9")], by="Amina")
    with pytest.raises(StoreError, match="not of one joined event"):
        store.split([attack_in(store, "wire"), attack_in(store, "later")], by="Amina")
    with pytest.raises(StoreError, match="nothing to split"):
        store.split([attack_in(store, "later")], by="Amina")
    with pytest.raises(StoreError, match="no decision 7"):
        store.undo_joining(7)
    assert attacks(store) == before
    assert one(store, "SELECT count(*) FROM joinings") == (0,)
