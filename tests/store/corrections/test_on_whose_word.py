"""On whose word an event stands: what a person says of it is shown, outlasts coding anew, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from port_strike import at

from diurna.records import Attribution, Event, Record, Span
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, CorrectionError, correct, undo


@pytest.fixture
def store(tmp_path: Path, port: Record) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port])
        yield store


def words(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def said(store: Store, event: str, *after: Any) -> Correction:
    """Let Ana say on whose word an event stands."""
    ((key,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
    return correct(store, Correction("change", key, "ana", event=event, field="attribution", after=list(after)))


def shown(store: Store) -> Record:
    (record,) = store.records()
    return record


def held(store: Store, event: str) -> list[Attribution]:
    """Return the attributions of an event, by its id or what it is the id of now."""
    record = shown(store)
    by_id = {one.id: one for one in record.attributions}
    return [by_id[id] for one in record.events if one.id == event for id in one.attribution]


def coded_anew(port: Record, **attribution: Any) -> Record:
    """Return the record as another version codes it: other ids, and one attribution read otherwise."""
    ids = {one.id: f"z{one.id}" for one in port.attributions}
    events: list[Event] = [
        replace(one, confidence=0.5, attribution=tuple(ids[id] for id in one.attribution)) for one in port.events
    ]
    attributions = [
        replace(one, id=ids[one.id], **(attribution if one.id == "a4" else {})) for one in port.attributions
    ]
    return replace(port, events=tuple(events), attributions=tuple(attributions))


WIDER = at("Police arrested at least 14 dockworkers")


def test_a_stance_is_changed_in_the_attribution_itself(store: Store, port: Record) -> None:
    said(store, "e3", {"id": "a4", "stance": "doubts"})
    assert held(store, "e3") == [replace(port.attributions[3], stance="doubts")]
    assert len(shown(store).attributions) == len(port.attributions)


def test_stance_and_content_outlast_coding_anew(store: Store, port: Record) -> None:
    said(store, "e3", {"id": "a4", "stance": "doubts", "content": words(WIDER)})
    store.keep([coded_anew(port, stance="believes")])
    (found,) = held(store, "e3")
    assert (found.id, found.stance, found.content, found.parts) == ("za4", "doubts", WIDER, (WIDER,))


def test_what_a_person_says_of_an_events_sources_counts_for_all_places_that_tell_it(store: Store, port: Record) -> None:
    again = at("dockworkers")
    arrest = replace(port.events[2], mentions=(again,), held={again: ()})
    store.keep([replace(port, events=(*port.events[:2], arrest, *port.events[3:]))])
    assert [one.vouched for one in shown(store).events if one.id == "e3"] == [True]
    said(store, "e3", {"id": "a4", "stance": "doubts"})
    assert [one.chains for one in shown(store).events if one.id == "e3"] == [(("a4",),)]


def test_source_cue_and_speaker_outlast_coding_anew(store: Store, port: Record) -> None:
    ministry, cue = at("The ministry"), at("denied")
    said(store, "e3", {"id": "a4", "source": words(ministry), "cue": words(cue), "entity": "n3", "kind": "anonymous"})
    renamed = {"n3": "n9"}
    anew = coded_anew(port)
    entities = tuple(replace(one, id=renamed.get(one.id, one.id)) for one in anew.entities)
    attributions = tuple(replace(one, entity=renamed.get(one.entity or "", one.entity)) for one in anew.attributions)
    store.keep([replace(anew, entities=entities, attributions=attributions)])
    (found,) = held(store, "e3")
    assert (found.id, found.source, found.cue, found.kind, found.entity) == ("za4", ministry, cue, "anonymous", "n9")


def test_where_the_machine_finds_the_right_source_by_itself_it_is_there_once(store: Store, port: Record) -> None:
    right = at("the union said")
    said(store, "e3", {"id": "a4", "source": words(right), "stance": "doubts"})
    store.keep([coded_anew(port, source=right)])
    assert [(one.id, one.source, one.stance) for one in held(store, "e3")] == [("za4", right, "doubts")]
    assert len(shown(store).attributions) == len(port.attributions)


def test_a_later_change_stands_when_an_earlier_one_is_taken_back(store: Store, port: Record) -> None:
    first = said(store, "e3", {"id": "a4", "source": words(at("dockworkers"))})
    said(store, "e3", {"id": "a4", "stance": "doubts"})
    undo(store, first.id, "ana")
    assert [(one.id, one.stance) for one in held(store, "e3")] == [("a4", "doubts")]
    assert len(shown(store).attributions) == len(port.attributions)


def test_what_was_changed_is_as_before_when_taken_back(store: Store, port: Record) -> None:
    made = said(store, "e3", {"id": "a4", "stance": "doubts", "content": words(WIDER), "source": None})
    undo(store, made.id, "ana")
    assert shown(store) == port


def test_one_is_added_with_what_its_words_say(store: Store) -> None:
    quoted = at("The government remembers Karveli")
    said(store, "e2", "a3", {"source": words(at("Agence Sud")), "content": words(quoted)})
    first, added = held(store, "e2")
    assert first.id == "a3"
    assert (added.id, added.entity, added.kind, added.form, added.stance) == (
        "c1.2", "n3", "organization", "direct", "asserts",
    )  # fmt: skip


def test_one_that_a_person_added_goes_when_it_is_removed(store: Store, port: Record) -> None:
    said(store, "e5", {"source": words(at("party sources")), "content": words(at("travel to Vessa"))})
    assert len(shown(store).attributions) == len(port.attributions) + 1
    said(store, "e5")
    assert (held(store, "e5"), shown(store).attributions) == ([], port.attributions)


def test_one_of_the_machine_stays_in_the_article_when_an_event_does_not_stand_on_it(store: Store, port: Record) -> None:
    said(store, "e1", "a2")
    assert [one.id for one in held(store, "e1")] == ["a2"]
    assert shown(store).attributions == port.attributions


def test_of_two_events_on_one_word_the_change_of_it_is_shown_of_both(store: Store) -> None:
    said(store, "e5", "a1")
    said(store, "e1", {"id": "a1", "stance": "predicts"}, "a2")
    assert [one.stance for one in held(store, "e5")] == ["predicts"]


def test_a_confirmed_event_keeps_on_whose_word_it_was_told(store: Store, port: Record) -> None:
    ((key,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
    correct(store, Correction("confirm", key, "ana", event="e3"))
    store.keep([coded_anew(port, stance="denies")])
    assert [(one.id, one.stance) for one in held(store, "e3")] == [("za4", "asserts")]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({"id": "a99", "stance": "denies"}, "there is no attribution 'a99'"),
        ({"id": "a4", "stance": "shouts"}, "'shouts' is no stance; give one of asserts"),
        ({"id": "a4", "entity": "n77"}, "there is no entity 'n77'"),
        ({"source": {"start": 1, "end": 4}}, "an attribution is given by its id"),
        ("a4", "attribution is that already"),
    ],
)
def test_what_is_not_sound_is_refused(store: Store, after: object, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        said(store, "e3", after)
