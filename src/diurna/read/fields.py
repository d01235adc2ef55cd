"""Field names of the world's sources to ours: "body" is the text, "publishedAt" the day (fields.csv)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache

from diurna.read.days import written_day
from diurna.read.markup import is_fragment, text_of_fragment
from diurna.read.tables import read_table, rows_of

OURS = ("text", "title", "url", "source", "published", "language", "id")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_SECONDS = (100_000_000, 10_000_000_000)  # 1973 to 2286, as seconds since 1970


def named(given: Mapping[str, object], columns: Mapping[str, str] | None = None) -> dict[str, object]:
    """Return the fields of an article under our names.

    `columns` says for some of our names which field of `given` it is, and goes first. Days come as ISO days; a text
    that is markup comes without it. Fields that no name of fields.csv fits are left out.
    """
    made: dict[str, object] = {}
    for ours in OURS:
        names = [columns[ours]] if columns and ours in columns else _names()[ours]
        value = next((v for name in names if (v := _held(given, name)) not in (None, "")), given.get(ours))
        if value is not None:
            made[ours] = value
    if isinstance(made.get("id"), dict | list):
        del made["id"]
    if "published" in made:
        made["published"] = iso_day(made["published"])
    text = made.get("text")
    if isinstance(text, str) and is_fragment(text):
        made["text"] = text_of_fragment(text)
    return made


def iso_day(value: object) -> object:
    """Return a day as ISO writes it; the value itself where it is no day, or may be either of two ("10/03/2026").

    It is read as mail and feeds write it ("Tue, 04 Mar 2025 10:00 GMT"), as systems do ("20250304T101500Z", 1741082400)
    and as outlets do ("Wednesday March 4, 2026", "Updated: 4th March 2026 at 9:14 p.m. EST", "20.03.2026").
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > _SECONDS[1] else value
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds > _SECONDS[0] else value
    if not isinstance(value, str) or not value.strip():
        return value
    words = value.strip()
    try:
        datetime.fromisoformat(words)
        return words
    except ValueError:
        pass
    if match := _COMPACT.fullmatch(words):
        return "-".join(match.groups())
    if day := written_day(words):
        return day.isoformat()
    from email.utils import parsedate_to_datetime  # here and in formats.py, since the mail's modules load slowly

    try:
        return parsedate_to_datetime(words).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return value


def columns_of(words: str) -> dict[str, str]:
    """Return what `--columns text=body,published=date` says; raises ValueError naming what is wrong."""
    made: dict[str, str] = {}
    for pair in filter(None, words.split(",")):
        ours, equals, theirs = pair.partition("=")
        if not equals or ours.strip() not in OURS or not theirs.strip():
            raise ValueError(f"--columns {pair!r}: write OUR=THEIR, OUR one of {', '.join(OURS)}")
        made[ours.strip()] = theirs.strip()
    return made


def _held(given: Mapping[str, object], name: str) -> object:
    """Return a field, or one within fields by dots; what is an object or a list is no field of ours."""
    value: object = given
    if name in given:
        value = given[name]
    else:
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
    return None if isinstance(value, Mapping) or (isinstance(value, list) and name != "text") else value


@cache
def _names() -> dict[str, list[str]]:
    return read_names(read_table("fields.csv"))


def read_names(text: str) -> dict[str, list[str]]:
    """Return the names of each of our fields, in the file's order; raises ValueError naming a wrong line."""
    names: dict[str, list[str]] = {ours: [] for ours in OURS}
    for line, row in _rows(text):
        if row["field"] not in names or not row["name"]:
            raise ValueError(f"fields.csv:{line}: {row['field']!r} is no field; write one of {', '.join(OURS)}")
        names[row["field"]].append(row["name"])
    return names


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    return rows_of("fields.csv", text, ("field", "name"))
