"""Web pages: the article in an HTML page, found by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from diurna.read.clutter import clutter_paths, without_clutter
from diurna.read.encodings import marked
from diurna.read.found import PAGE_LIMIT

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)
MOST_TAGS = 60_000
"""Tags of a page, opening and closing; a long article with all its comments has some thousands. The page is looked at
up to three times, at 50 µs a tag."""
MOST_IN_TABLES = 2_000_000
"""Tables of a page times its tags, up to which its tables are read as such: every table within tables is read again."""

# Characters of a text from which trafilatura keeps its paragraphs: a short report has fewer than its usual 250.
SHORTEST = "80"
_TABLE = re.compile(rb"<(/?)(?:table|tbody|tr|td|th)\b", re.IGNORECASE)


def is_markup(data: bytes) -> bool:
    """Return whether `data` begins as an HTML page does, with a tag, a comment or a doctype."""
    return bool(_MARKUP.match(data))


def fields_of_page(data: bytes) -> Mapping[str, object]:
    """Return the input fields of the article in an HTML page: text, title, published, url, source, language.

    A field the page does not give is None. Raises ValueError with a message for the user.
    """
    if not data.strip():
        raise ValueError("empty; save the page again")
    if len(data) > PAGE_LIMIT:
        raise ValueError(f"larger than {PAGE_LIMIT:,} bytes; save the article's text as .txt")
    if b"\0" in data and not marked(data):
        raise ValueError("holds NUL bytes: a binary file; save the article's text as .txt")
    if data.count(b"<") > MOST_TAGS:
        raise ValueError(f"more than {MOST_TAGS:,} tags, which no article has; save the article's text as .txt")
    if len(re.findall(rb"<table\b", data, re.IGNORECASE)) * data.count(b"<") > MOST_IN_TABLES:
        data = _TABLE.sub(rb"<\1div", data)
    page = _extracted(data)
    text = getattr(page, "text", None)
    if text and _laid_out_in_tables(text):
        page = _extracted(_TABLE.sub(rb"<\1div", data))
        text = getattr(page, "text", None) or text
    text = without_clutter(text, page.title) if text else None
    if not text:
        raise ValueError("no article is found in the page; save the article's text as .txt")
    return {
        "text": text, "title": page.title, "published": _iso_or_none(page.date), "url": page.url,
        "source": page.sitename, "language": page.language,
    }  # fmt: skip


def _laid_out_in_tables(text: str) -> bool:
    """Return whether most of the text was read as the cells of tables, as pages of the nineties are built."""
    cells = sum(len(line) for line in text.split("\n") if line.startswith("|"))
    return cells * 2 > len(text)


def _extracted(data: bytes) -> Any:  # trafilatura ships no types for its Document
    try:
        import trafilatura  # slow to import, and only pages need it
    except ImportError as error:
        why = " ".join(str(error).split())
        raise ValueError(f"HTML needs trafilatura, which cannot be imported: {why}") from None
    try:
        from trafilatura.settings import use_config

        settings = use_config()
        settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", SHORTEST)
        paths = list(clutter_paths())
        page = trafilatura.bare_extraction(data, with_metadata=True, prune_xpath=paths, config=settings)
        return page if getattr(page, "text", None) else trafilatura.bare_extraction(data, with_metadata=True)
    except Exception as error:  # whatever a broken page does to its parsers must not end the run
        raise ValueError(f"cannot be parsed ({type(error).__name__}); save the article's text as .txt") from error


def _iso_or_none(words: str | None) -> str | None:
    try:
        return date.fromisoformat(words or "").isoformat()
    except ValueError:
        return None
