"""The overview: how much there is, over time and on the map, the newest, and who reports."""

from __future__ import annotations

from datetime import date
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
    begin = since(told.first_day)
    earlier = sum(month["events"] for month in months if month["period"] and month["period"] < begin)
    charts = {"months": [month for month in months if (month["period"] or "") >= begin], "places": places}
    values = {"told": told, "newest": newest, "charts": charts, "earlier": earlier, "begin": begin}
    return page(request, "overview.html", values | {"most": max(told.types.values(), default=1)})


def since(first_day: date | None) -> str:
    """Return the month that the picture begins with, a year before the first report; what lies before is history."""
    return date(max(first_day.year - 1, 1), first_day.month, 1).isoformat() if first_day else "0001-01-01"
