"""From input fields to an Article: every field is checked, and a text that cannot be read says why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256

from diurna.read.fields import iso_day
from diurna.read.found import TEXT_LIMIT, printable
from diurna.read.language import other_language
from diurna.read.layout import layout_of
from diurna.records import Article, Layout

FIELDS = ("id", "title", "url", "source", "published", "language")
"""The fields beside `text`; any others in the input are left alone."""


def article_of(text: str | Mapping[str, object], **fields: object) -> Article:
    """Return the Article of a text, or of a mapping with `text` and the input fields of a .jsonl line.

    `fields` (id, title, url, source, published, language, origin) are put in place of the mapping's.
    `published` is a date, or a day as outlets write it (`iso_day`). Without an id the article gets one made from
    its text ("text-" and 12 hex digits). It is laid out; one that cannot be read (no text, not English) has `error`
    set instead. A day that cannot be read is left out, and `note` says so.

    Raises TypeError where `text` is neither a str nor a mapping, or a field is none of these.
    """
    if not isinstance(text, str | Mapping):
        raise TypeError(f'article_of takes a str or a mapping with "text", not {type(text).__name__}')
    if unknown := sorted(set(fields) - {*FIELDS, "origin"}):
        raise TypeError(f"article_of knows no field {unknown[0]!r}; give {', '.join(FIELDS)} or origin")
    given = {"text": text, **fields} if isinstance(text, str) else {**text, **fields}
    words = given.get("text")
    digest = sha256(words.encode("utf-8", "replace") if isinstance(words, str) else b"").hexdigest()
    return article_from(
        given, name=f"text-{digest[:12]}", origin=str(fields.get("origin") or "article"), published=None
    )


def article_from(given: Mapping[str, object], *, name: str, origin: str, published: date | None) -> Article:
    """Return the Article of the fields `given`; never raises.

    `name` is its id where none is given, `published` its day where it has none, `origin` begins its error
    message.
    """
    text = given.get("text")
    words = {key: _kept(given.get(key)) for key in ("title", "url", "source", "language")}
    why, note, day = _trouble(given), None, None
    try:
        day = _day(given.get("published"))
    except ValueError as error:
        note = f"{origin}: {error}"  # no reason to refuse the text
    if why is None and isinstance(text, str) and (language := other_language(text)):
        why = f"the text is not in English but in {language!r}; translate it or leave it out"
    kept = printable(text) if isinstance(text, str) and len(text) <= TEXT_LIMIT else ""
    return Article(
        id=_kept(given.get("id")) or name, text=kept, title=words["title"], url=words["url"],
        source=words["source"], published=day or published, language=words["language"], origin=origin,
        error=f"{origin}: {why}" if why else None, note=None if why else note,
        layout=Layout() if why else layout_of(kept),
    )  # fmt: skip


def _kept(value: object) -> str | None:
    """Return a field that is a string or number as a string without lone surrogates, else None."""
    if isinstance(value, str):
        return printable(value) or None
    return str(value) if _is_number(value) else None


def _is_number(value: object) -> bool:
    """Return whether the value is a whole number that an id may be."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18


def _trouble(given: Mapping[str, object]) -> str | None:
    """Return what is wrong with the fields beside `published`, and the remedy, or None."""
    text = given.get("text")
    if text is None:
        return 'not an article: "text" is missing; each line must be a JSON object with "text"'
    if not isinstance(text, str):
        return f'not an article: "text" is {_kind(text)}; it must be a string'
    if not text.strip():
        return "the text is empty; give the article's text or leave it out"
    if len(text) > TEXT_LIMIT:
        return f"the text has {len(text):,} characters, more than {TEXT_LIMIT:,}; split it into its articles"
    for key in ("id", "title", "url", "source", "language"):
        value = given.get(key)
        if not (value is None or isinstance(value, str) or (key == "id" and _is_number(value))):
            return f'"{key}" is {_kind(value)}; it must be a string'
    for key in ("text", "id", "title", "url", "source", "language"):
        value = given.get(key)
        if isinstance(value, str) and (fault := _fault(value)):
            return f'"{key}" {fault}'
    language = given.get("language")
    if isinstance(language, str) and language and not language.strip().lower().startswith("en"):
        return f'"language" is {language!r}, and diurna reads English; translate the text or leave it out'
    return None


def _fault(words: str) -> str | None:
    """Return why `words` are no text: a NUL or half of a surrogate pair, which no UTF-8 file can hold; else
    None."""
    if "\0" in words:
        return f"holds a NUL character at {words.index(chr(0))}; remove it"
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(words[error.start])
        where = f"\\u{code:04x} at character {error.start}"
        return f"holds a lone surrogate, {where}; write the whole character or remove it"
    return None


def _day(value: object) -> date | None:
    """Return the day of `published` as written there; raises ValueError with a message for the user."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(str(iso_day(value)).strip()).date()
    except ValueError:
        pass
    shown = ascii(value)[:40]
    raise ValueError(f'"published" is {shown}, no day that is told for sure, and is left out; write it as 2025-10-08')


def _kind(value: object) -> str:
    """Return what JSON calls the value."""
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), f"a {type(value).__name__}")
