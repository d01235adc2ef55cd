"""CSV for a spreadsheet or a statistics program: an event a row, the columns of the store's `event_table`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from diurna.records import Attribution, Event, Participant, Record
from diurna.show.csv_line import Cell, csv_line
from diurna.show.lookup import chain, name_of, names_of, number_told, sayers, sentence_at

HEADER = (
    "article_id", "title", "published", "event_id", "type", "mode", "context", "quad", "score", "status",
    "actor", "actor_country", "actor_sector", "recipient", "recipient_country", "recipient_sector", "counts",
    "date_start", "date_end", "date_precision", "place", "latitude", "longitude", "place_country",
    "source", "source_kind", "stance", "confidence", "trigger", "sentence", "start", "end",
)  # fmt: skip


def event_rows(record: Record) -> list[tuple[Cell, ...]]:
    """Return one row an event, in text order, with the columns of `HEADER`; None where nothing is told.

    Lists are joined with "; ". Countries and sectors stand in the order of their actors, "?" for one that
    is not known beside one that is; several sectors of one actor have a space between them. `source` is
    innermost first ("A < B": B says that A said); without one it is the author's own word.
    """
    names = names_of(record)
    return [_row(record, event, said, names) for event, said in zip(record.events, sayers(record), strict=True)]


def csv_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield the header and the rows of all records as lines of CSV (RFC 4180), each with its line end."""
    yield csv_line(HEADER)
    for record in records:
        for row in event_rows(record):
            yield csv_line(row)


def _row(record: Record, event: Event, said: tuple[Attribution, ...], names: dict[str, str]) -> tuple[Cell, ...]:
    article, when, where = record.article, event.date, event.place
    return (
        article.id, article.title, article.published.isoformat() if article.published else None,
        event.id, event.type, "; ".join(event.modes) or None, "; ".join(event.contexts) or None, event.quad,
        event.score, event.status, *_participants(event.actors), *_participants(event.recipients),
        "; ".join(f"{what} {number_told(count)}" for what, count in sorted(event.counts.items())) or None,
        *((when.start, when.end, when.precision) if when else (None,) * 3),
        *((where.name, where.latitude, where.longitude, where.country) if where else (None,) * 4),
        chain(said, names) or None, said[0].kind if said else "author", said[0].stance if said else "asserts",
        event.confidence, event.trigger.text, sentence_at(record, event.trigger.start) or None,
        event.trigger.start, event.trigger.end,
    )  # fmt: skip


def _participants(participants: Sequence[Participant]) -> tuple[str | None, str | None, str | None]:
    names = "; ".join(name_of(participant) for participant in participants)
    countries = _aligned([participant.country for participant in participants])
    return (
        names or None,
        countries,
        _aligned([" ".join(participant.sector) for participant in participants]),
    )


def _aligned(values: Sequence[str | None]) -> str | None:
    return "; ".join(value or "?" for value in values) if any(values) else None
