"""Whole exports, sent as they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response, StreamingResponse

from diurna.show.answers import events
from diurna.show.answers.forms import answer_csv, answer_json
from diurna.show.desk.api.answering import StoreHere, tag_of
from diurna.show.desk.api.filtering import Filtered
from diurna.show.desk.asking import Asking
from diurna.show.exports import ExportError, copy_events, dyad_lines, event_lines, ftm_lines, mention_lines
from diurna.show.plover import plover_lines

if TYPE_CHECKING:
    from diurna.show.answers.filters import Filters

router = APIRouter()

Form = Literal["csv", "jsonl", "records", "plover", "dyads", "gdelt-events", "gdelt-mentions", "ftm", "parquet"]

_FILTERED = ("csv", "jsonl")
_TYPES = {
    "csv": "text/csv", "jsonl": "application/x-ndjson", "records": "application/x-ndjson",
    "plover": "application/x-ndjson", "dyads": "text/tab-separated-values",
    "gdelt-events": "text/tab-separated-values", "gdelt-mentions": "text/tab-separated-values",
    "ftm": "application/x-ndjson", "parquet": "application/vnd.apache.parquet",
}  # fmt: skip
_ENDINGS = {
    "text/csv": "csv", "application/x-ndjson": "jsonl", "text/tab-separated-values": "tsv",
    "application/vnd.apache.parquet": "parquet",
}  # fmt: skip
_PIECE = 1 << 16


@router.get(
    "/export/{form}",
    response_class=Response,
    responses={200: {"content": {kind: {"schema": {"type": "string"}} for kind in _ENDINGS}}},
)
def export(request: Request, store: StoreHere, filters: Filtered, form: Form) -> Response:
    """Send all events in a form of docs/exports.md, or all records; the filters hold for csv and jsonl only."""
    if filters.given() and form not in _FILTERED:
        raise HTTPException(404, f"filters hold for {' and '.join(_FILTERED)} only; leave them out")
    pieces = _pieces(store, filters, form)
    try:
        first = next(pieces, b"")  # what cannot be made at all is said before the answer begins
    except ExportError as error:
        raise HTTPException(404, str(error)) from error
    kind = _TYPES[form]
    headers = {"Content-Disposition": f'attachment; filename="events-{form}.{_ENDINGS[kind]}"', "ETag": tag_of(request)}
    return StreamingResponse(_from(first, pieces), media_type=kind, headers=headers)


def _from(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _pieces(store: Asking, filters: Filters, form: Form) -> Iterator[bytes]:
    """Yield the export in pieces of some 64 KB, as they are made."""
    with store.rows() as connection:
        if form == "parquet":
            with TemporaryDirectory(prefix="diurna-") as folder:
                path = Path(folder) / "events.parquet"
                copy_events(connection, "parquet", path)
                with path.open("rb") as file:
                    while piece := file.read(_PIECE):
                        yield piece
            return
        waiting, length = list[str](), 0
        for line in _LINES[form](store, connection, filters):
            waiting.append(line)
            length += len(line)
            if length >= _PIECE:
                yield "".join(waiting).encode()
                waiting, length = [], 0
        yield "".join(waiting).encode()


def _csv(store: Asking, connection: Any, filters: Filters) -> Iterator[str]:
    answer = events(connection, filters, each="report")
    return answer_csv(answer.columns(), answer.rows())


def _jsonl(store: Asking, connection: Any, filters: Filters) -> Iterator[str]:
    answer = events(connection, filters, each="report")
    return answer_json(answer.columns(), answer.rows())


def _records(store: Asking, connection: Any, filters: Filters) -> Iterator[str]:
    asked = connection.cursor().execute("SELECT record FROM articles ORDER BY rowid")
    while some := asked.fetchmany(100):
        yield from (f"{record}\n" for (record,) in some)


def _plover(store: Asking, connection: Any, filters: Filters) -> Iterator[str]:
    ((day,),) = connection.execute("SELECT max(started) FROM runs").fetchall()
    for record in store.records():
        yield from (f"{line}\n" for line in plover_lines(record, day.date()))


_LINES: dict[str, Callable[[Asking, Any, Filters], Iterator[str]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "records": _records,
    "plover": _plover,
    "dyads": lambda store, connection, filters: dyad_lines(connection),
    "gdelt-events": lambda store, connection, filters: event_lines(connection),
    "gdelt-mentions": lambda store, connection, filters: mention_lines(connection),
    "ftm": lambda store, connection, filters: ftm_lines(store.records()),
}
