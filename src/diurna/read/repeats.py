"""Articles that a run has met before: the same address, or the same text from the same source."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from diurna.read.known import Known
from diurna.records import Article

# Parts of an address that say how somebody came to it, not what it is.
_TRACKS = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|cmpid|ocid|smid|share|at_\w+)$", re.I)

Marks = tuple[bytes | None, bytes]
"""What an article is known again by: its address, if any, and its text with its source."""


class Met:
    """The addresses and texts of the articles so far."""

    def __init__(self) -> None:
        self._known = Known()

    def repeat_of(self, marks: Marks, id: str) -> str | None:
        """Return why an article of these marks is a repeat, with the id of the one it repeats, or None.

        It is remembered then.
        """
        address, text = marks
        if address and (before := self._known.get(address)):
            return f"its address was read before in this run, as {before!r}; leave one out"
        if before := self._known.get(text):
            return f"its text was read before in this run, from the same source, as {before!r}; leave one out"
        self._known.put(text, id)
        if address:
            self._known.put(address, id)
        return None


def marks_of(article: Article) -> Marks:
    """Return what the article is known again by."""
    address = b"a" + _hash(canonical(article.url)) if article.url else None
    return address, b"s" + _hash(" ".join(article.text.split())) + _hash(article.source or "")


def canonical(address: str) -> str:
    """Return an address without scheme, "www.", fragment, tracking parameters and the last slash."""
    try:
        parts = urlsplit(address.strip())
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _TRACKS.match(k)])
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return address.strip()
    path = parts.path.rstrip("/").removesuffix("/amp")
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def _hash(words: str) -> bytes:
    return blake2b(words.encode("utf-8", "replace"), digest_size=12).digest()
