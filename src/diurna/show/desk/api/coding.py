"""A text in, its record out."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from diurna.show.desk.api.answering import StoreHere, problems
from diurna.show.desk.coding import MOST_LETTERS, Busy, Coding, learned_by
from diurna.show.desk.limits import Limit
from diurna.show.desk.visitors import visitor_of
from diurna.store.record_json import as_json

router = APIRouter()


class Text(BaseModel):
    """A text and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=MOST_LETTERS)
    title: str | None = Field(None, max_length=1000)
    published: date | None = Field(None, description='By this day "on Tuesday" is understood.')
    source: str | None = Field(None, max_length=200)
    url: str | None = Field(None, max_length=2000)


def counted(request: Request) -> None:
    """Count a coding for whoever asks; raises HTTPException where that was too many in a minute."""
    limit: Limit = request.app.state.codings
    wait = limit.wait(visitor_of(request).name or (request.client.host if request.client else ""))
    if wait:
        raise HTTPException(429, "too many texts in a minute; wait", {"Retry-After": str(int(wait) + 1)})


@router.post(
    "/code",
    dependencies=[Depends(counted)],
    responses=problems(
        s400="The body is no JSON.",
        s403="The form's token is missing.",
        s409="What the store has learned cannot be read.",
        s413="Too long.",
        s429="Too many in a minute.",
        s503="Too many at a time.",
    ),
)
def code(request: Request, store: StoreHere, text: Text) -> dict[str, Any]:
    """Code a text and return its record (docs/record.md); nothing is stored.

    It is coded by what the store has learned (docs/correcting.md), where it has. A text that cannot be coded, such as
    one that is not English, has a record whose `article.error` says why.
    """
    coding: Coding = request.app.state.coding
    try:
        return as_json(coding.code(text.model_dump(exclude_none=True), learned_by(store)))
    except Busy as busy:
        raise HTTPException(503, str(busy), {"Retry-After": "5"}) from busy
