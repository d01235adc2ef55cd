"""What a person gives of an event or an entity, checked and made whole: spans get words, participants names.

Each function raises CorrectionError, saying what to give instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from diurna.code.ontology import load_ontology
from diurna.records import Attribution, EntityType, Form, Place, Record, SourceKind, Span, Stance, Status
from diurna.resolve.where import resolve_places
from diurna.resolve.who import identity_of
from diurna.store.corrections.coded import modes_of
from diurna.store.corrections.correction import CorrectionError
from diurna.store.corrections.sheet import sheet_of
from diurna.store.record_json import attribution_as_json, place_as_json

Json = dict[str, Any]

_PRECISIONS = ("day", "week", "month", "season", "quarter", "year", "decade", "century")


def field_said(record: Record, field: str, after: Any, type: str) -> Any:
    """Return what a field of an event, of a type, is said to be, whole."""
    match field:
        case "type":
            return _text(after, "a type")
        case "mode":
            return _modes(after, type)
        case "context":
            return _contexts(after)
        case "status":
            return _one_of(after, get_args(Status), "status")
        case "trigger":
            return _span(record, after)
        case "actor" | "recipient":
            return _participants(record, _list(after, field))
        case "place":
            return None if after is None else _place(record, after)
        case "date":
            return None if after is None else _date(record, after)
        case "attribution":
            return [_attribution(record, one) for one in _list(after, field)]
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
        said["name"] = _text(said["name"], "a name")
    if "type" in said:
        said["type"] = _one_of(said["type"], get_args(EntityType), "type of an entity")
    if said.get("country") is not None and "country" in said:
        said["country"] = _text(said["country"], "a country's code")
    if "sector" in said:
        said["sector"] = [_text(one, "a sector") for one in _list(said["sector"], "sector")]
    if "identifiers" in said:
        if not isinstance(said["identifiers"], Mapping):
            raise CorrectionError('identifiers are given as {"wikidata": "Q1"}')
        said["identifiers"] = {str(k): _text(v, f"an identifier ({k})") for k, v in said["identifiers"].items()}
    return said


def mentions_said(record: Record, after: Any) -> Json:
    """Return the mentions of a split entity that are another's, with who that is; the name is else its first words."""
    if not isinstance(after, Mapping) or not after.get("mentions"):
        raise CorrectionError('say which mentions are another\'s: {"mentions": [{"start": ..., "end": ...}]}')
    spans = [_span(record, one) for one in _list(after["mentions"], "mentions")]
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
    words = _span(record, given)
    span = Span(words["start"], words["end"], words["text"])
    sheet = sheet_of(record)
    if given.get("entity"):
        entity = sheet.entities.get(given["entity"])
        if entity is None:
            raise CorrectionError(f"there is no entity {given['entity']!r} in the article; name one of its record")
    else:
        entity = sheet.entity_at(span, given.get("name"))
    name = given.get("name") or (entity.name if entity else words["text"])
    known = entity or identity_of(name, on=record.article.published)
    country = given.get("country", known.country if known else None)
    sector = given.get("sector", known.sector if known else ())
    return {
        "entity": entity.id if entity else None,
        "name": _text(name, "a name"),
        **words,
        "country": country,
        "sector": [_text(one, "a sector") for one in _list(sector, "sector")],
    }


def _place(record: Record, given: Any) -> Json:
    """Return a place: its words, and where it is, as given, else as the record has it there, else by the gazetteer."""
    words = _span(record, given)
    span = Span(words["start"], words["end"], words["text"])
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
    start, end = _day(given["start"]), _day(given.get("end") or given["start"])
    if end < start:
        raise CorrectionError(f"the date ends ({end}) before it begins ({start}); put the earlier day first")
    words = _span(record, given["span"]) if given.get("span") else None
    precision = given.get("precision") or ("day" if start == end else "week")
    return {
        "start": start,
        "end": end,
        "precision": _one_of(precision, _PRECISIONS, "precision"),
        "span": words,
        "basis": given.get("basis") or ("clause" if words else "discourse"),
    }


def _attribution(record: Record, given: Any) -> Json:
    """Return on whose word an event stands: an attribution of the record by its id, or a source by its words."""
    by_id = {attribution.id: attribution for attribution in record.attributions}
    if isinstance(given, str):
        if given not in by_id:
            raise CorrectionError(f"there is no attribution {given!r} in the article; name one of its record")
        return attribution_as_json(by_id[given])
    if not isinstance(given, Mapping) or not isinstance(given.get("content"), Mapping):
        raise CorrectionError(
            'an attribution is given by its id, or as {"source": {"start", "end"}, "content": {"start", "end"}}'
        )
    source = _words(record, given["source"]) if given.get("source") else None
    content = _words(record, given["content"])
    entity = sheet_of(record).entity_at(source, None) if source else None
    return attribution_as_json(
        Attribution(
            id="",
            source=source,
            entity=entity.id if entity else None,
            cue=_words(record, given["cue"]) if given.get("cue") else None,
            content=content,
            parts=(content,),
            form=_one_of(given.get("form", "indirect"), get_args(Form), "form"),
            kind=_one_of(given.get("kind", "named" if source else "anonymous"), get_args(SourceKind), "kind"),
            stance=_one_of(given.get("stance", "asserts"), get_args(Stance), "stance"),
        )
    )


def _modes(after: Any, type: str) -> list[str]:
    known = modes_of(type)
    modes = [_text(one, "a mode") for one in _list(after, "mode")]
    if known is not None and (unknown := [mode for mode in modes if mode not in known]):
        can = f"one of {', '.join(sorted(known))}" if known else "none: this type has no modes"
        raise CorrectionError(f"{type} has no mode {unknown[0]!r}; give {can}")
    return modes


def _contexts(after: Any) -> list[str]:
    contexts = [_text(one, "a context") for one in _list(after, "context")]
    known = load_ontology().contexts
    if unknown := [one for one in contexts if one not in known]:
        raise CorrectionError(f"there is no context {unknown[0]!r}; give one of {', '.join(known)}")
    return contexts


def _words(record: Record, given: Any) -> Span:
    words = _span(record, given)
    return Span(words["start"], words["end"], words["text"])


def _span(record: Record, given: Any) -> Json:
    """Return words of the article with their text; blanks at the ends are left out, as a mouse selects them."""
    text = record.article.text
    start, end = (given.get("start"), given.get("end")) if isinstance(given, Mapping) else (None, None)
    if not isinstance(start, int) or not isinstance(end, int):
        raise CorrectionError('words of the article are given as {"start": 10, "end": 15}')
    if not 0 <= start < end <= len(text):
        raise CorrectionError(f"{start}:{end} lies outside the article's {len(text)} characters, or holds none of them")
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise CorrectionError("only blanks are selected; select words")
    return {"start": start, "end": end, "text": text[start:end]}


def _day(given: Any) -> str:
    try:
        return date.fromisoformat(given).isoformat()
    except (TypeError, ValueError):
        raise CorrectionError(f"{given!r} is no day; write 2025-03-04") from None


def _text(given: Any, what: str) -> str:
    if not isinstance(given, str) or not given.strip():
        raise CorrectionError(f"{given!r} is not {what}; write it as text")
    return given.strip()


def _list(given: Any, what: str) -> Sequence[Any]:
    if not isinstance(given, list | tuple):
        raise CorrectionError(f"{what} is a list; give [] where there is none")
    return given


def _one_of(given: Any, known: Sequence[str], what: str) -> Any:
    if given not in known:
        raise CorrectionError(f"{given!r} is no {what}; give one of {', '.join(known)}")
    return given
