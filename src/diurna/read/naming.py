"""What each article of a run is called, and which were read before: decided in the order of the sources.

It needs little of an article (a Claim), so that those who read may be many, and far from the one that decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from diurna.read.articles import article_from
from diurna.read.found import Found, printable
from diurna.read.known import Known
from diurna.read.repeats import Marks, Met, marks_of
from diurna.records import Article, Layout


class Claim(NamedTuple):
    """What an article asks to be called by: its own id, or else its file's name, with its folders' to fall back on.

    `unread` says that there was no article to read, `failed` that it cannot be coded; `marks` are its address and text
    to know repeats by. `text` and `given` are fingerprints, of its text and of all that was given.
    """

    id: str | None
    name: str
    folders: tuple[str, ...]
    unread: bool
    failed: bool
    marks: Marks | None
    text: bytes
    given: bytes


class Named(NamedTuple):
    """What an article is called, and why it is not to be coded, or None; `again`: both id and text were read before."""

    id: str
    why: str | None = None
    again: bool = False


class Naming:
    """The names, addresses and texts of a run so far."""

    def __init__(self) -> None:
        self._known = Known()
        self._met = Met()

    def name(self, claim: Claim) -> Named:
        """Return what the article is called; `why` says so where its id was given before, or it was itself."""
        id = claim.id or self._free(claim)
        before = self._text_of(id)
        if before is not None and not claim.unread:
            why = None if claim.failed else f"the id {id!r} was given before in this run; make it unique"
            return Named(id, why, again=before == claim.text)
        self._known.put(_key("id", id), claim.text)
        if claim.failed or claim.marks is None:
            return Named(id)
        return Named(id, self._met.repeat_of(claim.marks, id))

    def _text_of(self, id: str) -> str | bytes | None:
        """Return the fingerprint of the text that the id was given for."""
        return self._known.get(_key("id", id))

    def _free(self, claim: Claim) -> str:
        """Return the name or, where it is taken, that with its folders' names, and at last a number."""
        name = claim.name
        folders = list(claim.folders)
        while folders and self._text_of(name) is not None:
            name = f"{name}-{printable(folders.pop()).strip('/')}"
        if self._text_of(name) is None:
            return name
        # A million pages called index.html are numbered on, and not from the first each time.
        numbered = _key("number", claim.name)
        number = int(self._known.get(numbered) or 1)
        while self._text_of(name) is not None:
            number += 1
            name = f"{claim.name}-{number}"
        self._known.put(numbered, str(number))
        return name


def claimed(found: Found, published: date | None) -> tuple[Article, Claim]:
    """Return the article that was found, called by its file's name until it is named, and its claim."""
    folders = found.path.parent.parts if found.path else ()
    if found.error is not None:
        article = Article(id=found.name, text="", origin=found.origin, error=found.error)
        return article, Claim(None, found.name, folders, True, True, None, *_fingerprints(article))
    article = article_from(found.fields, name="", origin=found.origin, published=published)
    failed = article.error is not None
    marks = None if failed else marks_of(article)
    return article, Claim(article.id or None, found.name, folders, False, failed, marks, *_fingerprints(article))


def named(article: Article, given: Named) -> Article:
    """Return the article by its name; with the reason as its error where it is not to be coded."""
    if given.why is None or article.error is not None:
        return replace(article, id=given.id)
    return replace(article, id=given.id, error=f"{article.origin}: {given.why}", layout=Layout())


def in_order(findings: Iterator[Found], naming: Naming, published: date | None) -> Iterator[Article]:
    """Yield the articles found, each by its name."""
    for found in findings:
        article, claim = claimed(found, published)
        yield named(article, naming.name(claim))


def _key(what: str, of: str) -> bytes:
    return f"{what} {of}".encode("utf-8", "surrogatepass")


def _fingerprints(article: Article) -> tuple[bytes, bytes]:
    text = blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=8)
    whole = text.copy()
    kept = (article.title, article.url, article.source, article.published, article.language, article.error)
    whole.update(repr(kept).encode("utf-8", "surrogatepass"))
    return text.digest(), whole.digest()
