"""What the store holds in all, and the runs that coded it."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from diurna.show.answers.filters import are_joined
from diurna.show.answers.questions import network, timeline
from diurna.show.desk.api.answering import Moment, Rows, StoreHere, dicts, one, problems
from diurna.show.desk.api.filtering import Filtered
from diurna.show.desk.api.paging import After, Key, Limit, Page, listed

router = APIRouter()

_MOST_EDGES = 500


class Overview(BaseModel):
    """How much the store holds."""

    diurna: str = Field(description="The version of diurna.")
    articles: int
    failed: int
    events: int = Field(description="Reports of events, one for each article that tells one.")
    joined_events: int = Field(description="Events, each once however many articles tell it.")
    quotations: int
    claims: int
    corrections: int
    first_day: date | None
    last_day: date | None
    types: dict[str, int] = Field(description="How many reports are of each PLOVER type.")
    sources: dict[str, int] = Field(description="How many articles each source has; those of most, at most 50.")


class Run(BaseModel):
    """A run of the machine over some articles."""

    run: int
    started: Moment
    ended: Moment | None
    version: str
    ontology: str | None
    coded: int
    failed: int


class Period(BaseModel):
    """The events of a period, by quad class; `period` is its first day, null for those without a day."""

    period: date | None
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    mean_score: float | None


class Edge(BaseModel):
    """How often one acts on another, by quad class; `mutual` where they act together."""

    actor: str
    recipient: str
    mutual: bool
    events: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    mean_score: float | None


Counted = Annotated[
    Literal["event", "report"] | None,
    Query(description="An event once, or each article's report of it. Without: events, where they are joined."),
]


def _counted(connection: Any, each: Literal["event", "report"] | None) -> Literal["event", "report"]:
    """Return what is counted; reports where events are not joined yet."""
    return (each or "event") if are_joined(connection) else "report"


@router.get("/overview")
def overview(store: StoreHere) -> Overview:
    """Return how much the store holds, counted once for each state of the store."""
    return Overview.model_validate(store.once("overview", _overview))


@router.get("/timeline")
def by_time(
    connection: Rows,
    filters: Filtered,
    by: Annotated[Literal["day", "week", "month", "year"], Query(description="What a row is.")] = "month",
    each: Counted = None,
) -> list[Period]:
    """Count events by period and quad class."""
    asked = timeline(connection, filters, by, _counted(connection, each)).asked()
    return [Period.model_validate(row) for row in dicts(asked)]


@router.get("/network")
def by_pair(
    connection: Rows,
    filters: Filtered,
    nodes: Annotated[Literal["country", "name"], Query(description="What a node is.")] = "country",
    each: Counted = None,
) -> list[Edge]:
    """Count who acts on whom; the 500 pairs of most events."""
    asked = network(connection, filters, nodes, _counted(connection, each)).asked()
    names = [column[0] for column in asked.description or ()]
    return [Edge.model_validate(dict(zip(names, row, strict=True))) for row in asked.fetchmany(_MOST_EDGES)]


@router.get("/runs")
def runs(connection: Rows, limit: Limit = 50, after: After = None) -> Page[Run]:
    """List the runs, the newest first; the articles that failed in one are /api/articles?run=...&state=failed."""
    return Page[Run].model_validate(listed(connection, "FROM runs", {}, [Key("run", int, down=True)], limit, after))


@router.get("/runs/{run}", responses=problems(s404="There is no such run."))
def run(connection: Rows, run: int) -> Run:
    """Return a run."""
    return Run.model_validate(one(connection.execute("FROM runs WHERE run = $run", {"run": run}), f"run {run}"))


def _overview(connection: Any) -> dict[str, Any]:
    counted = one(
        connection.execute("""
            SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM events) AS events,
                (SELECT count(*) FROM articles WHERE state = 'failed') AS failed,
                (SELECT count(*) FROM joined_events) AS joined_events,
                (SELECT count(*) FROM attributions) AS quotations, (SELECT count(*) FROM claims) AS claims,
                (SELECT count(*) FROM corrections) AS corrections,
                (SELECT min(published) FROM articles) AS first_day, (SELECT max(published) FROM articles) AS last_day
        """),
        "counts",
    )
    types = connection.execute("SELECT type, count(*) FROM events GROUP BY type ORDER BY 2 DESC, 1").fetchall()
    sources = connection.execute(
        "SELECT source, count(*) FROM articles WHERE source IS NOT NULL GROUP BY source ORDER BY 2 DESC, 1 LIMIT 50"
    ).fetchall()
    return counted | {"diurna": version("diurna"), "types": dict(types), "sources": dict(sources)}
