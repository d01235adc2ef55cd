"""Corrections as a table for a terminal, CSV and JSON Lines; the queue of what to look at next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from diurna.show.csv_line import csv_line
from diurna.show.display_text import shown
from diurna.store.corrections import Correction, Queued

HEADER = (
    "id", "at", "who", "kind", "article_id", "event", "entity", "field", "start", "end", "words", "before", "after",
    "note", "undoes", "state",
)  # fmt: skip
QUEUE_HEADER = ("helps", "article_id", "event", "type", "trigger", "confidence", "reasons", "article_key")


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction with its article's id, the words it is about, and its state: in force, undone or unplaced."""

    correction: Correction
    article_id: str
    words: str
    state: str


def correction_lines(listed: Iterable[Listed]) -> Iterator[str]:
    """Yield the header and the corrections as lines of CSV (RFC 4180); `before` and `after` are JSON."""
    yield csv_line(HEADER)
    for one in listed:
        row = _row(one)
        for name in ("before", "after"):
            row[name] = None if row[name] is None else json.dumps(row[name], ensure_ascii=False)
        yield csv_line(row[name] for name in HEADER)


def correction_json(one: Listed) -> str:
    """Return a correction as one line of JSON, without a line end."""
    return json.dumps(_row(one), ensure_ascii=False)


def print_corrections(listed: Iterable[Listed], console: Console) -> None:
    """Print each correction on a row: number, day, who, what of which words, before and after."""
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    table.add_column("", justify="right")
    for name in ("day", "who", "article", "words", "said", "note"):
        table.add_column(name, overflow="fold")
    for one in listed:
        made = one.correction
        dim = "" if one.state == "in force" else "dim"
        told = Text(_said(made), style=dim)
        if one.state != "in force":
            told.append(f" ({one.state})", style="yellow")
        day = f"{made.at:%Y-%m-%d}" if made.at else ""
        cells = (str(made.id), day, made.who, one.article_id, one.words)
        table.add_row(*(Text(shown(cell), style=dim) for cell in cells), told, Text(shown(made.note or ""), style=dim))
    console.print(table, highlight=False)


def queue_lines(queued: Iterable[Queued]) -> Iterator[str]:
    """Yield the header and the events to look at as lines of CSV, those first that help most."""
    yield csv_line(QUEUE_HEADER)
    for one in queued:
        yield csv_line(
            (f"{one.helps:.3f}", one.article_id, one.event, one.type, one.trigger, one.confidence,
             "; ".join(one.reasons), one.article_key)
        )  # fmt: skip


def print_queue(queued: Iterable[Queued], console: Console) -> None:
    """Print the events to look at, those first that help most, with the reasons."""
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    table.add_column("helps", justify="right")
    for name in ("article", "event", "type", "word", "why"):
        table.add_column(name, overflow="fold")
    for one in queued:
        cells = (f"{one.helps:.2f}", one.article_id, one.event, one.type, one.trigger, "; ".join(one.reasons))
        table.add_row(*(Text(shown(cell)) for cell in cells))
    console.print(table, highlight=False)


def _row(one: Listed) -> dict[str, Any]:
    made, anchor = one.correction, one.correction.anchor
    return {
        "id": made.id, "at": f"{made.at:%Y-%m-%dT%H:%M:%SZ}" if made.at else None, "who": made.who, "kind": made.kind,
        "article_id": one.article_id, "event": made.event, "entity": made.entity, "field": made.field,
        "start": anchor and anchor.start, "end": anchor and anchor.end, "words": one.words, "before": made.before,
        "after": made.after, "note": made.note, "undoes": made.undoes, "state": one.state,
    }  # fmt: skip


def _said(one: Correction) -> str:
    match one.kind:
        case "change":
            return shown(f"{one.field}: {brief(one.before)} → {brief(one.after)}")
        case "add":
            return shown(f"add {one.after['type']}")
        case "confirm" if one.event is None:
            return f"article done: {len(one.after)} events"
        case "confirm":
            return shown(f"confirm {one.after['type']}")
        case "reject":
            return shown(f"reject {one.before['type']}")
        case "identify":
            return shown("is " + ", ".join(f"{name} {brief(value)}" for name, value in one.after.items()))
        case "join_entities":
            return shown("is also " + ", ".join(str(anchor[2]) for anchor in one.after))
        case "split_entity":
            return shown(f"{len(one.after['mentions'])} mentions are {one.after['name']}")
        case "undo":
            return f"undo {one.undoes}"
    return f"{one.kind} reports"


def brief(value: Any) -> str:
    """Return a value of a field in a few words: a place's name, a date's days, the names of participants."""
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(brief(one) for one in value)
    if not isinstance(value, Mapping):
        return str(value)
    if "precision" in value:
        return str(value["start"]) if value["start"] == value["end"] else f"{value['start']}..{value['end']}"
    if "content" in value:
        who = brief(value["source"]) if value["source"] else "unnamed"
        return who if value.get("stance", "asserts") == "asserts" else f"{who} {value['stance']}"
    return str(value.get("name") or value.get("text") or value)
