"""The record as JSON under /api (docs/desk-api.md)."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from diurna.show.desk.api import actors, articles, coding, corrections, events, export, places, runs, said
from diurna.show.desk.api.answering import problems, tagged

_ALL = {
    304: {"description": "The client has this answer already (If-None-Match)."},
    **problems(s401="Log in first.", s404="What is asked for, or the place in the list, is not there."),
}
router = APIRouter(prefix="/api", dependencies=[Depends(tagged)], responses=_ALL)
for _part in (events, articles, actors, places, said, runs, corrections, coding, export):
    router.include_router(_part.router)
