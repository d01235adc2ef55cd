"""What every form needs of a record: who says an event, the sentence it stands in, the office of an actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diurna.records import Attribution, Count, Entity, Participant, Record
from diurna.store.rows import sentence_number, source_name


def entities_of(record: Record) -> dict[str, Entity]:
    """Return the record's entities by their ids."""
    return {entity.id: entity for entity in record.entities}


def names_of(record: Record) -> dict[str, str]:
    """Return the names of the record's entities by their ids."""
    return {entity.id: entity.name for entity in record.entities}


def sayers(record: Record) -> list[tuple[Attribution, ...]]:
    """Return for each event the attributions that hold it, innermost first; none: the author's word."""
    by_id = {attribution.id: attribution for attribution in record.attributions}
    return [tuple(by_id[id] for id in event.attribution if id in by_id) for event in record.events]


def chain(said: Sequence[Attribution], names: Mapping[str, str]) -> str:
    """Return who says it, innermost first: "A < B" is what B says that A said; "" is the author."""
    return " < ".join(source_name(attribution, names) for attribution in said)


def sentence_at(record: Record, offset: int) -> str:
    """Return the text of the sentence that holds the character at `offset`, or "" where none does."""
    number = sentence_number(record, offset)
    if number is None:
        return ""
    start, end = record.sentences[number]
    return record.article.text[start:end]


def name_of(participant: Participant) -> str:
    """Return the participant's fullest name in the article, else its words."""
    return participant.name if participant.name is not None else participant.span.text


def number_told(count: Count) -> str:
    """Return "14", "14+" (at least), "up to 14", "14-20", or "?" where the words give no number."""
    if count.min is None:
        return "?" if count.max is None else f"up to {count.max}"
    if count.max is None:
        return f"{count.min}+"
    return str(count.min) if count.min == count.max else f"{count.min}-{count.max}"
