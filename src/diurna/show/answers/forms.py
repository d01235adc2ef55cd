"""Answers as a table for a terminal, CSV, JSON Lines, and a network as GraphML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from rich import box
from rich.console import Console
from rich.table import Table

from diurna.show.csv_line import csv_line
from diurna.show.display_text import shown

Row = Sequence[Any]

# What of an event fits a terminal; CSV and JSON have all.
_SHOWN = ("date_start", "type", "status", "actor", "recipient", "place", "source", "confidence", "sentence")


def answer_csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the header and the rows as lines of CSV (RFC 4180); days are ISO dates."""
    yield csv_line(columns)
    for row in rows:
        yield csv_line(cell.isoformat() if isinstance(cell, date) else cell for cell in row)


def answer_json(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield each row as an object on a line of its own, with its line end; days are ISO dates."""
    for row in rows:
        yield json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str) + "\n"


def print_answer(columns: Sequence[str], rows: Iterable[Row], console: Console) -> None:
    """Print the rows as a table; numbers stand to the right. Of events the columns that fit are shown."""
    if "sentence" in columns:
        picked = [columns.index(name) for name in _SHOWN]
        columns, rows = _SHOWN, ([row[at] for at in picked] for row in rows)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    cells = list(rows)
    for at, column in enumerate(columns):
        numbers = all(isinstance(row[at], int | float) or row[at] is None for row in cells)
        words = column.split("_")
        justify: Literal["right", "left"] = "right" if numbers else "left"
        table.add_column(" ".join(words), justify=justify, overflow="fold", min_width=max(map(len, words)))
    for row in cells:
        table.add_row(*("" if cell is None else shown(str(cell)) for cell in row))
    console.print(table, highlight=False, markup=False)


def graphml(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield a network as GraphML, line by line: nodes named as in the store, edges with all other columns.

    What two do together (`mutual`) is an edge that is not directed.
    """
    kinds = {"mutual": "boolean", "mean_score": "double"}
    edges = list(rows)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name in columns[2:]:
        kind = kinds.get(name, "long")
        yield f'  <key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph edgedefault="directed">\n'
    for node in sorted({end for edge in edges for end in edge[:2]}):
        yield f"    <node id={quoteattr(shown(node))}/>\n"
    for actor, recipient, *values in edges:
        directed = "false" if values[0] else "true"
        ends = f"source={quoteattr(shown(actor))} target={quoteattr(shown(recipient))}"
        yield f'    <edge {ends} directed="{directed}">\n'
        for name, value in zip(columns[2:], values, strict=True):
            if value is not None:
                yield f'      <data key="{name}">{escape(str(value).lower())}</data>\n'
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"
