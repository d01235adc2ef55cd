"""Places: where events stand, and what happened at one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from diurna.show.answers.filters import Filters
from diurna.show.desk.api.answering import Rows
from diurna.show.desk.api.events import events
from diurna.show.desk.api.paging import After
from diurna.show.desk.api.places import place, places
from diurna.show.desk.looks import page

router = APIRouter()


@router.get("/places")
def listed(
    request: Request, connection: Rows, name: Annotated[str | None, Query(max_length=200)] = None,
    country: Annotated[str | None, Query(max_length=200)] = None, after: After = None,
) -> Response:  # fmt: skip
    """List the places of events."""
    found = places(connection, name or None, country or None, 60, after)
    return page(request, "places.html", {"found": found, "given": {"name": name, "country": country}})


@router.get("/places/{which:path}")
def show(request: Request, connection: Rows, which: str) -> Response:
    """Show a place."""
    known = place(connection, which)
    rows = events(connection, Filters(place=known.name), "-day", 100).items
    spots = [{"name": known.name, "latitude": known.latitude, "longitude": known.longitude, "events": known.events}]
    charts = {"places": spots if known.latitude is not None else []}
    return page(request, "place.html", {"known": known, "rows": rows, "charts": charts})
