"""What to look at next: the events whose checking helps most."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from diurna.show.desk.api.answering import Rows, StoreHere
from diurna.show.desk.api.corrections import QueuedEvent, next_to_look_at
from diurna.show.desk.api.paging import After, Page
from diurna.show.desk.looks import page

router = APIRouter()

MOST = 60  # rows of a page


@router.get("/queue")
def show(request: Request, store: StoreHere, connection: Rows, after: After = None) -> Response:
    """List the events that nobody has looked at, those first that help most; the head is asked once a state."""
    found = next_to_look_at(connection, MOST, after) if after else store.once("queue", _head)
    return page(request, "queue.html", {"found": found})


@router.get("/queue/next")
def following(store: StoreHere) -> Response:
    """Go to the event that helps most."""
    found = store.once("queue", _head).items
    return RedirectResponse(f"/events/{found[0].article_key}/{found[0].event}" if found else "/queue", 303)


def _head(connection: Any) -> Page[QueuedEvent]:
    return next_to_look_at(connection, MOST)
