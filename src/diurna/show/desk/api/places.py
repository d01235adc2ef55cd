"""Places of events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from diurna.show.desk.api.answering import Rows, dicts, one, problems
from diurna.show.desk.api.paging import After, Key, Limit, Page, listed

router = APIRouter()

_KEYS = [Key("events", int, down=True), Key("which", str)]
_SELECT = """
    SELECT coalesce(geonames::VARCHAR, place) AS which, mode(place) AS name, mode(place_country) AS country,
        mode(admin1) AS admin1, any_value(geonames) AS geonames, any_value(latitude) AS latitude,
        any_value(longitude) AS longitude, count(*) AS events
    FROM events
    WHERE place IS NOT NULL AND ($name IS NULL OR contains(lower(place), lower($name)))
        AND ($country IS NULL OR place_country = upper($country))
        AND ($which IS NULL OR coalesce(geonames::VARCHAR, place) = $which)
    GROUP BY which
"""


class PlaceRow(BaseModel):
    """A place and how many reports of events stand there."""

    which: str = Field(description="What it is asked for by: its GeoNames id or, without one, its name.")
    name: str
    country: str | None
    admin1: str | None
    geonames: int | None
    latitude: float | None
    longitude: float | None
    events: int


class TypeCount(BaseModel):
    """How many reports of a type stand there."""

    type: str
    events: int


class PlaceWhole(PlaceRow):
    """A place with what happened there, by type."""

    types: list[TypeCount]


@router.get("/places")
def places(
    connection: Rows,
    name: Annotated[str | None, Query(max_length=200, description="Part of its name.")] = None,
    country: Annotated[str | None, Query(max_length=200, description="Its country's code.")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[PlaceRow]:
    """List the places of events, those of most events first."""
    asked = {"name": name, "country": country, "which": None}
    return Page[PlaceRow].model_validate(listed(connection, _SELECT, asked, _KEYS, limit, after))


@router.get("/places/{which:path}", responses=problems(s404="There is no such place."))
def place(connection: Rows, which: str) -> PlaceWhole:
    """Return a place of events; `which` is its GeoNames id or, without one, its name."""
    asked = {"name": None, "country": None, "which": which}
    row = one(connection.execute(_SELECT, asked), f"place {which!r}")
    types = connection.execute(
        "SELECT type, count(*) AS events FROM events WHERE coalesce(geonames::VARCHAR, place) = $which "
        "GROUP BY type ORDER BY events DESC, type",
        {"which": which},
    )
    return PlaceWhole.model_validate(row | {"types": dicts(types)})
