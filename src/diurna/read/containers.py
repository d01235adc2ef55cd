"""JSON files that hold many articles: a list, a JSON Feed, the answer of a news API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from diurna.read.fields import named
from diurna.read.found import Found, decoded

# Where lists of articles stand in the answers of news APIs and in JSON Feed.
LISTS = (
    ("items",), ("articles",), ("results",), ("response", "results"), ("response", "docs"), ("articles", "results"),
    ("data",), ("stories",), ("documents",), ("hits", "hits"),
)  # fmt: skip
NO_LIST = "no article, and no list of articles under " + ", ".join(dict.fromkeys(way[0] for way in LISTS))


def found_in_json(
    data: bytes, origin: str, stem: str, path: Path | None, columns: Mapping[str, str] | None
) -> Iterator[Found]:
    """Yield the articles of a JSON file: "answer.json:3" is the third of its list."""
    try:
        value = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        yield Found(origin, stem, path, error=f"{origin}: not JSON ({str(error)[:80]}); one article a line is .jsonl")
        return
    many, source = _list_in(value), value.get("title") if isinstance(value, Mapping) else None
    if many is None and isinstance(value, Mapping) and "text" in (one := named(value, columns)):
        yield Found(origin, stem, path, one)
        return
    if not many:
        yield Found(
            origin, stem, path, error=f"{origin}: {NO_LIST if many is None else 'the list of articles is empty'}"
        )
        return
    for number, each in enumerate(many, 1):
        place, name = f"{origin}:{number}", f"{stem}-{number}"
        inner = each.get("_source", each) if isinstance(each, Mapping) else None
        if not isinstance(inner, Mapping):
            yield Found(place, name, path, error=f"{place}: not an article: no JSON object")
            continue
        feed = {"source": source} if isinstance(source, str) else {}
        yield Found(place, name, path, {**feed, **named(inner, columns)})


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
