"""The machine is scored on what people corrected, and two people on what both looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from port_strike import at

from diurna.records import Record
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, correct
from diurna.store.corrections.gold import gold
from diurna.store.evaluating import Score, agreements, compared, scores, type_scores, views_of
from diurna.store.evaluating.agreement import alpha, kappa


@pytest.fixture
def store(tmp_path: Path, port: Record) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port])
        yield store


@pytest.fixture
def key(store: Store) -> str:
    ((found,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
    return str(found)


def scored(store: Store) -> dict[str, Score]:
    return {one.name: one for one in scores(map(compared, gold(store.connection)))}


def words(said: str) -> dict[str, int]:
    return {"start": at(said).start, "end": at(said).end}


def test_an_article_that_is_done_counts_whole(store: Store, key: str) -> None:
    correct(store, Correction("reject", key, "ana", event="e2"))
    correct(store, Correction("change", key, "ana", event="e3", field="type", after="ASSAULT"))
    correct(store, Correction("add", key, "ana", after={"type": "PROTEST", "trigger": words("strike began")}))
    correct(store, Correction("confirm", key, "ana"))
    made = scored(store)
    assert (made["events"].same, made["events"].said, made["events"].gold) == (5, 6, 6)
    assert (made["types"].same, made["types"].precision, made["types"].f1) == (4, 4 / 6, 4 / 6)
    assert (made["actors"].same, made["actors"].said, made["actors"].gold) == (6, 7, 6)
    assert made["events"].f1_interval is None  # one article says nothing of the others


def test_of_an_article_that_is_not_done_only_what_was_touched_counts(store: Store, key: str) -> None:
    correct(store, Correction("reject", key, "ana", event="e2"))
    correct(store, Correction("confirm", key, "ana", event="e1"))
    events = scored(store)["events"]
    assert (events.same, events.said, events.gold) == (1, 2, 1)


def test_a_wrong_place_counts_against_the_place_only(store: Store, key: str) -> None:
    correct(store, Correction("change", key, "ana", event="e5", field="place", after=words("Karveli on Tuesday"[:7])))
    correct(store, Correction("confirm", key, "ana"))
    made = scored(store)
    assert made["events"].f1 == made["types"].f1 == made["dates"].f1 == 1.0
    assert (made["places"].same, made["places"].said, made["places"].gold) == (2, 3, 3)


def test_each_type_is_scored_by_itself(store: Store, key: str) -> None:
    correct(store, Correction("change", key, "ana", event="e3", field="type", after="ASSAULT"))
    correct(store, Correction("confirm", key, "ana"))
    made = type_scores(map(compared, gold(store.connection)))
    assert [(one.name, one.same, one.said, one.gold) for one in made] == [
        ("ASSAULT", 1, 1, 2),
        ("CONSULT", 2, 2, 2),
        ("ACCUSE", 1, 1, 1),
        ("THREATEN", 1, 1, 1),
        ("COERCE", 0, 1, 0),
    ]


def test_intervals_hold_the_share_and_are_the_same_each_time() -> None:
    from port_strike import port_events

    events = port_events()
    codings = [(events[: 1 + n % 6], events[n % 3 :]) for n in range(30)]
    (first, *_), (again, *_) = scores(codings), scores(codings)
    assert first == again
    assert first.f1_interval is not None and first.f1 is not None
    low, high = first.f1_interval
    assert 0 < low < first.f1 < high < 1


def test_two_people_agree_on_what_both_looked_at(store: Store, key: str) -> None:
    for who in ("ana", "bo"):
        correct(store, Correction("confirm", key, who, event="e1"))
    correct(store, Correction("confirm", key, "ana", event="e3"))
    correct(store, Correction("change", key, "bo", event="e3", field="type", after="ASSAULT"))
    correct(store, Correction("confirm", key, "ana", event="e5"))  # bo said nothing of it
    made = {one.what: one for one in agreements(views_of(one) for one in gold(store.connection))}
    assert (made["type"].one, made["type"].other, made["type"].units, made["type"].observed) == ("ana", "bo", 2, 0.5)
    assert (made["status"].units, made["status"].observed, made["status"].kappa) == (2, 1.0, None)


def test_kappa_and_alpha_are_those_of_the_textbooks() -> None:
    # Cohen (1960): 25 grants of 50, of which the readers agree on 20 yes and 15 no.
    labels = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(labels) == pytest.approx(0.4)
    # Krippendorff (2011), ten binary values of two observers.
    pairs = list(zip("0100000000", "1110010010", strict=True))
    assert alpha(pairs) == pytest.approx(0.095, abs=0.0005)
