"""Actors: entities of many articles that share an identity or, without one, their name."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field

from diurna.show.actor import MOST_EVENTS, actor_of
from diurna.show.desk.api.answering import Rows, problems
from diurna.show.desk.api.paging import After, Key, Limit, Page, listed

router = APIRouter()

_KEYS = [Key("articles", int, down=True), Key("who", str)]
_SELECT = """
    WITH fact AS (SELECT who, kind, value, sum(count)::BIGINT AS n FROM actor_facts GROUP BY ALL HAVING n > 0)
    SELECT who, arg_max(value, n) FILTER (kind = 'name') AS name,
        any_value(value) FILTER (kind = 'wikidata') AS wikidata,
        arg_max(value, n) FILTER (kind = 'country') AS country, arg_max(value, n) FILTER (kind = 'type') AS type,
        (sum(n) FILTER (kind = 'name'))::BIGINT AS articles
    FROM fact GROUP BY who
    HAVING type <> 'place'
        AND ($name IS NULL OR bool_or(kind = 'name' AND contains(lower(value), lower($name))))
        AND ($country IS NULL OR bool_or(kind = 'country' AND value = upper($country)))
        AND ($sector IS NULL OR bool_or(kind = 'sector' AND value = upper($sector)))
"""


class ActorRow(BaseModel):
    """An actor and how many articles name it."""

    who: str = Field(description="What it is asked for by: its Wikidata id or, without one, its name.")
    name: str
    wikidata: str | None
    country: str | None
    type: str
    articles: int


class Office(BaseModel):
    """An office that an article says the actor holds or held."""

    title: str
    of: str | None
    since: str | None
    until: str | None
    article: str
    published: date | None
    words: str


class Deed(BaseModel):
    """An event that the actor takes part in, as `role`."""

    role: str
    type: str
    mode: str | None
    status: str
    day: date | None
    others: str | None = Field(description="Who is on the other side.")
    article: str
    words: str


class ActorWhole(BaseModel):
    """An actor with its names, countries, sectors and offices, each counted by articles, and its events by day."""

    name: str
    wikidata: str | None
    countries: dict[str, int]
    sectors: dict[str, int]
    names: dict[str, int]
    offices: list[Office]
    deeds: list[Deed]


@router.get("/actors")
def actors(
    connection: Rows,
    name: Annotated[str | None, Query(max_length=200, description="Part of its name.")] = None,
    country: Annotated[str | None, Query(max_length=200, description="Its country's code.")] = None,
    sector: Annotated[str | None, Query(max_length=200, description="Its PLOVER sector.")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[ActorRow]:
    """List actors, those of most articles first."""
    asked = {"name": name, "country": country, "sector": sector}
    return Page[ActorRow].model_validate(listed(connection, _SELECT, asked, _KEYS, limit, after))


@router.get("/actors/{who:path}", responses=problems(s404="There is no such actor."))
def actor(connection: Rows, who: str) -> ActorWhole:
    """Return what the store has of an actor; `who` is the Wikidata id or, without one, the name."""
    return actor_told(connection, who)


def actor_told(connection: Any, who: str, most_events: int = MOST_EVENTS) -> ActorWhole:
    """Return what the store has of an actor, with so many events; raises HTTPException where there is none."""
    found = actor_of(connection, who, most_events)
    if found is None:
        raise HTTPException(404, f"the store has no actor {who!r}; /api/actors?name= finds them by parts of names")
    return ActorWhole.model_validate(asdict(found))
