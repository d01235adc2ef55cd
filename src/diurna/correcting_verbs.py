"""The commands of checking a store: `diurna correct` and `corrections`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from diurna.store_verbs import By, File, Note, opened_store

if TYPE_CHECKING:
    from diurna.show.corrections import Listed
    from diurna.store import Store

Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]


class Form(StrEnum):
    """The forms that corrections are written in."""

    table = "table"
    csv = "csv"
    json = "json"


def add_correcting(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for verb in (correct, corrections):
        app.command()(verb)


def correct(
    file: File,
    lines: Annotated[
        Path | None, typer.Argument(help="Corrections, one a line (docs/correcting.md); - for standard input.")
    ] = None,
    undo: Annotated[int | None, typer.Option(help="Take back the correction of this number.")] = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Correct records by a file of corrections, or take one back; each is kept with who, when, before and after."""
    from diurna.store.corrections import correct as made
    from diurna.store.corrections import undo as undone
    from diurna.store.corrections.given import given

    who = by or getpass.getuser()
    if (lines is None) == (undo is None):
        typer.echo("diurna: give a file of corrections, or --undo with the number of one", err=True)
        raise typer.Exit(2)
    with opened_store(file) as store:
        if undo is not None:
            typer.echo(f"{undone(store, undo, who, note).id}: undo {undo}")
            return
        assert lines is not None
        count = 0
        name = "standard input" if str(lines) == "-" else str(lines)
        with _read(lines) as waiting:
            for place, one in given(store.connection, waiting, name, who):
                with _placed(place):
                    count += made(store, one).id > 0
        typer.echo(f"{file}: {count} correction{'' if count == 1 else 's'}", err=True)


def corrections(
    file: File,
    article: Annotated[str | None, typer.Option(help="Only those of this article id.")] = None,
    unplaced: Annotated[bool, typer.Option("--unplaced", help="Only those that fit nothing now.")] = False,
    gold: Annotated[bool, typer.Option("--gold", help="The corrected articles' records, as JSON Lines.")] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="With --gold: only articles that somebody called done.")
    ] = False,
    queue: Annotated[int | None, typer.Option(help="Instead: so many events to look at, most useful first.")] = None,
    format: Annotated[Form | None, typer.Option(help="Default: a table in a terminal, else CSV.")] = None,
    output: Output = None,
) -> None:
    """List what people corrected, export corrected articles as gold, or say what to look at next."""
    from rich.console import Console

    from diurna.cli import opened_output
    from diurna.show.corrections import correction_json, correction_lines, print_corrections, print_queue, queue_lines
    from diurna.store.corrections import queue as next_events
    from diurna.store.corrections.gold import gold as gold_of
    from diurna.store.corrections.gold import gold_line

    chosen = format or (Form.table if output is None and sys.stdout.isatty() else Form.csv)
    with opened_store(file, read_only=True) as store, opened_output(output) as out:
        if gold:
            out.writelines(f"{gold_line(one)}\n" for one in gold_of(store.connection, whole=whole))
        elif queue is not None:
            found = next_events(store.connection, queue)
            if chosen is Form.table:
                print_queue(found, Console(file=out))
            else:
                out.writelines(queue_lines(found))
        else:
            listed = _listed(store, article, unplaced=unplaced)
            match chosen:
                case Form.table:
                    print_corrections(listed, Console(file=out))
                case Form.csv:
                    out.writelines(correction_lines(listed))
                case Form.json:
                    out.writelines(f"{correction_json(one)}\n" for one in listed)


@contextmanager
def _read(lines: Path) -> Iterator[TextIO]:
    """Open the lines of a file, or of standard input; raises CorrectionError where they cannot be read."""
    from diurna.store.corrections import CorrectionError

    if str(lines) == "-":
        yield sys.stdin
        return
    try:
        with lines.open(encoding="utf-8") as opened:
            yield opened
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionError(f"{lines}: cannot be read ({error}); give a file of JSON Lines in UTF-8") from error


@contextmanager
def _placed(place: str) -> Iterator[None]:
    from diurna.store.corrections import CorrectionError

    try:
        yield
    except CorrectionError as error:
        raise CorrectionError(f"{place}: {error}; the lines before it were kept") from error


def _listed(store: Store, article: str | None, *, unplaced: bool) -> Iterator[Listed]:
    from diurna.show.corrections import Listed
    from diurna.store.corrections import corrections_at, taken_back

    rows = store.connection.execute(
        "SELECT article_key, article_id, text FROM articles WHERE article_key IN (SELECT article_key FROM corrections)"
    ).fetchall()
    articles = {key: (id, text) for key, id, text in rows if article in (None, id)}
    lost = {number for (number,) in store.connection.execute("SELECT correction FROM unplaced").fetchall()}
    said = corrections_at(store.connection)
    undone = {number for made in said.values() for number in taken_back(made)}
    for one in sorted((one for made in said.values() for one in made), key=lambda one: one.id):
        id, text = articles.get(one.article_key, (None, ""))
        if id is None or (unplaced and one.id not in lost):
            continue
        words = text[one.anchor.start : one.anchor.end] if one.anchor else ""
        state = "unplaced" if one.id in lost else "undone" if one.id in undone else "in force"
        yield Listed(one, id, words, state)
