"""Whatever the order in which an article is coded anew and corrected, what people said of it stays."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from port_strike import TEXT, port_record

from diurna.records import Event, Record, Span
from diurna.store import open_store
from diurna.store.corrections import (
    Correction,
    CorrectionError,
    correct,
    corrected,
    corrections_of,
    in_force,
    shown,
    undo,
)
from diurna.store.corrections.coded import coded
from diurna.store.corrections.completing import whole
from diurna.store.corrections.events import event_said

TYPES = ("ASSAULT", "COERCE", "CONSULT", "PROTEST", "THREATEN")
STATUSES = ("happened", "future", "negated", "hypothetical")
WORDS = [(place, place + len(word)) for word in set(TEXT.split()) if (place := TEXT.index(word)) >= 0]

PORT = port_record()


@st.composite
def coded_anew(draw: st.DrawFn) -> Record:
    """Return the record as another version might code it.

    It finds fewer events, other types, wider triggers, one event where there were two, another mention as the trigger,
    and gives other ids.
    """
    events: list[Event] = []
    for event in PORT.events:
        match draw(st.sampled_from(["same", "gone", "other type", "wider", "one with the last", "by its mention"])):
            case "same":
                events.append(event)
            case "other type":
                events.append(coded(replace(event, type=draw(st.sampled_from(TYPES)))))
            case "one with the last" if events:
                last = events.pop()
                events.append(replace(last, mentions=tuple(sorted({*last.mentions, event.trigger}))))
            case "by its mention" if event.mentions:
                events.append(replace(event, trigger=event.mentions[0], mentions=(event.trigger,)))
            case "wider":
                events.append(replace(event, trigger=Span.of(TEXT, event.trigger.start, event.trigger.end + 3)))
    entities = draw(st.permutations(PORT.entities))
    events.sort(key=lambda event: event.trigger)
    ids = {entity.id: f"n{number}" for number, entity in enumerate(entities, 11)}
    return replace(
        PORT,
        entities=tuple(replace(entity, id=ids[entity.id]) for entity in entities),
        events=tuple(replace(_meaning(event, ids), id=f"v{number}") for number, event in enumerate(events, 1)),
        attributions=tuple(replace(a, entity=ids.get(a.entity or "")) for a in PORT.attributions),
        claims=(),
    )


def _meaning(event: Event, ids: dict[str, str]) -> Event:
    actors = tuple(replace(actor, entity=ids.get(actor.entity or "")) for actor in event.actors)
    recipients = tuple(replace(actor, entity=ids.get(actor.entity or "")) for actor in event.recipients)
    return replace(event, actors=actors, recipients=recipients)


spans = st.sampled_from(WORDS).map(lambda at: {"start": at[0], "end": at[1]})
days = st.dates().map(lambda day: {"start": day.isoformat()})
changes: dict[str, st.SearchStrategy[Any]] = {
    "type": st.sampled_from(TYPES),
    "mode": st.just([]),
    "context": st.lists(st.sampled_from(["military", "legal", "economic"]), unique=True),
    "status": st.sampled_from(STATUSES),
    "trigger": spans,
    "actor": st.lists(spans, max_size=2),
    "recipient": st.lists(spans, max_size=2),
    "place": st.none() | spans,
    "date": st.none() | days,
    "attribution": st.lists(spans.map(lambda at: {"source": at, "content": at}), max_size=1),
}


def corrections(draw: st.DrawFn, now: Record) -> Correction:
    """Return something that a person might say of a record as it is shown."""
    who, key = draw(st.sampled_from(["ana", "bo"])), "a"
    of_events = ["confirm", "reject", "change", "change", "change"] if now.events else []
    of_entities = ["identify", "join_entities"] if len(now.entities) > 1 else []
    kind = draw(st.sampled_from([*of_events, *of_entities, "add", "whole"]))
    if kind == "whole":
        return Correction("confirm", key, who)
    if kind == "add":
        added = {"type": draw(st.sampled_from(TYPES)), "trigger": draw(spans), "actor": draw(changes["actor"])}
        return Correction("add", key, who, after=added)
    if kind in ("identify", "join_entities"):
        one, other = draw(st.permutations(now.entities))[:2]
        after: Any = {"country": draw(st.sampled_from(["ALB", "GRC"]))} if kind == "identify" else [other.id]
        return Correction(kind, key, who, entity=one.id, after=after)  # type: ignore[arg-type]
    event = draw(st.sampled_from(now.events)).id
    if kind == "change":
        field = draw(st.sampled_from(sorted(changes)))
        return Correction("change", key, who, event=event, field=field, after=draw(changes[field]))  # type: ignore[arg-type]
    return Correction(kind, key, who, event=event)  # type: ignore[arg-type]


@st.composite
def histories(draw: st.DrawFn) -> tuple[Record, list[Correction]]:
    """Return the machine's last record of an article and all corrections, made as it was coded again and again."""
    machine, said = PORT, list[Correction]()
    for _ in range(draw(st.integers(1, 9))):
        match draw(st.sampled_from(["code", "correct", "correct", "correct", "undo"])):
            case "code":
                machine = draw(coded_anew())
            case "correct":
                said += _made(machine, said, corrections(draw, corrected(machine, said)))
            case "undo" if said:
                undone = draw(st.sampled_from(said))
                said.append(Correction("undo", "a", "ana", undoes=undone.id, id=len(said) + 1))
    return machine, said


