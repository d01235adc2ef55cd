"""A data file of the code step as CSV: comment lines, one header, every row with its place for messages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


class LexiconError(ValueError):
    """A data file of the code step is wrong; the message names the file, the line and the remedy."""


def cells_of(line: str, *, strict: bool = False) -> list[str]:
    """Return the stripped cells of one line of CSV; raises csv.Error where quotes are wrong and `strict` is asked."""
    # Few lines quote anything, and a reader made for each of thousands is a tenth of what loading takes.
    cells = next(csv.reader([line], strict=strict)) if '"' in line else line.split(",")
    return [cell.strip() for cell in cells]


def rows(file: Traversable, header: str) -> Iterator[tuple[int, list[str]]]:
    """Yield `(line number, stripped cells)` of each row under `header` ("pattern,mode,..."), the first row.

    Lines that are blank or begin with `#` are skipped; a row may not run over several lines. Raises
    LexiconError on a wrong header, a wrong number of columns, bad quoting, or a file that is not UTF-8.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconError(f"{file.name}: not UTF-8 ({error.reason}); save the file as UTF-8") from error
    columns = header.split(",")
    headed = False
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            cells = cells_of(line, strict=True)
        except csv.Error as error:
            raise LexiconError(f"{file.name}:{number}: bad quoting ({error}); close each quote") from error
        if not headed:
            if cells != columns:
                raise LexiconError(f"{file.name}:{number}: the header is {line!r}; write {header!r}")
            headed = True
            continue
        if len(cells) != len(columns):
            raise LexiconError(
                f"{file.name}:{number}: {len(cells)} columns instead of {len(columns)} ({header}); "
                "add the missing commas, or quote a field that holds one"
            )
        yield number, cells
    if not headed:
        raise LexiconError(f"{file.name}: no header; write {header!r} as its first line")


def listed(file: Traversable, column: str) -> frozenset[str]:
    """Return the words of a list: one lower-case word a row, under `column`, each once and with an example.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong.
    """
    found: set[str] = set()
    for line, (word, example) in rows(file, f"{column},example"):
        if not word.isalpha() or word != word.lower() or not example or word in found:
            raise LexiconError(f"{file.name}:{line}: {word!r}; write a lower-case {column} once, with an example")
        found.add(word)
    return frozenset(found)


@cache
def packaged_list(package: str, name: str, column: str) -> frozenset[str]:
    """Return the words of a list that a package ships, as `listed` reads it, once."""
    return listed(files(package) / name, column)
