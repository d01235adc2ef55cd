"""A correction as a person gives it, made whole: what it is about, what was shown before, what is right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diurna.code.ontology import load_ontology
from diurna.records import Entity, Record
from diurna.store.corrections.coded import modes_of
from diurna.store.corrections.correction import FIELDS, Anchor, Correction, CorrectionError
from diurna.store.corrections.entities import anchor_of
from diurna.store.corrections.events import event_said
from diurna.store.corrections.said import event_said_whole, field_said, identity_said, mentions_said
from diurna.store.corrections.shown import Shown
from diurna.store.record_json import entity_as_json

if TYPE_CHECKING:
    import duckdb


def whole(connection: duckdb.DuckDBPyConnection, now: Shown, one: Correction) -> Correction:
    """Return a correction as it is kept: with what it is about, what was before, and what is right, whole."""
    record = now.record
    if one.kind == "add":
        return _added(connection, record, one)
    if one.kind in ("join_entities", "split_entity", "identify"):
        return _of_entity(record, one)
    if one.kind == "confirm" and one.event is None:
        said = [
            {"anchor": _as_list(now.anchors[event.id]), "event": event_said(event, record)} for event in record.events
        ]
        return replace(one, after=said, before=None, anchor=None, field=None)
    return _of_event(connection, now, one)


def _of_event(connection: duckdb.DuckDBPyConnection, now: Shown, one: Correction) -> Correction:
    record = now.record
    event = next((event for event in record.events if event.id == one.event), None)
    if event is None:
        raise CorrectionError(f"there is no event {one.event!r} in the article as it is shown; name one of its record")
    said = event_said(event, record)
    anchored = replace(one, anchor=now.anchors[event.id], before=said)
    match one.kind:
        case "confirm":
            return replace(anchored, after=said, before=None, field=None)
        case "change":
            if one.field not in FIELDS:
                raise CorrectionError(f"{one.field!r} cannot be changed; name one of {', '.join(FIELDS)}")
            after = field_said(record, one.field, one.after, event.type)
            if one.field == "type":
                _check_type(connection, after)
            if after == said[one.field]:
                raise CorrectionError(f"{one.field} is that already; confirm the event instead")
            return replace(anchored, after=after, before=said[one.field])
    return replace(anchored, field=None)


def _added(connection: duckdb.DuckDBPyConnection, record: Record, one: Correction) -> Correction:
    after = event_said_whole(record, one.after)
    _check_type(connection, after["type"])
    trigger = after["trigger"]
    there = next(
        (
            event.id
            for event in record.events
            if event.type == after["type"]
            and event.trigger.start < trigger["end"]
            and trigger["start"] < event.trigger.end
        ),
        None,
    )
    if there is not None:
        raise CorrectionError(f"the record has that event already ({there}); confirm or change it")
    anchor = Anchor(trigger["start"], trigger["end"], after["type"])
    return replace(one, anchor=anchor, after=after, before=None, event=None, field=None)


def _of_entity(record: Record, one: Correction) -> Correction:
    entities = {entity.id: entity for entity in record.entities}
    entity = entities.get(one.entity or "")
    anchor = anchor_of(entity) if entity else None
    if entity is None or anchor is None:
        raise CorrectionError(
            f"there is no entity {one.entity!r} in the article as it is shown; name one of its record"
        )
    anchored = replace(one, anchor=anchor, before=entity_as_json(entity), field=None)
    match one.kind:
        case "identify":
            return replace(anchored, after=identity_said(one.after))
        case "split_entity":
            return replace(anchored, after=_split(record, entity, one.after))
    others = [entities.get(id) for id in one.after or ()]
    anchors = [anchor_of(other) for other in others if other is not None and other.id != entity.id]
    if not anchors or len(anchors) != len(one.after) or None in anchors:
        raise CorrectionError("name the other entities that are the same one, by their ids in the article's record")
    before = [entity_as_json(entities[id]) for id in (entity.id, *one.after)]
    return replace(anchored, before=before, after=[[a.start, a.end, a.label] for a in anchors if a])


def _split(record: Record, entity: Entity, after: Any) -> dict[str, Any]:
    said = mentions_said(record, after)
    moved = [
        m for m in entity.mentions if any(s["start"] < m.span.end and m.span.start < s["end"] for s in said["mentions"])
    ]
    if not moved or len(moved) == len(entity.mentions):
        raise CorrectionError("name some of the entity's mentions, not none or all of them")
    return said


def _check_type(connection: duckdb.DuckDBPyConnection, type: str) -> None:
    """Raise CorrectionError for a type that neither PLOVER nor CAMEO has, nor any event of the store."""
    if modes_of(type) is None:
        there = connection.execute("SELECT 1 FROM events WHERE type = ? LIMIT 1", [type]).fetchall()
        if not there:
            known = ", ".join(load_ontology().types)
            raise CorrectionError(f"there is no type {type!r}; give one of {known}, or one that an event here has")


def _as_list(anchor: Anchor) -> list[Any]:
    return [anchor.start, anchor.end, anchor.label]
