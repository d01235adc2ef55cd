"""The desk's pages: each a file that asks the store and fills a template."""

from __future__ import annotations

from fastapi import APIRouter

from diurna.show.desk.looks import templates
from diurna.show.desk.pages import (
    actor,
    article,
    claims,
    event,
    events,
    overview,
    place,
    queue,
    quotations,
    runs,
    try_it,
)  # fmt: skip
from diurna.show.desk.pages.marking import chains_of

templates.env.filters["chains"] = chains_of
router = APIRouter()
for _page in (overview, events, event, article, actor, place, quotations, claims, runs, queue, try_it):
    router.include_router(_page.router)
