"""What a reader hands on: an article, its text as given, and how the page is laid out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from diurna.records.span import Span

BlockKind = Literal["paragraph", "heading", "post", "dateline"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text that is laid out as one: sentences never cross a block's ends."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Post:
    """A social-media post embedded in the page: its whole extent, its body, and who posted it when."""

    span: Span
    body: tuple[int, int]
    author: Span | None
    handle: Span | None
    date: Span | None
    day: datetime.date | None
    platform: str | None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that says where and when a report was filed: "KABUL, Oct. 8 (Reuters) -"."""

    span: Span
    place: Span | None
    date: Span | None
    day: datetime.date | None
    agency: Span | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text in order (they do not overlap; only white space lies between them)."""

    blocks: tuple[Block, ...] = ()
    posts: tuple[Post, ...] = ()
    datelines: tuple[Dateline, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is as given: nothing is normalized, and every offset counts in it.

    `origin` says where it came from ("news.jsonl:12"), for messages. `error` is set on an article that
    could not be read or coded; its `text` is then whatever could be kept. `note` is set where it is coded although
    a field of it could not be read, and says which and why.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: datetime.date | None = None
    language: str | None = None
    origin: str = ""
    error: str | None = None
    note: str | None = None
    layout: Layout = field(default_factory=Layout)

    @property
    def state(self) -> Literal["coded", "failed"]:
        """Return "failed" when an error is recorded, else "coded"."""
        return "failed" if self.error else "coded"
