"""Quotations: who said what, to whom, when."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from diurna.show.desk.api.answering import Rows
from diurna.show.desk.api.paging import After
from diurna.show.desk.api.said import quotations
from diurna.show.desk.looks import page

router = APIRouter()


@router.get("/quotations")
def show(
    request: Request, connection: Rows, speaker: Annotated[str | None, Query(max_length=200)] = None,
    text: Annotated[str | None, Query(max_length=200)] = None,
    form: Literal["direct", "indirect", "mixed", "any"] = "direct", after: After = None,
) -> Response:  # fmt: skip
    """List what was said; direct speech unless another form is asked for."""
    found = quotations(connection, speaker or None, text or None, None if form == "any" else form, 60, after)
    return page(request, "quotations.html", {"found": found, "given": {"speaker": speaker, "text": text, "form": form}})
