"""What was said: quotations with their speakers, and claims with what the record says of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from diurna.show.desk.api.answering import Rows, StoreHere
from diurna.show.desk.api.paging import After, Key, Limit, Page, behind, cursor, ordered, paged, read
from diurna.store.claims import CheckedClaim, check_claims

router = APIRouter()

_KEYS = [Key("sort_day", date, down=True), Key("article_key", str), Key("attribution_id", str)]
# Which come first is found among few columns; what they say is then looked up for these.
_CHOSEN = """
    SELECT s.article_key, s.attribution_id, coalesce(published, DATE '0001-01-01') AS sort_day
    FROM attributions AS s JOIN articles AS a ON a.article_key = s.article_key
    WHERE ($speaker IS NULL OR contains(lower(source_name), lower($speaker)))
        AND ($text IS NULL OR contains(lower(s.text), lower($text))) AND ($form IS NULL OR form = $form)
"""
_SELECT = """
    SELECT s.article_key, s.attribution_id, article_id, title, published, source_name AS speaker, e.country,
        s.kind, s.form, s.stance, s.cue_text AS said, s.addressee_text AS to_whom, s.text AS quote, s.start_offset,
        s.end_offset, sort_day, s.how_many_text AS how_many, s.of_body_text AS of_body,
        s.why_unnamed_text AS why_unnamed, s.post_platform AS platform, s.post_handle AS handle
    FROM chosen
    JOIN attributions AS s USING (article_key, attribution_id)
    JOIN articles AS a ON a.article_key = s.article_key
    LEFT JOIN entities AS e ON e.article_key = s.article_key AND e.entity_id = s.entity_id
"""
_CLAIMS = [Key("sort_day", date, down=True), Key("article_key", str), Key("number", int)]


class Quotation(BaseModel):
    """A passage on somebody's word."""

    article_key: str
    attribution_id: str
    article_id: str
    title: str | None
    published: date | None
    speaker: str
    country: str | None
    kind: str
    form: str
    stance: str
    said: str | None = Field(description="The words that say that it was said.")
    to_whom: str | None
    quote: str
    start_offset: int
    end_offset: int
    how_many: str | None = Field(description="Of unnamed sources: the words that say how many.")
    of_body: str | None = Field(description="Of unnamed sources: the body or state whose people they are.")
    why_unnamed: str | None = Field(description="Of unnamed sources: on what terms, and why, they are not named.")
    platform: str | None = Field(description="Of a post: the platform.")
    handle: str | None = Field(description="Of a post: the handle.")


class Witness(BaseModel):
    """A joined event that a claim is checked by."""

    joined_id: str
    day: date
    article_id: str
    words: str
    number: int | None


class Claim(BaseModel):
    """A claim ("third attack this month") with its answer; the fields are those of `diurna claims`."""

    article_key: str
    article_id: str
    published: date | None
    words: str
    sentence: str
    kind: str
    interval: str | None
    count: int | None
    joined_id: str | None
    verdict: Literal["supported", "contradicted", "not enough record"]
    reason: str
    asked: str
    start: date | None
    end: date | None
    events: list[Witness]
    articles: int
    days: int


@router.get("/quotations")
def quotations(
    connection: Rows,
    speaker: Annotated[str | None, Query(max_length=200, description="Part of the speaker's name.")] = None,
    text: Annotated[str | None, Query(max_length=200, description="Words of what is said.")] = None,
    form: Annotated[Literal["direct", "indirect", "mixed"] | None, Query(description="Only these.")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[Quotation]:
    """List what was said, the newest first."""
    condition, values = behind(_KEYS, after)
    chosen = f"SELECT * FROM ({_CHOSEN}) WHERE {condition} {ordered(_KEYS)} LIMIT $limit"
    asked = connection.execute(
        f"WITH chosen AS MATERIALIZED ({chosen}) {_SELECT} {ordered(_KEYS)}",
        {"speaker": speaker, "text": text, "form": form, "limit": limit + 1} | values,
    )
    return Page[Quotation].model_validate(paged(asked, _KEYS, limit))


@router.get("/claims")
def claims(
    store: StoreHere,
    verdict: Annotated[
        Literal["supported", "contradicted", "not enough record"] | None, Query(description="Only these.")
    ] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[Claim]:
    """List claims, each checked against the record, the newest first."""
    rows = store.once("claims", _in_order)
    start = 0
    if after is not None:
        start = bisect_right(rows, _place(*read(_CLAIMS, after)), key=lambda row: row[0])
    asked = (row for row in islice(rows, start, None) if verdict in (None, row[1].verdict))
    found = list(islice(asked, limit + 1))
    items = [Claim.model_validate(asdict(claim)) for _, claim in found[:limit]]
    return Page[Claim](items=items, next=_cursor(*found[limit - 1]) if len(found) > limit else None)


_Row = tuple[tuple[int, str, int], CheckedClaim]


def _in_order(connection: Any) -> list[_Row]:
    """Return all claims with their places in the list, in its order."""
    claims = enumerate(check_claims(connection))
    rows = [(_place(claim.published or date.min, claim.article_key, n), claim) for n, claim in claims]
    return sorted(rows, key=lambda row: row[0])


def _place(day: date, article_key: str, number: int) -> tuple[int, str, int]:
    return -day.toordinal(), article_key, number


def _cursor(place: tuple[int, str, int], claim: CheckedClaim) -> str:
    return cursor([date.fromordinal(-place[0]), place[1], place[2]])
