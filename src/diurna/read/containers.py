"""JSON files that hold many articles: a list, a JSON Feed, the answer of a news API."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from diurna.read.fields import named
from diurna.read.found import PAGE_LIMIT, Found, decoded
from diurna.read.json_lists import ListReader

# Where lists of articles stand in the answers of news APIs and in JSON Feed.
LISTS = (
    ("items",), ("articles",), ("results",), ("response", "results"), ("response", "docs"), ("articles", "results"),
    ("data",), ("stories",), ("documents",), ("hits", "hits"),
)  # fmt: skip
NO_LIST = "no article, and no list of articles under " + ", ".join(dict.fromkeys(way[0] for way in LISTS))


def found_in_json(
    stream: BinaryIO, origin: str, stem: str, path: Path | None, columns: Mapping[str, str] | None
) -> Iterator[Found]:
    """Yield the articles of a JSON file: "answer.json:3" is the third of its list.

    A file that is one list may be of any length; where it breaks off, what stands before is read.
    """
    reader = ListReader(stream)
    try:
        if reader.is_list:
            yield from _articles(reader.elements(), {}, origin, stem, path, columns)
            return
        data = reader.begun + stream.read(PAGE_LIMIT + 1 - len(reader.begun))
        if len(data) > PAGE_LIMIT:
            why = f"no list, and larger than {PAGE_LIMIT:,} bytes; make it JSON Lines"
            yield Found(origin, stem, path, error=f"{origin}: {why}")
            return
        value = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        yield Found(origin, stem, path, error=f"{origin}: not JSON ({str(error)[:80]}); one article a line is .jsonl")
        return
    many, source = _list_in(value), value.get("title") if isinstance(value, Mapping) else None
    if many is None and isinstance(value, Mapping) and "text" in (one := named(value, columns)):
        yield Found(origin, stem, path, one)
    elif many is None:
        yield Found(origin, stem, path, error=f"{origin}: {NO_LIST}")
    else:
        yield from _articles(many, {"source": source} if isinstance(source, str) else {}, origin, stem, path, columns)


def _articles(
    many: Iterable[object],
    feed: Mapping[str, object],
    origin: str,
    stem: str,
    path: Path | None,
    columns: Mapping[str, str] | None,
) -> Iterator[Found]:
    """Yield the articles of a list; `feed` are fields that all have which do not say otherwise."""
    number = 0
    for number, each in enumerate(many, 1):
        place, name = f"{origin}:{number}", f"{stem}-{number}"
        inner = each.get("_source", each) if isinstance(each, Mapping) else None
        if isinstance(inner, Mapping):
            yield Found(place, name, path, {**feed, **named(inner, columns)})
        else:
            yield Found(place, name, path, error=f"{place}: not an article: no JSON object")
    if not number:
        yield Found(origin, stem, path, error=f"{origin}: the list of articles is empty")


def _list_in(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    for way in LISTS:
        inner = value
        for key in way:
            inner = inner.get(key) if isinstance(inner, Mapping) else None
        if isinstance(inner, list):
            return inner
    return None
