"""Actors: who they are, their offices with evidence, whom they act on and who on them, and what they said."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from diurna.show.desk.api.actors import ActorWhole, actor, actors
from diurna.show.desk.api.answering import Rows
from diurna.show.desk.api.paging import After
from diurna.show.desk.api.said import quotations
from diurna.show.desk.looks import page

router = APIRouter()

MOST = 24  # of those around an actor in its picture


@router.get("/actors")
def listed(
    request: Request, connection: Rows, name: Annotated[str | None, Query(max_length=200)] = None,
    country: Annotated[str | None, Query(max_length=200)] = None,
    sector: Annotated[str | None, Query(max_length=200)] = None, after: After = None,
) -> Response:  # fmt: skip
    """List the actors, those of most articles first."""
    found = actors(connection, name or None, country or None, sector or None, 60, after)
    return page(request, "actors.html", {"found": found, "given": {"name": name, "country": country, "sector": sector}})


@router.get("/actors/{who:path}")
def show(request: Request, connection: Rows, who: str) -> Response:
    """Show an actor."""
    known = actor(connection, who)
    said = quotations(connection, known.name, None, None, 20).items
    charts = {"network": network_of(known), "days": [d.day.isoformat() for d in known.deeds if d.day]}
    return page(request, "actor.html", {"who": who, "known": known, "said": said, "charts": charts})


def network_of(known: ActorWhole) -> dict[str, object]:
    """Return whom the actor acts on and who on it, the most frequent: names, how often, and which way."""
    told: Counter[tuple[str, str]] = Counter()
    for deed in known.deeds:
        for other in filter(None, (deed.others or "").split("; ")):
            if other != known.name:
                told[other, "out" if deed.role == "actor" else "in"] += 1
    names = [name for name, _ in Counter({n: 0 for n, _ in told}).items()]
    weight = {name: told[name, "out"] + told[name, "in"] for name in names}
    kept = sorted(names, key=lambda name: (-weight[name], name))[:MOST]
    around = [{"name": n, "out": told[n, "out"], "in": told[n, "in"]} for n in kept]
    return {"centre": known.name, "around": around}
