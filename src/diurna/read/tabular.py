"""Tables: CSV, TSV and Parquet files, an article a row, read a few rows at a time."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from diurna.read.encodings import guessed
from diurna.read.fields import named
from diurna.read.found import PAGE_LIMIT, Found

ROWS = 200  # of a Parquet file held at once
NO_ROWS = "no rows under the columns; there is nothing to read"
csv.field_size_limit(PAGE_LIMIT)


def found_in_csv(
    stream: BinaryIO, origin: str, stem: str, path: Path | None, columns: Mapping[str, str] | None, tabs: bool
) -> Iterator[Found]:
    """Yield the rows of a CSV or TSV file; "news.csv:3" is the row that begins in its third line."""
    head = stream.peek(1 << 16)[: 1 << 16] if hasattr(stream, "peek") else b""
    reader = codecs.getreader(guessed(head))(stream, "replace")
    first = head.split(b"\n", 1)[0]
    mark = (
        "\t"
        if tabs or (first.count(b"\t") > first.count(b","))
        else (";" if first.count(b";") > first.count(b",") else ",")
    )
    lines = (line.replace("\0", "\ufffd") for line in reader)
    table = csv.reader(lines, delimiter=mark)
    try:
        header = next(table, None)
        if not header:
            yield Found(origin, stem, path, error=f"{origin}: empty; the first line must name the columns")
            return
        header = [name.removeprefix("\ufeff").strip() for name in header]
        if why := _trouble(header, columns):
            yield Found(origin, stem, path, error=f"{origin}: {why}")
            return
        at = table.line_num + 1
        some = False
        for row in table:
            some = some or any(row)
            place, name, at = f"{origin}:{at}", f"{stem}-{at}", table.line_num + 1
            if len(row) > len(header):
                why = f"{len(row)} cells under {len(header)} columns; quote cells that hold {mark!r}"
                yield Found(place, name, path, error=f"{place}: {why}")
            elif any(cell.strip() for cell in row):
                yield Found(place, name, path, named(dict(zip(header, row, strict=False)), columns))
        if not some:
            yield Found(origin, stem, path, error=f"{origin}: {NO_ROWS}")
    except csv.Error as error:
        yield Found(f"{origin}:{table.line_num}", stem, path, error=f"{origin}:{table.line_num}: no CSV ({error})")


def found_in_parquet(
    path: Path, origin: str, stem: str, shown: Path | None, columns: Mapping[str, str] | None
) -> Iterator[Found]:
    """Yield the rows of a Parquet file; "news.parquet:3" is its third row."""
    import duckdb

    try:
        with duckdb.connect(config={"threads": 1}) as rows:
            asked = rows.execute("SELECT * FROM read_parquet(?)", [str(path)])
            header = [str(column[0]) for column in asked.description or ()]
            if why := _trouble(header, columns):
                yield Found(origin, stem, shown, error=f"{origin}: {why}")
                return
            number = 0
            while some := asked.fetchmany(ROWS):
                for row in some:
                    number += 1
                    fields = named(dict(zip(header, map(_plain, row), strict=True)), columns)
                    yield Found(f"{origin}:{number}", f"{stem}-{number}", shown, fields)
            if not number:
                yield Found(origin, stem, shown, error=f"{origin}: {NO_ROWS}")
    except duckdb.Error as error:
        yield Found(origin, stem, shown, error=f"{origin}: no Parquet file ({str(error).splitlines()[0][:120]})")


def _plain(value: object) -> object:
    """Return a cell as JSON would hold it: days and times as ISO writes them."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _trouble(header: list[str], columns: Mapping[str, str] | None) -> str | None:
    """Return why no articles can be read under these columns, with the remedy, or None."""
    for ours, theirs in (columns or {}).items():
        if theirs not in header:
            return f"no column {theirs!r} for {ours}; the columns are {', '.join(header)[:300]}"
    # Any words will do to see whether some column is the text.
    if "text" not in named(dict.fromkeys(header, "x"), columns):
        return f"no column with the text; say which it is with --columns text=NAME ({', '.join(header)[:300]})"
    return None
