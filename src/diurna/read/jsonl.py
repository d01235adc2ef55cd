"""JSON Lines: one article a line, read one line at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from diurna.read.fields import OURS, named
from diurna.read.found import PAGE_LIMIT, Found, decoded

NO_ARTICLE = 'each line must be a JSON object with "text"'


def lines_in(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of `stream` with their ends; None for a line over PAGE_LIMIT bytes, which is skipped.

    No more than PAGE_LIMIT bytes are held at once.
    """
    while line := stream.readline(PAGE_LIMIT + 1):
        if len(line) <= PAGE_LIMIT:
            yield line
            continue
        ended = line.endswith(b"\n")
        del line
        while not ended:
            rest = stream.readline(1 << 16)
            ended = not rest or rest.endswith(b"\n")
        yield None


def found_in_lines(
    lines: Iterator[bytes | None], origin: str, stem: str, path: Path | None, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield what each line that is not blank holds, its fields under our names (fields.csv, `columns`).

    `origin:line` says where it stands, and `stem-line` is its id if it gives none.
    """
    some = False
    for number, line in enumerate(lines, start=1):
        place, name = f"{origin}:{number}", f"{stem}-{number}"
        if line is not None and not line.removeprefix(b"\xef\xbb\xbf").strip():
            continue
        some = True
        try:
            yield Found(place, name, path, _named(_object_of(line), columns))
        except ValueError as error:
            yield Found(place, name, path, error=f"{place}: {error}")
    if not some:
        yield Found(origin, stem, path, error=f"{origin}: empty; put one article on each line, as a JSON object")


def _named(given: Mapping[str, object], columns: Mapping[str, str] | None) -> Mapping[str, object]:
    """Return a line's fields: as they stand where it has our "text" as text, else under our names."""
    fields = named(given, columns)
    if "text" not in fields:
        if "text" in given or columns:
            return {**given, **fields}
        raise ValueError(f"not an article: no field with the text; {_shown(given)}")
    return {**{key: given[key] for key in OURS if key in given}, **fields}


def _shown(given: Mapping[str, object]) -> str:
    """Return the names of a line's fields, with the remedy."""
    names = ", ".join(list(given)[:12])
    return f'name it "text", or say which it is with --columns text=NAME (its fields are {names or "none"})'


def _object_of(line: bytes | None) -> dict[str, object]:
    """Return the JSON object that a line is; raises ValueError with a message for the user."""
    if line is None:
        raise ValueError(f"the line is longer than {PAGE_LIMIT:,} bytes; put one article on each line")
    words = decoded(line).rstrip("\r\n")
    try:
        value = json.loads(words)
    except json.JSONDecodeError as error:
        why = f"not JSON ({error.msg.removesuffix(' at')} at column {error.colno})"
        raise ValueError(f"not an article: {why}; {NO_ARTICLE}") from None
    except (ValueError, RecursionError) as error:  # a number of too many digits, brackets nested too deep
        raise ValueError(f"not an article: JSON that cannot be read ({str(error)[:60]}); {NO_ARTICLE}") from None
    if not isinstance(value, dict):
        raise ValueError(f"not an article: the line is no JSON object; {NO_ARTICLE}")
    return value


def is_article_line(line: bytes) -> bool:
    """Return whether a line parses as a JSON object."""
    try:
        _object_of(line)
    except ValueError:
        return False
    return True
