"""Actors: who they are, their offices with evidence, whom they act on and who on them, and what they said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from diurna.show.actor import DEEDS, rows_of_actor
from diurna.show.desk.api.actors import actor_told, actors
from diurna.show.desk.api.answering import Rows, dicts
from diurna.show.desk.api.paging import After
from diurna.show.desk.looks import page

router = APIRouter()

MOST = 24  # of those around an actor in its picture

# The keys of the newest events are found first, then all that is shown of these.
_DEEDS = f"""
    WITH newest AS MATERIALIZED (
        FROM ({DEEDS}) ORDER BY day DESC NULLS LAST, article_number DESC, sentence, event_id LIMIT 200
    ),
    numbers AS MATERIALIZED (SELECT DISTINCT article_number FROM newest)
    SELECT n.*, e.type, e.quad, array_to_string(e.mode, ', ') AS mode, e.status, s.text AS sentence, (
            SELECT list(DISTINCT coalesce(o.name, o.text))
            FROM (FROM participants SEMI JOIN numbers USING (article_number)) AS o
            WHERE o.article_number = n.article_number AND o.event_id = n.event_id AND o.role <> n.role
        ) AS others
    FROM (SELECT * EXCLUDE (sentence) FROM newest) AS n
    JOIN (FROM events SEMI JOIN numbers USING (article_number)) AS e
        ON e.article_number = n.article_number AND e.event_id = n.event_id
    LEFT JOIN (FROM sentences SEMI JOIN numbers USING (article_number)) AS s
        ON s.article_number = e.article_number AND s.sentence = e.sentence
    ORDER BY n.day DESC NULLS LAST, n.article_number DESC, e.position
"""
_OFFICES = """
    WITH {mine}
    SELECT r.title, r.of_what, r.since, r.until, count(DISTINCT r.article_key) AS articles,
        min(a.published) AS first_day, max(a.published) AS last_day,
        arg_min({{'key': r.article_key, 'entity': r.entity_id, 'words': r.text}}, (a.published, r.article_key)) AS told
    FROM mine AS r
    JOIN articles AS a ON a.article_number = r.article_number
    GROUP BY ALL ORDER BY first_day NULLS LAST, articles DESC, title, of_what
"""
_SAID = """
    WITH {mine}
    SELECT s.text AS quote, s.attribution_id, s.article_key, a.published, coalesce(a.title, a.article_id) AS title
    FROM mine AS s
    JOIN articles AS a ON a.article_number = s.article_number
    WHERE s.form <> 'indirect'
    ORDER BY a.published DESC NULLS LAST, s.article_key, s.position LIMIT 30
"""


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
    known = actor_told(connection, who, most_events=0)
    asked = {"who": who}
    deeds = dicts(connection.execute(_DEEDS, asked))
    offices = dicts(connection.execute(_OFFICES.format(mine=rows_of_actor(connection, "roles")), asked))
    said = dicts(connection.execute(_SAID.format(mine=rows_of_actor(connection, "attributions")), asked))
    days = [deed["day"].isoformat() for deed in deeds if deed["day"]]
    charts = {"network": network_of(known.name, deeds), "days": days}
    values = {"known": known, "offices": offices, "deeds": deeds, "said": said, "charts": charts}
    return page(request, "actor.html", values)


def network_of(centre: str, deeds: Iterable[Mapping[str, Any]]) -> dict[str, object]:
    """Return whom an actor acts on ("out") and who on it ("in"), and how often; those of most events, at most MOST.

    Each deed has the actor's `role` and the `others`, the names on the other side, or None.
    """
    ways: Counter[tuple[str, str]] = Counter()
    for deed in deeds:
        way = "out" if deed["role"] == "actor" else "in"
        ways.update((other, way) for other in deed["others"] or () if other != centre)
    weights: Counter[str] = Counter()
    for (name, _), count in ways.items():
        weights[name] += count
    kept = sorted(weights, key=lambda name: (-weights[name], name))[:MOST]
    return {"centre": centre, "around": [{"name": n, "out": ways[n, "out"], "in": ways[n, "in"]} for n in kept]}
