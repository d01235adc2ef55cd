"""On whose word an event stands, as a person gives it: checked and made whole.

Each function raises CorrectionError, saying what to give instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from diurna.code.quotations import find_quotations
from diurna.records import Attribution, Form, Record, SourceKind, Span, Stance
from diurna.store.corrections.attributions import attribution_said
from diurna.store.corrections.checking import entity_of, one_of, words_of, words_or_none
from diurna.store.corrections.correction import CorrectionError
from diurna.store.corrections.sheet import sheet_of

Json = dict[str, Any]


def attribution_given(record: Record, given: Any) -> Json:
    """Return on whose word an event stands: an attribution of the record by its id, that with some of it otherwise
    (`was` is then what it was), or a new one.
    """
    if isinstance(given, str):
        return attribution_said(_attribution_of(record, given), record.entities)
    if not isinstance(given, Mapping) or not (given.get("id") or isinstance(given.get("content"), Mapping)):
        raise CorrectionError(
            'an attribution is given by its id, as {"id": "a1", "stance": "denies"} where some of it is otherwise, '
            'or as {"source": {"start", "end"}, "content": {"start", "end"}}'
        )
    if not given.get("id"):
        return attribution_said(_new_attribution(record, given), record.entities)
    known = _attribution_of(record, given["id"])
    was, said = (attribution_said(one, record.entities) for one in (known, _attribution_with(record, known, given)))
    return said if said == was else {**said, "was": was}


def _attribution_of(record: Record, id: Any) -> Attribution:
    found = next((attribution for attribution in record.attributions if attribution.id == id), None)
    if found is None:
        raise CorrectionError(f"there is no attribution {id!r} in the article; name one of its record")
    return found


def _attribution_with(record: Record, known: Attribution, given: Mapping[str, Any]) -> Attribution:
    """Return an attribution with what is given of it."""
    content = words_of(record, given["content"]) if "content" in given else known.content
    source = words_or_none(record, given["source"]) if "source" in given else known.source
    if source != known.source or given.get("kind", known.kind) != known.kind:
        # What the page says of unnamed sources was said of another.
        known = replace(known, how_many=None, of_body=None, why_unnamed=None)
    return replace(
        known,
        source=source,
        entity=_speaker(record, given, source) if given.keys() & {"source", "entity"} else known.entity,
        cue=words_or_none(record, given["cue"]) if "cue" in given else known.cue,
        content=content,
        parts=known.parts if content == known.content else (content,),
        form=one_of(given.get("form", known.form), get_args(Form), "form"),
        kind=one_of(given.get("kind", known.kind), get_args(SourceKind), "kind"),
        stance=one_of(given.get("stance", known.stance), get_args(Stance), "stance"),
    )


def _new_attribution(record: Record, given: Mapping[str, Any]) -> Attribution:
    """Return a new attribution; what is not given of it is read from the words: who speaks, and in which form."""
    content = words_of(record, given["content"])
    source = words_or_none(record, given.get("source"))
    who = _speaker(record, given, source)
    organization = any(one.id == who and one.type == "organization" for one in record.entities)
    kind: SourceKind = "organization" if organization else "named" if source or who else "anonymous"
    new = Attribution("", source, who, None, content, (content,), _form(record, content), kind)
    return _attribution_with(record, new, {name: given[name] for name in given if name not in ("source", "content")})


def _speaker(record: Record, given: Mapping[str, Any], source: Span | None) -> str | None:
    """Return the id of the entity that speaks: the one that is given, else the one that the source's words mean."""
    if "entity" not in given:
        entity = sheet_of(record).entity_at(source, None) if source else None
        return entity.id if entity else None
    return None if given["entity"] is None else entity_of(record, given["entity"]).id


def _form(record: Record, content: Span) -> Form:
    quoted = [one.span for one in find_quotations(record.article) if one.span.overlaps(content)]
    return "direct" if any(span.holds(content) for span in quoted) else "mixed" if quoted else "indirect"
