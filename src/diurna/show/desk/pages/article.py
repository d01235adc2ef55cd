"""An article: its text with events, entities, quotations, dates and places marked, each layer on and off."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from diurna.code.ontology import load_ontology
from diurna.show.desk.api.answering import Rows
from diurna.show.desk.api.articles import article, articles
from diurna.show.desk.api.paging import After
from diurna.show.desk.looks import page
from diurna.show.desk.pages.choices import choices_of
from diurna.show.desk.pages.marking import LAYERS, marks_of, segments

router = APIRouter()


@router.get("/articles")
def listed(
    request: Request, connection: Rows, title: Annotated[str | None, Query(max_length=200)] = None,
    source: Annotated[str | None, Query(max_length=200)] = None,
    state: Literal["coded", "failed"] | None = None, after: After = None,
) -> Response:  # fmt: skip
    """List the articles."""
    found = articles(connection, source or None, state, None, None, None, title or None, 60, after)
    return page(request, "articles.html", {"found": found, "given": {"title": title, "source": source, "state": state}})


@router.get("/articles/{article_key}")
def show(request: Request, connection: Rows, article_key: str) -> Response:
    """Show an article with its marks."""
    whole = article(connection, article_key)
    text = whole.record.get("article", {}).get("text") or ""
    values = {"whole": whole, "choices": choices_of(whole.record), **marked(whole.record, text)}
    return page(request, "article.html", values)


def marked(record: dict[str, Any], text: str) -> dict[str, Any]:
    """Return what the template of a marked text needs: its segments, and the records behind the marks by id."""
    entities = {one["id"]: one for one in record.get("entities", ())}
    attributions = {one["id"]: one for one in record.get("attributions", ())}
    return {
        "segments": segments(text, marks_of(record)),
        "layers": LAYERS,
        "record": record,
        "entities": entities,
        "attributions": attributions,
        "types": list(load_ontology().types),
    }
