"""JSON Lines: one article a line, read one line at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

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


def found_in_lines(lines: Iterator[bytes | None], origin: str, stem: str, path: Path | None) -> Iterator[Found]:
    """Yield what each line that is not blank holds.

    `origin:line` says where it stands, and `stem-line` is its id if it gives none.
    """
    some = False
    for number, line in enumerate(lines, start=1):
        place, name = f"{origin}:{number}", f"{stem}-{number}"
        if line is not None and not line.removeprefix(b"\xef\xbb\xbf").strip():
            continue
        some = True
        try:
            yield Found(place, name, path, _object_of(line))
        except ValueError as error:
            yield Found(place, name, path, error=f"{place}: {error}")
    if not some:
        yield Found(origin, stem, path, error=f"{origin}: empty; put one article on each line, as a JSON object")


def found_in_jsonl(path: Path, origin: str, stem: str) -> Iterator[Found]:
    """Yield what each line of a .jsonl file holds. Raises OSError where it cannot be read."""
    with path.open("rb") as stream:
        yield from found_in_lines(lines_in(stream), origin, stem, path)


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
