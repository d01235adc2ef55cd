"""On whose word an event stands, as people say it: an attribution is found again and changed, or one is added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from diurna.records import Attribution, Entity, Span
from diurna.store.corrections.sheet import Sheet
from diurna.store.record_json import attribution_as_json
from diurna.store.record_read import attribution_from_json

Json = dict[str, Any]


def attribution_said(attribution: Attribution, entities: Iterable[Entity]) -> Json:
    """Return an attribution as JSON that stands by itself: beside the source's entity its name, by which it is found
    where ids are others.
    """
    written = attribution_as_json(attribution)
    name = next((entity.name for entity in entities if entity.id == attribution.entity), None)
    if name is not None:
        written["source"]["name"] = name
    return written


def attributed(sheet: Sheet, written: Sequence[Json], number: int) -> tuple[str, ...]:
    """Return the ids of attributions that a person wrote down, which are then as they were written.

    One that the record has is changed in it, for all events that stand on it; one that it lacks is added. `number` is
    that of the correction.
    """
    ids: list[str] = []
    for place, one in enumerate(written, 1):
        said = _placed(sheet, attribution_from_json({**one, "id": f"c{number}.{place}"}), one)
        found = _found(sheet, said, one.get("was"), ids)
        if found is not None:
            said = replace(said, id=found.id, addressee=said.addressee or found.addressee)
            sheet.attributions.remove(found)
        sheet.attributions.append(said)
        ids.append(said.id)
    sheet.attributions.sort(key=lambda a: a.content)
    return tuple(ids)


def _placed(sheet: Sheet, said: Attribution, written: Mapping[str, Any]) -> Attribution:
    """Return the attribution with the entity that its source means in the record as it is now."""
    if said.entity is None:
        return said
    name = written["source"].get("name")
    if said.source is not None:
        entity = sheet.entity_at(said.source, name)
    else:
        entity = next((e for e in sheet.entities.values() if name is not None and e.name == name), None)
    return replace(said, entity=entity.id if entity else None)


def _found(sheet: Sheet, said: Attribution, was: Json | None, taken: Collection[str]) -> Attribution | None:
    """Return the attribution of the record that is meant, the likest of those that are not yet taken.

    `was` is what a person changed. Where neither that nor `said` is there any more, one of that source or that cue is
    meant: an earlier change may have been taken back, or the machine have found other words for one of them.
    """
    free = [one for one in sheet.attributions if one.id not in taken]
    before = attribution_from_json({**was, "id": ""}) if was else said
    same = (
        [one for one in free if _alike(one, before)]
        or [one for one in free if _alike(one, said)]
        or [one for one in free if was and _near(one, before)]
    )
    return max(same, key=lambda one: (one.content == before.content, one.source == before.source), default=None)


def _alike(one: Attribution, other: Attribution) -> bool:
    """Return whether contents, sources and cues meet; two that are not told are alike."""
    pairs = ((one.source, other.source), (one.cue, other.cue))
    return one.content.overlaps(other.content) and all(_meet(a, b) or (a is None and b is None) for a, b in pairs)


def _near(one: Attribution, other: Attribution) -> bool:
    """Return whether contents meet, and sources or cues."""
    return one.content.overlaps(other.content) and (_meet(one.source, other.source) or _meet(one.cue, other.cue))


def _meet(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)
