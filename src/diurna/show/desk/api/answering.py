"""What all answers of the API share: the store, the tag by which a client keeps an answer, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, HTTPException, Request, Response
from pydantic import AfterValidator, BaseModel

from diurna.show.desk.asking import Asking

if TYPE_CHECKING:
    import duckdb


class Problem(BaseModel):
    """Why there is no answer, and what to do."""

    detail: str


def problems(**told: str) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of refusals: `s404="there is no such article"`."""
    return {int(status[1:]): {"model": Problem, "description": why} for status, why in told.items()}


def the_store(request: Request) -> Asking:
    """Return the store that the desk asks."""
    store: Asking = request.app.state.store
    return store


def the_rows(request: Request) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a cursor on the store."""
    with the_store(request).rows() as connection:
        yield connection


# The store keeps times in UTC, without saying so; an answer says so.
Moment = Annotated[datetime, AfterValidator(lambda time: time.replace(tzinfo=UTC))]

StoreHere = Annotated[Asking, Depends(the_store)]
Rows = Annotated[Any, Depends(the_rows)]  # a DuckDB cursor; its type is not there to read at run time


def tagged(request: Request, response: Response) -> None:
    """Tag the answer with the store's version; one that the client has already is not asked of the store again."""
    if request.method != "GET":
        return
    tag = tag_of(request)
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known or tag.removeprefix("W/") in known:
        raise HTTPException(304, headers={"ETag": tag})
    response.headers["ETag"] = tag


def tag_of(request: Request) -> str:
    """Return the tag of all answers as the store is now."""
    return f'W/"{the_store(request).version}"'


def dicts(asked: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """Return the rows of a question, each by the names of its columns."""
    names = [column[0] for column in asked.description or ()]
    return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]


def one(asked: duckdb.DuckDBPyConnection, what: str) -> dict[str, Any]:
    """Return the one row of a question; raises HTTPException, naming what was asked for, where there is none."""
    rows = dicts(asked)
    if not rows:
        raise HTTPException(404, f"the store has no {what}")
    return rows[0]
