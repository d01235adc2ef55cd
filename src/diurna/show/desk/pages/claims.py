"""Claims of articles on other events, and what the record says of each."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response

from diurna.show.desk.api.answering import StoreHere
from diurna.show.desk.api.paging import After
from diurna.show.desk.api.said import claims
from diurna.show.desk.looks import page

router = APIRouter()
VERDICTS = ("supported", "contradicted", "not enough record")


@router.get("/claims")
def show(
    request: Request, store: StoreHere,
    verdict: Literal["supported", "contradicted", "not enough record", ""] = "", after: After = None,
) -> Response:  # fmt: skip
    """List the claims."""
    found = claims(store, verdict or None, 60, after)
    return page(request, "claims.html", {"found": found, "given": {"verdict": verdict}, "verdicts": VERDICTS})
