"""What a person says of a record is shown at once, in the record and in the tables, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from port_strike import TEXT, at

from diurna.records import Record, Span
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, CorrectionError, correct, corrections_of, queue, undo


@pytest.fixture
def store(tmp_path: Path, port: Record) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port])
        yield store


@pytest.fixture
def key(store: Store) -> str:
    ((found,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
    return str(found)


def shown(store: Store) -> Record:
    (record,) = store.records()
    return record


def words(said: str, within: str | None = None) -> dict[str, int]:
    span = at(said, within)
    return {"start": span.start, "end": span.end}


def test_a_rejected_event_is_gone_from_record_and_tables(store: Store, key: str) -> None:
    correct(store, Correction("reject", key, "ana", event="e2", note="only a remark"))
    assert [event.id for event in shown(store).events] == ["e1", "e3", "e4", "e5", "e6"]
    assert store.connection.execute("SELECT count(*) FROM events").fetchall() == [(5,)]
    assert store.connection.execute("SELECT count(*) FROM reports").fetchall() == [(5,)]


def test_a_change_of_type_brings_the_codes_of_the_new_one(store: Store, key: str) -> None:
    correct(store, Correction("change", key, "ana", event="e3", field="type", after="ASSAULT"))
    event = shown(store).events[2]
    assert (event.type, event.modes, event.quad, event.score, event.cameo) == ("ASSAULT", (), 4, -9.0, "190")
    assert store.connection.execute("SELECT type FROM events WHERE event_id = 'e3'").fetchall() == [("ASSAULT",)]


def test_a_correction_says_who_when_before_and_after(store: Store, key: str) -> None:
    made = correct(
        store, Correction("change", key, "ana", event="e6", field="status", after="hypothetical", note="may")
    )
    assert (made.id, made.who, made.before, made.after, made.note) == (1, "ana", "happened", "hypothetical", "may")
    assert made.at is not None
    assert corrections_of(store.connection, key) == [made]


def test_what_is_undone_is_as_before(store: Store, key: str, port: Record) -> None:
    made = correct(store, Correction("reject", key, "ana", event="e2"))
    undoing = undo(store, made.id, "bo")
    assert shown(store) == port
    undo(store, undoing.id, "ana")
    assert "e2" not in [event.id for event in shown(store).events]


def test_a_missed_event_is_added_from_selected_words(store: Store, key: str) -> None:
    after = {"type": "PROTEST", "trigger": words("strike began"), "actor": [words("dockworkers")]}
    correct(store, Correction("add", key, "ana", after=after))
    event = next(event for event in shown(store).events if event.type == "PROTEST")
    assert event.trigger == at("strike began")
    assert [actor.span for actor in event.actors] == [at("dockworkers")]
    assert (event.id, event.confidence, event.quad) == ("c1", 1.0, 4)


def test_an_actor_chosen_by_words_gets_the_entity_they_mean(store: Store, key: str) -> None:
    correct(
        store, Correction("change", key, "ana", event="e4", field="actor", after=[words("Police", "Police arrested")])
    )
    (actor,) = shown(store).events[3].actors
    assert (actor.entity, actor.name, actor.country, actor.sector) == ("n4", "Police", "ALB", ("COP",))


def test_the_queue_leaves_out_what_was_looked_at(store: Store, key: str) -> None:
    first = queue(store.connection, 1)[0]
    correct(store, Correction("confirm", key, "ana", event=first.event))
    left = queue(store.connection)
    assert len(left) == 5
    assert first.event not in [one.event for one in left]
    assert queue(store.connection, 2, left[1].cursor) == left[2:4]


def test_a_correction_outlasts_coding_anew(store: Store, key: str, port: Record) -> None:
    from dataclasses import replace

    correct(store, Correction("change", key, "ana", event="e3", field="place", after=None))
    newer = replace(port, events=tuple(replace(event, id=f"x{event.id}", confidence=0.5) for event in port.events))
    assert store.keep([newer]).replaced == 1
    event = shown(store).events[2]
    assert (event.id, event.confidence, event.place) == ("xe3", 0.5, None)
    assert store.keep([newer]).unchanged == 1


def test_a_correction_that_fits_nothing_is_listed_and_tried_again(store: Store, key: str, port: Record) -> None:
    from dataclasses import replace

    made = correct(store, Correction("change", key, "ana", event="e3", field="place", after=None))
    store.keep([replace(port, events=port.events[:2])])
    assert store.connection.execute("SELECT correction FROM unplaced").fetchall() == [(made.id,)]
    store.keep([port])
    assert store.connection.execute("SELECT correction FROM unplaced").fetchall() == []
    assert shown(store).events[2].place is None


def test_what_names_nothing_is_refused_and_nothing_is_kept(store: Store, key: str) -> None:
    with pytest.raises(CorrectionError, match="there is no event 'e9' in the article"):
        correct(store, Correction("reject", key, "ana", event="e9"))
    with pytest.raises(CorrectionError, match="there is no type 'QUARREL'; give one of"):
        correct(store, Correction("change", key, "ana", event="e1", field="type", after="QUARREL"))
    assert corrections_of(store.connection, key) == []


def test_entities_that_are_one_are_joined(store: Store, key: str) -> None:
    correct(store, Correction("join_entities", key, "ana", entity="n1", after=["n2"]))
    record = shown(store)
    assert [entity.id for entity in record.entities] == ["n1", "n3", "n4"]
    assert [actor.entity for actor in record.events[0].actors] == ["n1"]
    assert [actor.name for actor in record.events[1].actors] == ["Lena Orsic"]


def test_text_and_spans_agree(store: Store, key: str) -> None:
    correct(store, Correction("change", key, "ana", event="e1", field="trigger", after=words("their first meeting")))
    trigger = shown(store).events[0].trigger
    assert trigger == Span.of(TEXT, trigger.start, trigger.end)
