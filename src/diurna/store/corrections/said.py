"""What a person gives of an event or an entity, checked and made whole: spans get words, participants names.

Each function raises CorrectionError, saying what to give instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from diurna.code.ontology import load_ontology
from diurna.records import Entity, EntityType, Place, Record, Span, Status
from diurna.resolve.where import resolve_places
from diurna.resolve.who import identity_of
from diurna.store.corrections.checking import day_of, entity_of, list_of, one_of, span_of, text_of
from diurna.store.corrections.coded import modes_of
from diurna.store.corrections.correction import CorrectionError
from diurna.store.corrections.sheet import sheet_of
from diurna.store.corrections.speakers import attribution_given
from diurna.store.record_json import place_as_json

Json = dict[str, Any]

_PRECISIONS = ("day", "week", "month", "season", "quarter", "year", "decade", "century")


def field_said(record: Record, field: str, after: Any, type: str) -> Any:
    """Return what a field of an event, of a type, is said to be, whole."""
    match field:
        case "type":
            return text_of(after, "a type")
        case "mode":
            return _modes(after, type)
        case "context":
            return _contexts(after)
        case "status":
            return one_of(after, get_args(Status), "status")
        case "trigger":
            return span_of(record, after)
        case "actor" | "recipient":
            return _participants(record, list_of(after, field))
        case "place":
            return None if after is None else _place(record, after)
        case "date":
            return None if after is None else _date(record, after)
        case "attribution":
            return [attribution_given(record, one) for one in list_of(after, field)]
    raise CorrectionError(f"there is no field {field!r} to change; name one of type, mode, context, status, trigger, "
                          "actor, recipient, place, date, attribution")  # fmt: skip


def event_said_whole(record: Record, after: Any) -> Json:
    """Return an event that the machine missed as JSON: `trigger` and `type` are needed, all else has its default."""
    if not isinstance(after, Mapping) or "type" not in after or "trigger" not in after:
        raise CorrectionError('a missed event is given as {"type": ..., "trigger": {"start": ..., "end": ...}}')
    type = field_said(record, "type", after["type"], "")
    return {
        "id": "",
        "type": type,
        "mode": field_said(record, "mode", after.get("mode", []), type),
        "context": field_said(record, "context", after.get("context", []), type),
        "cameo": None,
        "quad": None,
        "score": None,
        "status": field_said(record, "status", after.get("status", "happened"), type),
        "trigger": field_said(record, "trigger", after["trigger"], type),
        "mentions": [],
        "actor": field_said(record, "actor", after.get("actor", []), type),
        "recipient": field_said(record, "recipient", after.get("recipient", []), type),
        "date": field_said(record, "date", after.get("date"), type),
        "place": field_said(record, "place", after.get("place"), type),
        "counts": {},
        "attribution": field_said(record, "attribution", after.get("attribution", []), type),
        "confidence": 1.0,
        "why": [],
    }


def identity_said(after: Any) -> Json:
    """Return who an entity is said to be: some of name, type, country, sector, identifiers."""
    if not isinstance(after, Mapping) or not after:
        raise CorrectionError("say who it is: some of name, type, country, sector, identifiers, wikidata")
    said = dict(after)
    if "wikidata" in said:
        code = said.pop("wikidata")
        said["identifiers"] = {**said.get("identifiers", {}), **({"wikidata": code} if code else {})}
    if unknown := said.keys() - {"name", "type", "country", "sector", "identifiers"}:
        raise CorrectionError(f"an entity has no {sorted(unknown)[0]!r}; give name, type, country, sector, identifiers")
    if "name" in said:
        said["name"] = text_of(said["name"], "a name")
    if "type" in said:
        said["type"] = one_of(said["type"], get_args(EntityType), "type of an entity")
    if said.get("country") is not None and "country" in said:
        said["country"] = text_of(said["country"], "a country's code")
    if "sector" in said:
        said["sector"] = [text_of(one, "a sector") for one in list_of(said["sector"], "sector")]
    if "identifiers" in said:
        if not isinstance(said["identifiers"], Mapping):
            raise CorrectionError('identifiers are given as {"wikidata": "Q1"}')
        said["identifiers"] = {str(k): text_of(v, f"an identifier ({k})") for k, v in said["identifiers"].items()}
    return said


def mentions_said(record: Record, after: Any) -> Json:
    """Return the mentions of a split entity that are another's, with who that is; the name is else its first words."""
    if not isinstance(after, Mapping) or not after.get("mentions"):
        raise CorrectionError('say which mentions are another\'s: {"mentions": [{"start": ..., "end": ...}]}')
    spans = [span_of(record, one) for one in list_of(after["mentions"], "mentions")]
    who = {name: value for name, value in after.items() if name != "mentions"}
    return {"name": spans[0]["text"], **(identity_said(who) if who else {}), "mentions": spans}


