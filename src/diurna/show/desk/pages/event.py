"""An event: every field with its words in the article, its reports, which support each field, why, and its history."""

from __future__ import annotations

import json
from collections.abc import Iterable
from textwrap import shorten
from typing import get_args

from fastapi import APIRouter, Request
from fastapi.responses import Response

from diurna.code.ontology import load_ontology
from diurna.records.record import Status
from diurna.show.desk.api.answering import Rows, dicts, one
from diurna.show.desk.api.events import event
from diurna.show.desk.looks import page
from diurna.show.desk.pages.choices import choices_of
from diurna.show.desk.pages.marking import Mark, chains_of, parts_of, said_of, segments

router = APIRouter()

AROUND = 250  # characters of the article shown before and behind each of the words of an event
_HISTORY = """
    SELECT id, made, who, kind, field, before, after, note, undoes FROM corrections
    WHERE article_key = $article AND (event_id = $event OR (start_offset < $end AND end_offset > $start)) ORDER BY id
"""


@router.get("/events/{article_key}/{event_id}")
def show(request: Request, connection: Rows, article_key: str, event_id: str) -> Response:
    """Show an event."""
    found = event(connection, article_key, event_id)
    article = one(
        connection.execute("SELECT * FROM articles WHERE article_key = $key", {"key": article_key}), "article"
    )
    record = json.loads(article["record"])
    marks = parts_of(found.event, record["attributions"])
    text, trigger = article["text"], found.event["trigger"]
    said_there = said_of(found.event, record["attributions"])
    windows = around([*marks, *(mark for mark in said_there if mark.end - mark.start <= AROUND * 4)], text)
    marks += said_there
    entities = {one["id"]: one for one in record["entities"]}
    asked = {"article": article_key, "event": event_id, "start": trigger["start"], "end": trigger["end"]}
    attributions = {a["id"]: a for a in record["attributions"]}
    said = [[attributions[id] for id in ids if id in attributions] for ids in chains_of(found.event)]
    ontology = load_ontology()
    kind = ontology.types.get(found.event["type"])
    values = {
        "found": found, "event": found.event, "row": found.row, "article": article, "said": said,
        "cuts": [segments(text, marks, start, end) for start, end in windows], "more": windows[-1][1] < len(text),
        "entities": entities, "parts": {mark.layer for mark in marks},
        "who": {id: one["identifiers"].get("wikidata") or one["name"] for id, one in entities.items()},
        "titles": {one.article_key: one.source or one.title or one.article_id for one in found.reports},
        "history": [_told(row) for row in dicts(connection.execute(_HISTORY, asked))],
        "types": {found.event["type"]: []} | {name: list(each.modes) for name, each in ontology.types.items()},
        "meaning": kind.description if kind else "", "statuses": get_args(Status),
        "attributions": attributions, "choices": choices_of(record),
    }  # fmt: skip
    return page(request, "event.html", values)


def around(marks: Iterable[Mark], text: str) -> list[tuple[int, int]]:
    """Return the parts of the text that stand around the marks, in order, those that meet as one; cut at blanks."""
    parts: list[tuple[int, int]] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        start = text.rfind(" ", 0, max(0, mark.start - AROUND)) + 1
        end = text.find(" ", mark.end + AROUND)
        end = len(text) if end < 0 else end
        if parts and start <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return parts


def _told(row: dict[str, object]) -> dict[str, object]:
    """Return a correction with what was before and after in few words."""
    return row | {"before": _short(row["before"]), "after": _short(row["after"])}


def _short(value: object) -> str:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return str(value)
    if isinstance(value, dict) and "content" in value:
        who = (value["source"] or {}).get("text") or (value["source"] or {}).get("name") or "somebody"
        return f"{who} {value['stance']} “{shorten(value['content']['text'], 60, placeholder=' …')}”"
    if isinstance(value, dict):
        return str(value.get("text") or value.get("type") or value.get("name") or "")
    if isinstance(value, list):
        return ", ".join(filter(None, map(_short, value))) or "none"
    return "" if value is None else str(value)