def _made(machine: Record, said: Sequence[Correction], one: Correction) -> list[Correction]:
    try:
        return [replace(whole(None, shown(machine, said), one), id=len(said) + 1)]  # type: ignore[arg-type]
    except CorrectionError:  # it says what is shown already
        return []


@given(histories(), st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_to_correct_and_undo_gives_the_record_before(
    history: tuple[Record, list[Correction]], data: st.DataObject
) -> None:
    machine, said = history
    before = shown(machine, said)
    made = _made(machine, said, data.draw(st.composite(corrections)(before.record)))
    undoing = [Correction("undo", "a", "ana", undoes=one.id, id=one.id + 1) for one in made]
    assert shown(machine, [*said, *made, *undoing]) == before


@given(histories())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_said_last_of_an_event_is_shown(history: tuple[Record, list[Correction]]) -> None:
    machine, said = history
    now = shown(machine, said)
    left = in_force(said)
    for place, one in enumerate(left):
        if one.anchor is None or any(_speak_of_one(one, other) for other in left[place + 1 :]):
            continue
        there = [event for event in now.record.events if now.anchors[event.id] == one.anchor]
        match one.kind:
            case "confirm" | "add":
                (event,) = there
                assert (event.type, event.status) == (one.after["type"], one.after["status"])
                assert (event.trigger.start, event.trigger.end) == (
                    one.after["trigger"]["start"],
                    one.after["trigger"]["end"],
                )
                assert [(a.span.start, a.span.end) for a in event.actors] == [
                    (a["start"], a["end"]) for a in one.after["actor"]
                ]
            case "reject":
                assert there == []
            case "change" if one.id not in now.unplaced:
                if one.field in ("type", "status", "context", "place", "date"):
                    assert all(event_said(event, now.record)[one.field] == one.after for event in there)


def _speak_of_one(one: Correction, other: Correction) -> bool:
    """Return whether two corrections may be about one event; joined entities may make one actor of two."""
    return other.anchor == one.anchor or other.anchor is None or other.kind in ("join_entities", "identify")


@given(histories())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_every_correction_is_shown_or_listed_and_the_record_is_sound(history: tuple[Record, list[Correction]]) -> None:
    machine, said = history
    now = shown(machine, said)
    assert {*now.unplaced} <= {one.id for one in in_force(said)}
    events, entities = now.record.events, {entity.id for entity in now.record.entities}
    assert len({event.id for event in events}) == len(events)
    assert [event.trigger for event in events] == sorted(event.trigger for event in events)
    attributions = {attribution.id for attribution in now.record.attributions}
    assert len(attributions) == len(now.record.attributions)
    for event in events:
        assert {*event.attribution} <= attributions
        for participant in (*event.actors, *event.recipients):
            assert participant.entity is None or participant.entity in entities
            assert participant.span == Span.of(TEXT, participant.span.start, participant.span.end)


@given(st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_the_store_shows_what_the_function_says(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path: Path = tmp_path_factory.mktemp("store") / "record.duckdb"
    machine = PORT
    with open_store(path) as store:
        store.keep([machine])
        ((key,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
        for _ in range(data.draw(st.integers(1, 5))):
            (now,) = store.records()
            match data.draw(st.sampled_from(["code", "correct", "correct", "undo"])):
                case "code":
                    machine = replace(data.draw(coded_anew()), article=machine.article)
                    store.keep([machine])
                case "correct":
                    one = data.draw(st.composite(corrections)(now))
                    with suppress(CorrectionError):  # it says what is shown already
                        correct(store, replace(one, article_key=key))
                case "undo":
                    left = in_force(corrections_of(store.connection, key))
                    with suppress(CorrectionError):  # a later confirmation says the same
                        undo(store, data.draw(st.sampled_from(left)).id if left else 0, "bo")
        (now,) = store.records()
        made = shown(machine, corrections_of(store.connection, key))
        assert now == made.record
        assert store.connection.execute("SELECT correction FROM unplaced ORDER BY ALL").fetchall() == [
            (number,) for number in sorted(made.unplaced)
        ]
        rows = store.connection.execute("SELECT event_id, type, start_offset FROM events ORDER BY position").fetchall()
        assert rows == [(event.id, event.type, event.trigger.start) for event in now.events]
