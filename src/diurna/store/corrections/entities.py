"""Corrections of entities: two that are one, one that is two, who it is; each says whether it found its entity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from diurna.records import Entity, Mention, Participant, Span
from diurna.store.corrections.correction import Anchor, Correction
from diurna.store.corrections.sheet import Sheet, distinct


def join_entities(sheet: Sheet, one: Correction) -> bool:
    """Those of `after` are the entity itself: their mentions, roles and parts in events become its own."""
    entity = found(sheet, one.anchor)
    others = [found(sheet, Anchor(*anchor)) for anchor in one.after]
    known = {other.id: other for other in others if other is not None and entity is not None and other.id != entity.id}
    if entity is None or not known:
        # Where the machine has joined them by itself, nothing is left to say.
        return entity is not None and all(other is entity for other in others)
    mentions = {m.span: m for one in (entity, *known.values()) for m in one.mentions}
    roles = {(r.title, r.span): r for one in (entity, *known.values()) for r in one.roles}
    identifiers = {k: v for one in (*known.values(), entity) for k, v in one.identifiers.items()}
    sheet.entities[entity.id] = replace(
        entity,
        mentions=tuple(sorted(mentions.values(), key=lambda m: m.span)),
        roles=tuple(sorted(roles.values(), key=lambda r: r.span)),
        identifiers=identifiers,
        country=entity.country or next((o.country for o in known.values() if o.country), None),
        sector=entity.sector or next((o.sector for o in known.values() if o.sector), ()),
    )
    for id in known:
        del sheet.entities[id]
    _refer(sheet, lambda id, span: entity.id if id in known else id)
    _named(sheet, sheet.entities[entity.id], set(known))
    return all(other is not None for other in others)


def split_entity(sheet: Sheet, one: Correction) -> bool:
    """Some of an entity's mentions are another's, who is told in `after`."""
    entity = found(sheet, one.anchor)
    if entity is None:
        return False
    said = one.after["mentions"]
    moved = {m for m in entity.mentions if any(s["start"] < m.span.end and m.span.start < s["end"] for s in said)}
    stay = tuple(m for m in entity.mentions if m not in moved)
    if not moved or not stay:
        return False
    id = f"c{one.id}"
    taken = tuple(m for m in entity.mentions if m in moved)
    roles = tuple(r for r in entity.roles if any(m.span.overlaps(r.span) for m in taken))
    sheet.entities[entity.id] = replace(entity, mentions=stay, roles=tuple(r for r in entity.roles if r not in roles))
    split = Entity(id, one.after["name"], entity.type, entity.country, entity.sector, {}, roles, taken)
    sheet.entities[id] = _identified(split, one.after)
    spans = [m.span for m in taken]
    _refer(sheet, lambda old, span: id if old == entity.id and any(span.overlaps(s) for s in spans) else old)
    _named(sheet, sheet.entities[id], set())
    return True


def identify(sheet: Sheet, one: Correction) -> bool:
    """An entity is who `after` says: name, type, country, sector, identifiers; what it does not say stays."""
    entity = found(sheet, one.anchor)
    if entity is None:
        return False
    sheet.entities[entity.id] = _identified(entity, one.after)
    _named(sheet, sheet.entities[entity.id], set(), told=True)
    sheet.touched = True
    return True


def found(sheet: Sheet, anchor: Anchor | None) -> Entity | None:
    """Return the entity that an anchor means: mentioned at its words, of the name where several are."""
    assert anchor is not None
    span = Span(anchor.start, anchor.end, "")
    here = [e for e in sheet.entities.values() if any(m.span.overlaps(span) for m in e.mentions)]
    exact = [e for e in here if any((m.span.start, m.span.end) == (anchor.start, anchor.end) for m in e.mentions)]
    named = [e for e in here if e.name == anchor.label]
    return next(iter((*named, *exact, *here)), None)


def anchor_of(entity: Entity) -> Anchor | None:
    """Return by what an entity is found again: its first mention by name, else its first; None where it has none."""
    by_name: list[Mention] = [m for m in entity.mentions if m.kind == "name"] or list(entity.mentions)
    return Anchor(by_name[0].span.start, by_name[0].span.end, entity.name) if by_name else None


def _identified(entity: Entity, said: dict[str, Any]) -> Entity:
    given: dict[str, Any] = {name: said[name] for name in ("name", "type", "country") if name in said}
    if "sector" in said:
        given["sector"] = tuple(said["sector"])
    if "identifiers" in said:
        given["identifiers"] = dict(said["identifiers"])
    return replace(entity, **given)


def _refer(sheet: Sheet, to: Callable[[str, Span], str]) -> None:
    """Let participants and sources mean another entity, by the one they meant and their words."""

    def moved(participant: Participant) -> Participant:
        return replace(participant, entity=participant.entity and to(participant.entity, participant.span))

    for told in sheet.events:
        event = told.event
        told.event = replace(
            event,
            actors=distinct(map(moved, event.actors)),
            recipients=distinct(map(moved, event.recipients)),
        )
    sheet.attributions = [
        replace(a, entity=to(a.entity, a.source or a.content)) if a.entity else a for a in sheet.attributions
    ]
    sheet.touched = True


def _named(sheet: Sheet, entity: Entity, joined: set[str], *, told: bool = False) -> None:
    """Let participants have the name and codes of their entity; `told` where they were said, so that none is none."""

    def named(participant: Participant) -> Participant:
        if participant.entity != entity.id:
            return participant
        country = entity.country if told else entity.country or participant.country
        sector = entity.sector if told else entity.sector or participant.sector
        return replace(participant, name=entity.name, country=country, sector=sector)

    for one in sheet.events:
        event = one.event
        one.event = replace(
            event, actors=tuple(map(named, event.actors)), recipients=tuple(map(named, event.recipients))
        )
