"""The desk's pages."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

router = APIRouter()


@router.get("/")
def overview(request: Request) -> PlainTextResponse:
    """Show how much the store holds."""
    with request.app.state.store.rows() as connection:
        ((articles, events),) = connection.execute(
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM events)"
        ).fetchall()
    return PlainTextResponse(f"{articles} articles, {events} events\n")