def _participants(record: Record, given: Sequence[Any]) -> list[Json]:
    """Return actors or recipients, each entity once."""
    made: dict[object, Json] = {}
    for one in (_participant(record, each) for each in given):
        made.setdefault(one["entity"] or (one["start"], one["end"]), one)
    return list(made.values())


def _participant(record: Record, given: Any) -> Json:
    """Return an actor or recipient: its words, with the entity that is named or that they mean, and its codes.

    Where the record has no such entity, the codes are those of the known actor of that name.
    """
    words = span_of(record, given)
    span = Span(**words)
    if given.get("entity"):
        entity: Entity | None = entity_of(record, given["entity"])
    else:
        entity = sheet_of(record).entity_at(span, given.get("name"))
    name = given.get("name") or (entity.name if entity else words["text"])
    known = entity or identity_of(name, on=record.article.published)
    country = given.get("country", known.country if known else None)
    sector = given.get("sector", known.sector if known else ())
    return {
        "entity": entity.id if entity else None,
        "name": text_of(name, "a name"),
        **words,
        "country": country,
        "sector": [text_of(one, "a sector") for one in list_of(sector, "sector")],
    }


def _place(record: Record, given: Any) -> Json:
    """Return a place: its words, and where it is, as given, else as the record has it there, else by the gazetteer."""
    words = span_of(record, given)
    span = Span(**words)
    known = next((place for place in record.places if place.span.overlaps(span)), None) or _resolved(record, span)
    said = {**place_as_json(known), **words}
    for name in ("name", "latitude", "longitude", "country", "admin1", "geonames"):
        if name in given:
            said[name] = given[name]
    for name, most in (("latitude", 90), ("longitude", 180)):
        value = said[name]
        if value is not None and (not isinstance(value, int | float) or abs(value) > most):
            raise CorrectionError(f"{name} is {value!r}; give degrees from -{most} to {most}")
    return said


def _resolved(record: Record, span: Span) -> Place:
    """Return the place that words mean beside the article's other places."""
    return resolve_places([*(place.span for place in record.places), span], record.article.text)[-1]


def _date(record: Record, given: Any) -> Json:
    """Return a date: first and last day, how exact, and the words it is taken from, where it has any."""
    if not isinstance(given, Mapping) or "start" not in given:
        raise CorrectionError('a date is given as {"start": "2025-03-04", "end": "2025-03-04"}')
    start, end = day_of(given["start"]), day_of(given.get("end") or given["start"])
    if end < start:
        raise CorrectionError(f"the date ends ({end}) before it begins ({start}); put the earlier day first")
    words = span_of(record, given["span"]) if given.get("span") else None
    precision = given.get("precision") or ("day" if start == end else "week")
    return {
        "start": start,
        "end": end,
        "precision": one_of(precision, _PRECISIONS, "precision"),
        "span": words,
        "basis": given.get("basis") or ("clause" if words else "discourse"),
    }


def _modes(after: Any, type: str) -> list[str]:
    known = modes_of(type)
    modes = [text_of(one, "a mode") for one in list_of(after, "mode")]
    if known is not None and (unknown := [mode for mode in modes if mode not in known]):
        can = f"one of {', '.join(sorted(known))}" if known else "none: this type has no modes"
        raise CorrectionError(f"{type} has no mode {unknown[0]!r}; give {can}")
    return modes


def _contexts(after: Any) -> list[str]:
    contexts = [text_of(one, "a context") for one in list_of(after, "context")]
    known = load_ontology().contexts
    if unknown := [one for one in contexts if one not in known]:
        raise CorrectionError(f"there is no context {unknown[0]!r}; give one of {', '.join(known)}")
    return contexts
