"""The overview: how much there is, over time and on the map, the newest, and who reports."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from diurna.show.answers.filters import Filters
from diurna.show.desk.api.answering import Rows, StoreHere, dicts
from diurna.show.desk.api.events import events
from diurna.show.desk.api.runs import by_time, overview
from diurna.show.desk.looks import page

router = APIRouter()

_PLACES = """
    SELECT mode(place) AS name, any_value(latitude) AS latitude, any_value(longitude) AS longitude, count(*) AS events
    FROM events WHERE latitude IS NOT NULL GROUP BY coalesce(geonames::VARCHAR, place) ORDER BY events DESC LIMIT 800
"""


@router.get("/")
def show(request: Request, store: StoreHere, connection: Rows) -> Response:
    """Show what the store holds."""
    told = overview(store)
    months = store.once("months", lambda rows: [p.model_dump(mode="json") for p in by_time(rows, Filters(), "month")])
    places: list[dict[str, Any]] = store.once("map", lambda rows: dicts(rows.execute(_PLACES)))
    newest = events(connection, Filters(), "-day", 12).items
    charts = {"months": [month for month in months if month["period"]], "places": places}
    return page(request, "overview.html", {"told": told, "newest": newest, "charts": charts, "most": _most(told.types)})


def _most(counts: dict[str, int]) -> int:
    return max(counts.values(), default=1)
