"""Corrections of events: confirm, reject, change a field, add one; each says whether it found its event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from diurna.records import Event, Participant, Record, Span
from diurna.store.corrections.attributions import attributed, attribution_said
from diurna.store.corrections.coded import coded
from diurna.store.corrections.correction import Anchor, Correction
from diurna.store.corrections.sheet import Sheet, Told, distinct
from diurna.store.record_json import event_as_json
from diurna.store.record_read import event_from_json, participant_from_json, place_from_json, when_from_json

Json = dict[str, Any]


def event_said(event: Event, record: Record) -> Json:
    """Return an event as JSON that stands by itself: its attributions whole, not their ids; no reasons, which pass."""
    by_id = {attribution.id: attribution for attribution in record.attributions}
    held = [attribution_said(by_id[id], record.entities) for id in event.attribution if id in by_id]
    written = event_as_json(replace(event, held={}, attribution=()))
    return {**written, "attribution": held, "vouched": event.vouched, "why": []}


def confirm(sheet: Sheet, one: Correction) -> bool:
    """The event is right as it was shown then; it comes back where the machine does not find it any more."""
    assert one.anchor is not None
    told = sheet.meant(one.anchor)
    if told is None:
        told = Told(_event(sheet, one, one.after, f"c{one.id}"), one.anchor, 0)
        sheet.put(told)
    else:
        told.event = _event(sheet, one, one.after, told.event.id, told.event)
    _note(sheet, told, one, "confirmed")
    told.event = replace(told.event, confidence=1.0)
    told.gone = False
    return True


def confirm_all(sheet: Sheet, one: Correction) -> bool:
    """The article is done: its events are those that were shown then, and no others."""
    said = [(Anchor(*written["anchor"]), written["event"]) for written in one.after]
    kept: list[Told] = []
    for place, (anchor, written) in enumerate(said, 1):
        told = sheet.meant(anchor)
        if told is None or any(told is other for other in kept):
            told = Told(_event(sheet, one, written, f"c{one.id}.{place}"), anchor, 0)
            sheet.put(told)
        else:
            told.event = _event(sheet, one, written, told.event.id, told.event)
        _note(sheet, told, one, "added" if told.state == "added" else "confirmed")
        told.event = replace(told.event, confidence=1.0)
        told.gone = False
        kept.append(told)
    for told in sheet.events:
        if not any(told is other for other in kept):
            told.gone = True
    sheet.touched, sheet.whole = True, one.id
    return True


def reject(sheet: Sheet, one: Correction) -> bool:
    """There is no event of that type at those words. Where the machine finds none there any more, all is well."""
    assert one.anchor is not None
    told = sheet.meant(one.anchor, strictly=True) or _told_again(sheet, one)
    if told is not None:
        told.gone = sheet.touched = True
    return True


def _told_again(sheet: Sheet, one: Correction) -> Told | None:
    """Return the rejected event where the machine now takes another mention of it for its trigger."""
    assert one.anchor is not None
    mentions = [Anchor(m["start"], m["end"], one.anchor.label) for m in one.before["mentions"]]
    return next((told for words in mentions if (told := sheet.claim(words, one.anchor, strictly=True))), None)


def add(sheet: Sheet, one: Correction) -> bool:
    """There is an event that the machine missed; where it finds it now, what the person said of it counts."""
    assert one.anchor is not None
    told = sheet.meant(one.anchor, strictly=True)
    event = _event(sheet, one, one.after, told.event.id if told else f"c{one.id}", told.event if told else None)
    if told is None:
        told = Told(event, one.anchor, 0)
        sheet.put(told)
    told.event, told.gone = event, False
    _note(sheet, told, one, "added")
    told.event = replace(told.event, confidence=1.0)
    return True


def change(sheet: Sheet, one: Correction) -> bool:
    """One field of an event is otherwise."""
    assert one.anchor is not None and one.field is not None
    told = sheet.meant(one.anchor)
    if told is None and one.field == "trigger":
        # The machine has found the right words by itself: the event is known by the former ones too.
        right = Anchor(one.after["start"], one.after["end"], one.anchor.label)
        told = sheet.claim(right, one.anchor, strictly=True)
    if told is None:
        return False
    told.event = _changed(sheet, told.event, one.field, one.after, one.id)
    _note(sheet, told, one, told.state or "changed")
    return True


def _changed(sheet: Sheet, event: Event, field: str, after: Any, number: int) -> Event:
    match field:
        case "type":
            return coded(replace(event, type=after))
        case "mode":
            return coded(replace(event, modes=tuple(after)))
        case "context":
            return replace(event, contexts=tuple(after))
        case "status":
            return replace(event, status=after)
        case "trigger":
            trigger = Span(after["start"], after["end"], after["text"])
            return replace(event, trigger=trigger, mentions=tuple(m for m in event.mentions if m != trigger))
        case "actor":
            return replace(event, actors=_participants(sheet, after))
        case "recipient":
            return replace(event, recipients=_participants(sheet, after))
        case "place":
            return replace(event, place=place_from_json(after) if after else None)
        case "date":
            return replace(event, date=when_from_json(after) if after else None)
    # What a person says of an event's sources is said of all places that tell it.
    return replace(event, attribution=attributed(sheet, after, number), held={})


def _event(sheet: Sheet, one: Correction, written: Mapping[str, Any], id: str, found: Event | None = None) -> Event:
    """Return an event that was written down whole, with the entities and attributions of the record as it is now.

    What the machine found there (`found`) gives what people do not say: its counts, mentions and reasons.
    """
    event = event_from_json({**written, "id": id, "attribution": []})
    event = event if event.quad is not None else coded(event)
    if found is not None:
        spots = sorted({*found.mentions, found.trigger})
        mentions = tuple(m for m in spots if m != event.trigger and not m.overlaps(event.trigger))
        held = {m: ids for m, ids in found.tellings if m in mentions}
        event = replace(event, counts=found.counts, mentions=mentions, why=found.why, held=held)
    said = attributed(sheet, written["attribution"], one.id)
    return replace(
        event,
        actors=_participants(sheet, written["actor"]),
        recipients=_participants(sheet, written["recipient"]),
        attribution=said,
        held={m: ids for m, ids in event.held.items() if ids != said},
    )


def _participants(sheet: Sheet, written: Sequence[Json]) -> tuple[Participant, ...]:
    return distinct(_placed(sheet, participant_from_json(one)) for one in written)


def _placed(sheet: Sheet, participant: Participant) -> Participant:
    """Return the participant with the entity that its words mean in the record as it is now."""
    if participant.entity is None:
        return participant
    entity = sheet.entity_at(participant.span, participant.name)
    return replace(participant, entity=entity.id if entity else None)


def _note(sheet: Sheet, told: Told, one: Correction, state: Any) -> None:
    """Note on an event what came of it, and in its reasons who said so."""
    what = f"{one.field} changed" if one.kind == "change" else "confirmed" if one.kind == "confirm" else "added"
    told.event = replace(told.event, why=(*told.event.why, f"{what} by {one.who} (correction {one.id})"))
    told.state, told.correction, sheet.touched = state, one.id, True
