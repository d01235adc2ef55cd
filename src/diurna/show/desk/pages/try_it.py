"""Try it: paste a text or drop a file, and see its record at once; nothing is stored."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from diurna.show.desk.api.answering import StoreHere
from diurna.show.desk.api.coding import counted
from diurna.show.desk.coding import MOST_LETTERS, Busy, Coding, learned_by
from diurna.show.desk.looks import page
from diurna.show.desk.pages.article import marked
from diurna.store.record_json import as_json

router = APIRouter()


@router.get("/try")
def empty(request: Request) -> Response:
    """Show the form."""
    return page(request, "try.html", {"given": "", "day": "", "most": MOST_LETTERS})


@router.post("/try", dependencies=[Depends(counted)])
def code(
    request: Request,
    store: StoreHere,
    text: Annotated[str, Form(max_length=MOST_LETTERS)] = "",
    day: Annotated[str, Form()] = "",
) -> Response:
    """Show the record of a text, coded by the weights that the store has learned."""
    values: dict[str, object] = {"given": text, "day": day, "most": MOST_LETTERS}
    if not text.strip():
        return page(request, "try.html", values | {"wrong": "Paste a text first."}, 422)
    coding: Coding = request.app.state.coding
    try:
        given: dict[str, object] = {"text": text.replace("\r\n", "\n")}
        if day:
            given["published"] = date.fromisoformat(day)
        record = as_json(coding.code(given, learned_by(store)))
    except ValueError:
        return page(request, "try.html", values | {"wrong": f"{day!r} is no day; write 2025-03-04."}, 422)
    except Busy as busy:
        return page(request, "try.html", values | {"wrong": str(busy)}, 503)
    if record["article"].get("error"):
        return page(request, "try.html", values | {"wrong": record["article"]["error"]}, 422)
    return page(request, "try.html", values | marked(record, record["article"]["text"]))
