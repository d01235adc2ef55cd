"""What to look at next: the events whose checking helps most."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from diurna.show.desk.api.answering import Rows
from diurna.show.desk.api.corrections import next_to_look_at
from diurna.show.desk.api.paging import After
from diurna.show.desk.looks import page

router = APIRouter()


@router.get("/queue")
def show(request: Request, connection: Rows, after: After = None) -> Response:
    """List the events that nobody has looked at, those first that help most."""
    return page(request, "queue.html", {"found": next_to_look_at(connection, 60, after)})


@router.get("/queue/next")
def following(connection: Rows) -> Response:
    """Go to the event that helps most."""
    found = next_to_look_at(connection, 1).items
    return RedirectResponse(f"/events/{found[0].article_key}/{found[0].event}" if found else "/queue", 303)
