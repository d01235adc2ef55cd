"""Corrections: listed, made, taken back; and what to look at next."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from diurna.show.desk.api.answering import Moment, Rows, StoreHere, problems
from diurna.show.desk.api.paging import After, Key, Limit, Page, behind, cursor, ordered, paged, read
from diurna.show.desk.visitors import Coder
from diurna.store.corrections import Correction, correct, correction_of, queue, undo
from diurna.store.corrections.correction import Field as Changed
from diurna.store.corrections.correction import Kind

router = APIRouter()

_KEYS = [Key("id", int, down=True)]
_QUEUE = [Key("helps", float, down=True), Key("article_key", str), Key("event", str)]
_REFUSED = problems(
    s400="The body is no JSON.",
    s403="A coder may, or an admin.",
    s404="There is no such correction.",
    s409="It fits nothing that is shown.",
)


class Anchor(BaseModel):
    """The words that a correction is about: offsets in the article's text, and the event's type or entity's name."""

    start: int
    end: int
    label: str


class CorrectionMade(BaseModel):
    """A correction as it is kept (docs/correcting.md)."""

    id: int
    at: Moment
    who: str
    kind: Kind
    article_key: str
    event: str | None
    entity: str | None
    field: Changed | None
    before: JsonValue = None
    after: JsonValue = None
    note: str | None
    anchor: Anchor | None
    undoes: int | None


class CorrectionGiven(BaseModel):
    """A correction to make; docs/correcting.md has the forms of `after` for each kind."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    article_key: str = Field(max_length=200)
    event: str | None = Field(None, max_length=200, description="The event's id in the record as it is shown.")
    entity: str | None = Field(None, max_length=200, description="The entity's id in the record as it is shown.")
    field: Changed | None = Field(None, description='What a "change" changes.')
    after: JsonValue = Field(None, description="What is right.")
    note: str | None = Field(None, max_length=2000)
    undoes: int | None = Field(None, ge=0, lt=2**31, description='The correction that an "undo" takes back.')


class QueuedEvent(BaseModel):
    """An event to look at next, how much that helps (0 to 1), and why."""

    article_key: str
    event: str
    article_id: str
    title: str | None
    type: str
    trigger: str
    confidence: float
    helps: float
    reasons: list[str]


@router.get("/corrections")
def corrections(
    connection: Rows,
    article_key: Annotated[str | None, Query(max_length=200, description="Of this article.")] = None,
    who: Annotated[str | None, Query(max_length=200, description="Made by this person.")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[CorrectionMade]:
    """List corrections, undone ones and undoings too, the newest first."""
    condition, values = behind(_KEYS, after)
    asked = connection.execute(
        f"""
        SELECT id, article_key FROM corrections
        WHERE ($article IS NULL OR article_key = $article) AND ($who IS NULL OR who = $who) AND {condition}
        {ordered(_KEYS)} LIMIT $limit
        """,
        {"article": article_key, "who": who, "limit": limit + 1} | values,
    )
    found = paged(asked, _KEYS, limit)
    made = [correction_of(connection, row["id"]) for row in found["items"]]
    return Page[CorrectionMade](items=[_made(one) for one in made if one], next=found["next"])


@router.post("/corrections", status_code=201, responses=_REFUSED)
def make(store: StoreHere, visitor: Coder, given: CorrectionGiven) -> CorrectionMade:
    """Make a correction; it is shown at once."""
    one = Correction(who=visitor.name or "", **given.model_dump())
    if one.kind == "undo":
        return take_back(store, visitor, one.undoes or 0)
    with store.writing() as open_store:
        return _made(correct(open_store, one))


@router.post("/corrections/{id}/undo", status_code=201, responses=_REFUSED)
def take_back(store: StoreHere, visitor: Coder, id: Annotated[int, Path(ge=0, lt=2**31)]) -> CorrectionMade:
    """Take a correction back: one's own or, for an admin, anybody's."""
    with store.writing() as open_store:
        there = correction_of(open_store.connection, id)
        if there is None:
            raise HTTPException(404, f"there is no correction {id}")
        if there.who != visitor.name and not visitor.may("admin"):
            raise HTTPException(403, f"correction {id} is {there.who}'s; an admin may take it back")
        return _made(undo(open_store, id, visitor.name or ""))


@router.get("/queue")
def next_to_look_at(connection: Rows, limit: Limit = 50, after: After = None) -> Page[QueuedEvent]:
    """List the events that nobody has looked at, those first that help most."""
    place = tuple(read(_QUEUE, after)) if after is not None else None
    found = queue(connection, limit + 1, place)
    rows = [QueuedEvent.model_validate(asdict(one)) for one in found[:limit]]
    return Page[QueuedEvent](items=rows, next=cursor(found[limit - 1].cursor) if len(found) > limit else None)


def _made(one: Correction) -> CorrectionMade:
    return CorrectionMade.model_validate(asdict(one))
