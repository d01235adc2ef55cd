"""The word lists of this step: CSV files beside the code, checked when they are loaded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows_of(name: str, text: str, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line number, row) of a CSV text whose first line that is no "#" comment names `columns`.

    Raises ValueError naming the file and the line where the columns differ, or a cell is missing or blank.
    """
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in next(csv.reader([line]))]
        if header is None:
            header = cells
            if tuple(cells) != columns:
                raise ValueError(f"{name}:{number}: the columns must be {','.join(columns)}; correct this line")
        elif len(cells) != len(columns) or not all(cells):
            raise ValueError(f"{name}:{number}: expected {len(columns)} filled cells ({','.join(columns)})")
        else:
            yield number, dict(zip(columns, cells, strict=True))


def read_table(name: str) -> str:
    """Return the text of a word list."""
    return (files("diurna.read") / name).read_text(encoding="utf-8")


@cache
def words_in(name: str, column: str = "word") -> frozenset[str]:
    """Return the words of a one-column list such as heading_words.csv, as written there."""
    return frozenset(row[column] for _, row in rows_of(name, read_table(name), (column,)))


@cache
def calendar() -> tuple[dict[str, int], frozenset[str]]:
    """Return ({month word: 1..12}, weekday words) of calendar.csv, in lower case.

    Raises ValueError naming the line of a row that is neither a month 1-12 nor a weekday.
    """
    name, months, weekdays = "calendar.csv", {}, set()
    for number, row in rows_of(name, read_table(name), ("word", "kind", "number")):
        if row["kind"] == "weekday":
            weekdays.add(row["word"].lower())
        elif row["kind"] == "month" and row["number"] in {str(month) for month in range(1, 13)}:
            months[row["word"].lower()] = int(row["number"])
        else:
            raise ValueError(f"{name}:{number}: write month with a number from 1 to 12, or weekday")
    return months, frozenset(weekdays)


@cache
def labels(kind: str) -> frozenset[str]:
    """Return the words of labels.csv of one kind: "date", "byline" or "label" (in lower case)."""
    name, found = "labels.csv", set()
    for number, row in rows_of(name, read_table(name), ("word", "kind")):
        if row["kind"] not in {"date", "byline", "label"}:
            raise ValueError(f"{name}:{number}: unknown kind {row['kind']!r}; write date, byline or label")
        if row["kind"] == kind:
            found.add(row["word"].lower())
    return frozenset(found)


@cache
def platforms(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the (platform, sign) pairs of platforms.csv of one kind: "url", "name" or "opening"."""
    name, found = "platforms.csv", []
    for number, row in rows_of(name, read_table(name), ("platform", "kind", "sign")):
        if row["kind"] not in {"url", "name", "opening"}:
            raise ValueError(f"{name}:{number}: unknown kind {row['kind']!r}; write url, name or opening")
        if row["kind"] == kind:
            found.append((row["platform"], row["sign"]))
    return tuple(found)
