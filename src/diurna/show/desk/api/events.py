"""Events as articles report them, one by one, and each whole with its reports and its history."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field

from diurna.show.answers.filters import Filters, asked_of
from diurna.show.answers.questions import of_chosen
from diurna.show.desk.api.answering import Rows, dicts, one, problems
from diurna.show.desk.api.filtering import Filtered
from diurna.show.desk.api.paging import After, Key, Limit, Page, behind, ordered, paged
from diurna.store.tables import find

router = APIRouter()

_GIVEN = "SELECT unnest($articles) AS article_key, unnest($events) AS event_id"
_NEVER = "DATE '0001-01-01'"
_KEYS = [Key("article_key", str), Key("event_id", str)]
_SORTS = {
    "day": [Key("sort_day", date), *_KEYS],
    "-day": [Key("sort_day", date, down=True), *_KEYS],
    "confidence": [Key("confidence", float), *_KEYS],
    "-confidence": [Key("confidence", float, down=True), *_KEYS],
}
# What the first key is, a value that is never null.
_SORTED = {"day": f"coalesce(x.first_day, {_NEVER})", "confidence": "x.confidence"}


class EventRow(BaseModel):
    """An event, flat, with the columns of event_table (docs/store.md); several values stand in one text, by "; "."""

    article_key: str
    event_id: str
    article_id: str
    title: str | None
    published: date | None
    type: str
    mode: str | None
    context: str | None
    quad: int | None
    score: float | None
    status: str
    actor: str | None
    actor_country: str | None
    actor_sector: str | None
    recipient: str | None
    recipient_country: str | None
    recipient_sector: str | None
    counts: str | None
    date_start: date | None
    date_end: date | None
    date_precision: str | None
    place: str | None
    latitude: float | None
    longitude: float | None
    place_country: str | None
    source: str | None
    source_kind: str
    stance: str
    vouched: bool
    confidence: float
    trigger: str
    sentence: str | None
    start_offset: int
    end_offset: int
    joined_id: str | None = Field(description="The event that this report and those of other articles tell.")
    reports: int | None = Field(description="How many reports tell it.")
    checked: str | None = Field(description="confirmed, changed or added, where a person looked at it.")


class Report(BaseModel):
    """An article's report of an event that several may tell."""

    article_key: str
    event_id: str
    article_id: str
    title: str | None
    source: str | None
    published: date | None
    trigger: str
    score: float = Field(description="How alike it is to the rest, from 0 to 1.")


class FieldValue(BaseModel):
    """A value that reports give to a field: the articles that support and that contradict it; `best` is the chosen."""

    field: str
    value: str
    supported: list[str]
    contradicted: list[str]
    best: bool


class EventWhole(BaseModel):
    """An event with all that is known of it."""

    event: dict[str, Any] = Field(description="As in the record (docs/record.md).")
    row: EventRow
    reports: list[Report]
    fields: list[FieldValue]


@router.get("/events")
def events(
    connection: Rows,
    filters: Filtered,
    sort: Annotated[Literal["day", "-day", "confidence", "-confidence"], Query(description="`-`: down.")] = "-day",
    limit: Limit = 50,
    after: After = None,
) -> Page[EventRow]:
    """List events, by day (that of publication where none is told) or by confidence."""
    keys, known = _chosen(connection, filters, sort, limit, after)
    asked = connection.execute(f"{_rows(connection, keys)} {ordered(_SORTS[sort])}", known)
    page = paged(asked, _SORTS[sort], limit)
    _add_joined(connection, page["items"])
    return Page[EventRow].model_validate(page)


@router.get("/events/{article_key}/{event_id}", responses=problems(s404="There is no such event."))
def event(connection: Rows, article_key: str, event_id: str) -> EventWhole:
    """Return an event whole: as in its article's record, its reports, and which support or contradict each field."""
    known = {"article": article_key, "event": event_id}
    key = (
        "SELECT article_number, article_key, event_id, sentence FROM events "
        "WHERE article_key = $article AND event_id = $event"
    )
    row = one(connection.execute(_rows(connection, key), known), f"event {event_id!r} of article {article_key!r}")
    _add_joined(connection, [row])
    ((record,),) = connection.execute(
        "SELECT record FROM articles WHERE article_key = $article", {"article": article_key}
    ).fetchall()
    whole = next((told for told in json.loads(record).get("events", ()) if told["id"] == event_id), None)
    if whole is None:
        raise HTTPException(404, "the article's record has no such event; `diurna merge` makes the tables anew")
    joined = {"joined": row["joined_id"]}
    return EventWhole(
        event=whole,
        row=EventRow.model_validate(row),
        reports=[Report.model_validate(told) for told in dicts(connection.execute(_REPORTS, joined))],
        fields=[FieldValue.model_validate(told) for told in dicts(connection.execute(_FIELDS, joined))],
    )


_REPORTS = """
    SELECT r.article_key, r.event_id, a.article_id, a.title, a.source, a.published, e.text AS "trigger", r.score
    FROM reports AS r JOIN articles AS a USING (article_key) JOIN events AS e USING (article_key, event_id)
    WHERE r.joined_id = $joined ORDER BY a.published, a.article_id, e.start_offset
"""
_FIELDS = """
    SELECT field, value, supported, contradicted, best FROM joined_fields
    WHERE joined_id = $joined ORDER BY field, best DESC, value
"""


def _chosen(connection: Any, filters: Filters, sort: str, limit: int, after: str | None) -> tuple[str, dict[str, Any]]:
    """Return the query for the keys of the events of a page and of one more, and its parameters."""
    asked = asked_of(connection, filters)
    first, *names = _SORTS[sort]
    keys = [
        Key(_SORTED[sort.removeprefix("-")], first.kind, first.down),
        *(Key(f"x.{name.sql}", name.kind) for name in names),
    ]
    condition, values = behind(keys, after)
    sql = (
        f"{asked.before} SELECT x.article_number, x.article_key, x.event_id, x.sentence FROM event_search AS x "
        f"WHERE {asked.where} AND {condition} {ordered(keys)} LIMIT $limit"
    )
    return sql, asked.parameters | values | {"limit": limit + 1}


def _rows(connection: Any, keys: str) -> str:
    """Return the query of the rows of the events that `keys`, a query, chooses."""
    return f"""
        {of_chosen(connection, keys)}
        SELECT flat.*, coalesce(date_start, published, {_NEVER}) AS sort_day FROM flat
    """


def _add_joined(connection: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Add to each row the event that several reports tell, how many they are, and whether a person looked at it."""
    keys = [row["article_key"] for row in rows]
    asked = connection.execute(
        f"SELECT article_key, event_id, joined_id FROM reports SEMI JOIN ({_GIVEN}) USING (article_key, event_id)",
        {"articles": keys, "events": [row["event_id"] for row in rows]},
    )
    told = {(a, e): joined for a, e, joined in asked.fetchall()}
    mine = sorted({told[key] for row in rows if (key := (row["article_key"], row["event_id"])) in told})
    reports = dict(find(connection, "joined_events", "joined_id, reports", "joined_id", mine))
    columns = "article_key, event_id, state"
    checked = {(a, e): state for a, e, state in find(connection, "checked", columns, "article_key", sorted(set(keys)))}
    for row in rows:
        key = row["article_key"], row["event_id"]
        row |= {"joined_id": told.get(key), "reports": reports.get(told.get(key)), "checked": checked.get(key)}
