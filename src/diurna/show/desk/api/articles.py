"""Articles, and each whole with its record."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from diurna.show.desk.api.answering import Rows, one, problems
from diurna.show.desk.api.paging import After, Key, Limit, Page, listed

router = APIRouter()

_KEYS = [Key("sort_day", date, down=True), Key("article_key", str)]
_SELECT = """
    SELECT article_key, article_id, title, url, source, published, state, error, run,
        coalesce(published, DATE '0001-01-01') AS sort_day
    FROM articles AS a
    WHERE ($source IS NULL OR source = $source) AND ($state IS NULL OR state = $state)
        AND ($run IS NULL OR run = $run) AND ($since IS NULL OR published >= $since)
        AND ($until IS NULL OR published <= $until)
        AND ($title IS NULL OR contains(lower(title), lower($title)))
"""


class ArticleRow(BaseModel):
    """An article without its text."""

    article_key: str
    article_id: str
    title: str | None
    url: str | None
    source: str | None
    published: date | None
    state: Literal["coded", "failed"]
    error: str | None = Field(description="Why it failed.")
    run: int


class ArticleWhole(ArticleRow):
    """An article with its record."""

    events: int
    corrections: int = Field(description="How often people corrected it, what was taken back included.")
    record: dict[str, Any] = Field(description="The record as it is shown, corrections applied (docs/record.md).")


@router.get("/articles")
def articles(
    connection: Rows,
    source: Annotated[str | None, Query(max_length=200, description="The source's name, whole.")] = None,
    state: Annotated[Literal["coded", "failed"] | None, Query(description="Only these.")] = None,
    run: Annotated[int | None, Query(ge=1, lt=2**31, description="Those that this run coded.")] = None,
    since: Annotated[date | None, Query(alias="from", description="Published on this day or later.")] = None,
    until: Annotated[date | None, Query(alias="to", description="Published on this day or before.")] = None,
    title: Annotated[str | None, Query(max_length=200, description="Words of the title.")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[ArticleRow]:
    """List articles, the newest first; failed ones say why."""
    asked = {"source": source, "state": state, "run": run, "since": since, "until": until, "title": title}
    return Page[ArticleRow].model_validate(listed(connection, _SELECT, asked, _KEYS, limit, after))


@router.get("/articles/{article_key}", responses=problems(s404="There is no such article."))
def article(connection: Rows, article_key: str) -> ArticleWhole:
    """Return an article with its text and its record."""
    asked = connection.execute(
        """
        SELECT article_key, article_id, title, url, source, published, state, error, run, record,
            (SELECT count(*) FROM events AS e WHERE e.article_key = a.article_key) AS events,
            (SELECT count(*) FROM corrections AS c WHERE c.article_key = a.article_key) AS corrections
        FROM articles AS a WHERE article_key = $key
        """,
        {"key": article_key},
    )
    row = one(asked, f"article {article_key!r}")
    return ArticleWhole.model_validate(row | {"record": json.loads(row["record"])})
