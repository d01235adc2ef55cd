"""A plain text with a small header: "Title: ...", "Date: ..." and an empty line before the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from diurna.read.fields import iso_day
from diurna.read.tables import read_table, rows_of

_LINE = re.compile(r"([A-Za-z][A-Za-z ]{1,19}):[ \t]*(.*)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
MOST = 12  # lines of a header
LEAST = 2  # of these that name a field: one alone may be the article's ("Source: the ministry")


def headed(text: str) -> Mapping[str, object]:
    """Return the fields of a plain text: those of its header and the text behind it, or the text alone.

    It has a header where its first lines, up to an empty one, all are a word of header_words.csv with a colon, and at
    least two of them, or one that gives the day. Offsets of the record count in the text behind the header.
    """
    lines = text.lstrip("\ufeff\r\n").split("\n", MOST + 1)
    fields: dict[str, object] = {}
    for number, line in enumerate(lines[:-1][:MOST]):
        if not line.strip():
            if number >= LEAST or _ISO.match(str(fields.get("published", ""))):
                return {**fields, "text": "\n".join(lines[number + 1 :])}
            break
        match = _LINE.fullmatch(line.strip())
        field = _words().get(match[1].lower()) if match else None
        if match is None or field is None:
            break
        if match[2].strip() and field != "author":
            fields[field] = iso_day(match[2].strip()) if field == "published" else match[2].strip()
    return {"text": text}


@cache
def _words() -> dict[str, str]:
    rows = rows_of("header_words.csv", read_table("header_words.csv"), ("field", "word"))
    return {row["word"]: row["field"] for _, row in rows}
