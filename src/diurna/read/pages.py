"""Web pages: the article in an HTML page, found by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from diurna.read.encodings import marked
from diurna.read.found import PAGE_LIMIT

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|[a-z][a-z0-9]*[\s>/])", re.IGNORECASE)


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
    page = _extracted(data)
    text = getattr(page, "text", None)
    if not text:
        raise ValueError("no article is found in the page; save the article's text as .txt")
    return {
        "text": text, "title": page.title, "published": _iso_or_none(page.date), "url": page.url,
        "source": page.sitename, "language": page.language,
    }  # fmt: skip


def _extracted(data: bytes) -> Any:  # trafilatura ships no types for its Document
    try:
        import trafilatura  # slow to import, and only pages need it
    except ImportError as error:
        why = " ".join(str(error).split())
        raise ValueError(f"HTML needs trafilatura, which cannot be imported: {why}") from None
    try:
        return trafilatura.bare_extraction(data, with_metadata=True)
    except Exception as error:  # whatever a broken page does to its parsers must not end the run
        raise ValueError(f"cannot be parsed ({type(error).__name__}); save the article's text as .txt") from error


def _iso_or_none(words: str | None) -> str | None:
    try:
        return date.fromisoformat(words or "").isoformat()
    except ValueError:
        return None
