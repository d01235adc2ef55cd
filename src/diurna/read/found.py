"""What a reader finds in a source before it is checked: the fields of one article, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from diurna.read.encodings import guessed

TEXT_LIMIT = 250_000
"""Longest text of one article, in characters: some 45,000 words. What is read of an article is held until its record is
made, and a longer one would take more than 600 MB, and half a minute."""

PAGE_LIMIT = 10_000_000
"""What is held whole, in bytes: a line of a .jsonl file, an element of a JSON list, a page, a feed, a message."""


@dataclass(frozen=True, slots=True)
class Found:
    """The input fields of one article as they stand in its source, or the `error` met there.

    `origin` says where ("news.jsonl:12"), `name` is the id of an article that gives none, and `path` its
    file.
    """

    origin: str
    name: str
    path: Path | None = None
    fields: Mapping[str, object] = field(default_factory=dict)
    error: str | None = None


def printable(words: str | Path) -> str:
    """Return `words` as UTF-8 can hold them: a lone surrogate, as in an odd file name, becomes "?"."""
    return str(words).encode("utf-8", "replace").decode("utf-8")


def failed(path: Path, why: str) -> Found:
    """Return the finding that the file cannot be read; `why` is put after its name."""
    return Found(printable(path), printable(path.stem), path, error=f"{printable(path)}: {why}")


def decoded(data: bytes) -> str:
    """Return `data` as text, without a byte order mark; line ends stay as they are.

    The encoding is that of the mark, UTF-8 where that fits, else the likeliest. Raises ValueError with a message for
    the user where it holds NUL bytes.
    """
    name = guessed(data)
    if b"\0" in data and not name.startswith(("utf-16", "utf-32")):
        raise ValueError("holds NUL bytes: a binary file; save it as text")
    try:
        return data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02x} at offset {error.start} ({error.reason})"
        if name in ("utf-8", "utf-8-sig"):  # broken far behind the sample
            return data.decode("utf-8", "replace").removeprefix("\ufeff")
        raise ValueError(f"not {name.upper()}, as it seemed: {where}; save it as UTF-8 text") from None
