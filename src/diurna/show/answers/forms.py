"""Answers as a table for a terminal, CSV, JSON Lines, and a network as GraphML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal
from xml.sax.saxutils import escape, quoteattr

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from diurna.show.csv_line import csv_line
from diurna.show.display_text import shown

Row = Sequence[Any]


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
    """Print the rows as a table; numbers stand to the right. Events are printed one below the other instead."""
    if "sentence" in columns:
        print_events(columns, rows, console)
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    cells = list(rows)
    for at, column in enumerate(columns):
        numbers = all(isinstance(row[at], int | float) or row[at] is None for row in cells)
        words = column.replace("cooperation", "coop.").split("_")  # so that eight columns fit a terminal of 80
        days = any(isinstance(row[at], date) for row in cells)
        justify: Literal["right", "left"] = "right" if numbers else "left"
        table.add_column(
            "\n".join(words), justify=justify, overflow="fold", no_wrap=days, min_width=max(map(len, words))
        )
    for row in cells:
        table.add_row(*("" if cell is None else shown(str(cell)) for cell in row))
    console.print(table, highlight=False, markup=False)


def print_events(columns: Sequence[str], rows: Iterable[Row], console: Console) -> None:
    """Print events as they come, one below the other, whatever the width: what, who, on whose word, the sentence.

    Of an event of several reports it is told how many support each field. Dates are as exact as they are known;
    `?` stands for who is not told. CSV and JSON have all columns.
    """
    for row in rows:
        event = {name: None if cell is None else shown(str(cell)) for name, cell in zip(columns, row, strict=True)}
        kind = " ".join(filter(None, (event["type"], event["mode"])))
        head = Text.assemble((_day(event), "bold"), "  ", (kind, "bold"), "  ", event["status"] or "")
        for about in (event["place"], event["counts"]):
            head.append(f"  {about}" if about else "")
        who = event["actor"] or "?"
        whom = f" → {event['recipient']}" if event["recipient"] else ""
        word = f"  says {event['source']}" if event["source"] else ""
        reports = f"  {event['reports']} reports" if event.get("reports") not in (None, "1") else ""
        sure = Text(f"  {float(event['confidence'] or 0):.2f}{word}{reports}", "dim")
        console.print(head, Text.assemble("  ", who, whom, sure), sep="\n")
        if event.get("support"):
            console.print(Text(f"  in so many reports: {event['support']}", "dim"))
        console.print(Padding(Text(event["sentence"] or "", "italic"), (0, 0, 1, 2)))


def _day(event: Mapping[str, str | None]) -> str:
    """Return an event's day, or the first and last; that of publication, in brackets, where none is told."""
    first, last = event["date_start"], event["date_end"]
    if first is None:
        return f"({event['published'] or 'no date'})"
    return first if last in (None, first) else f"{first} to {last}"


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
