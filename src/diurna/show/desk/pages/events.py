"""The list of events: filters that stand in the address, so that a list can be shared; the next rows as one scrolls."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import Response

from diurna.code.ontology import load_ontology
from diurna.records.record import Status
from diurna.show.desk.api.answering import Rows, StoreHere
from diurna.show.desk.api.events import events
from diurna.show.desk.api.filtering import Filtered
from diurna.show.desk.api.paging import After
from diurna.show.desk.api.runs import overview
from diurna.show.desk.looks import page

router = APIRouter()

Sort = Annotated[Literal["day", "-day", "confidence", "-confidence"], Query()]


def plain(request: Request) -> None:
    """Send a form's address, which names the fields left empty too, on to the address of the filters that are given."""
    given = request.query_params.multi_items()
    if not all(value for _, value in given):
        kept = urlencode([(name, value) for name, value in given if value])
        raise HTTPException(303, headers={"Location": f"/events?{kept}" if kept else "/events"})


@router.get("/events", dependencies=[Depends(plain)])
def show(
    request: Request, store: StoreHere, connection: Rows, filters: Filtered, sort: Sort = "-day", after: After = None
) -> Response:  # fmt: skip
    """Show events that the filters ask for; asked by htmx, only the rows."""
    found = events(connection, filters, sort, 60, after)
    given = {name: value for name, value in request.query_params.items() if name != "after"}
    values: dict[str, Any] = {
        "rows": found.items,
        "more": f"/events?{urlencode({**given, 'after': found.next})}" if found.next else None,
        "given": given,
        "sort": sort,
        "address": f"?{urlencode(given)}" if given else "",
    }
    if request.headers.get("hx-request"):
        answer = page(request, "_events.html", values)
        if after is None:  # what was typed stands in the address, to be shared; the next rows are no place of their own
            answer.headers["HX-Replace-Url"] = f"/events{values['address']}"
        answer.headers["Vary"] = "HX-Request"
        return answer
    ontology = load_ontology()
    values |= {
        "types": sorted({*ontology.types, *overview(store).types}),
        "modes": sorted({mode for kind in ontology.types.values() for mode in kind.modes}),
        "statuses": get_args(Status),
    }
    answer = page(request, "events.html", values)
    answer.headers["Vary"] = "HX-Request"
    return answer
