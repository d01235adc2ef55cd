"""Feeds: RSS, Atom and JSON Feed files, an article an entry. Nothing is fetched."""

from __future__ import annotations

import calendar
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from diurna.read.found import PAGE_LIMIT, Found
from diurna.read.markup import text_of_fragment, unescaped

MOST_TAGS = 100_000
"""Tags of a feed, which is held whole: its parser takes some 50 µs and a kilobyte for each."""

NO_FEED = "no RSS or Atom feed; give a feed, or a page ending in .html"


def found_in_feed(data: bytes, origin: str, stem: str, path: Path | None) -> Iterator[Found]:
    """Yield the entries of an RSS or Atom feed: "feed.xml:2" is its second."""
    import feedparser  # slow to import, and only feeds need it

    if len(data) > PAGE_LIMIT or data.count(b"<") > MOST_TAGS:
        why = f"larger than {PAGE_LIMIT:,} bytes, or more than {MOST_TAGS:,} tags; split it, or make it JSON Lines"
        yield Found(origin, stem, path, error=f"{origin}: {why}")
        return
    try:
        feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever a broken feed does to its parser must not end the run
        yield Found(origin, stem, path, error=f"{origin}: the feed is broken ({type(error).__name__}: {error})")
        return
    if not feed.get("version") and not feed.entries:
        yield Found(origin, stem, path, error=f"{origin}: {NO_FEED}")
        return
    if not feed.entries:
        yield Found(origin, stem, path, error=f"{origin}: the feed has no entries")
    for number, entry in enumerate(feed.entries, 1):
        yield Found(f"{origin}:{number}", f"{stem}-{number}", path, _fields(entry, feed.feed))


def _fields(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, object]:
    bodies = [str(part.get("value", "")) for part in entry.get("content", ())]
    longest = max(
        (text_of_fragment(b) for b in [*bodies, str(entry.get("summary", ""))] if b.strip()), key=len, default=""
    )
    made: dict[str, object] = {
        "text": longest,
        "title": unescaped(str(entry.get("title", ""))) or None,
        "url": entry.get("link") or None,
        "source": (entry.get("source") or {}).get("title") or feed.get("title") or None,
        "published": _day(entry.get("published_parsed") or entry.get("updated_parsed")),
        "language": feed.get("language") or None,
        "id": entry.get("id") or None,
    }
    if not longest:
        # An entry of a title alone, as many feeds have, is a headline to code.
        made["text"] = made["title"]
    return {key: value for key, value in made.items() if value is not None}


def _day(stamp: time.struct_time | None) -> str | None:
    return datetime.fromtimestamp(calendar.timegm(stamp), UTC).date().isoformat() if stamp else None
