"""The checks of what a person gives: words of the article, lists, days, one of what is known.

Each function raises CorrectionError, saying what to give instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from diurna.records import Entity, Record, Span
from diurna.store.corrections.correction import CorrectionError

Json = dict[str, Any]


def words_or_none(record: Record, given: Any) -> Span | None:
    """Return words of the article, as `words_of`; None where none are given."""
    return None if given is None else words_of(record, given)


def words_of(record: Record, given: Any) -> Span:
    """Return words of the article, given by their offsets."""
    return Span(**span_of(record, given))


def span_of(record: Record, given: Any) -> Json:
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


def entity_of(record: Record, given: Any) -> Entity:
    """Return an entity of the article, given by its id."""
    found = next((entity for entity in record.entities if entity.id == given), None)
    if found is None:
        raise CorrectionError(f"there is no entity {given!r} in the article; name one of its record")
    return found


def day_of(given: Any) -> str:
    """Return a day, given in ISO's form."""
    try:
        return date.fromisoformat(given).isoformat()
    except (TypeError, ValueError):
        raise CorrectionError(f"{given!r} is no day; write 2025-03-04") from None


def text_of(given: Any, what: str) -> str:
    """Return a text without blanks around it; `what` it is stands in the refusal of an empty one."""
    if not isinstance(given, str) or not given.strip():
        raise CorrectionError(f"{given!r} is not {what}; write it as text")
    return given.strip()


def list_of(given: Any, what: str) -> Sequence[Any]:
    """Return what is given, which must be a list."""
    if not isinstance(given, list | tuple):
        raise CorrectionError(f"{what} is a list; give [] where there is none")
    return given


def one_of(given: Any, known: Sequence[str], what: str) -> Any:
    """Return what is given, which must be one of those known."""
    if given not in known:
        raise CorrectionError(f"{given!r} is no {what}; give one of {', '.join(known)}")
    return given
