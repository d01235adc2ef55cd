"""Runs of the machine, with the articles that failed and why."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from diurna.show.desk.api.answering import Rows
from diurna.show.desk.api.articles import articles
from diurna.show.desk.api.paging import After
from diurna.show.desk.api.runs import runs
from diurna.show.desk.looks import page

router = APIRouter()


@router.get("/runs")
def show(request: Request, connection: Rows, after: After = None) -> Response:
    """List the runs, and the articles that failed."""
    failed = articles(connection, None, "failed", None, None, None, None, 100, after)
    return page(request, "runs.html", {"found": runs(connection, 50), "failed": failed})
