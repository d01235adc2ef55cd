"""The commands that give a store away: `diurna export` and `diurna release`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diurna.store_verbs import File, opened_store

if TYPE_CHECKING:
    from diurna.store import Store


class To(StrEnum):
    """The forms that a store is exported in."""

    plover = "plover"
    csv = "csv"
    parquet = "parquet"
    dyads = "dyads"
    gdelt = "gdelt"
    ftm = "ftm"


def add_exports(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(export)
    app.command()(release)


def export(
    file: File,
    to: Annotated[To, typer.Option(help="The form; docs/exports.md describes each.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write; gdelt makes two beside it.")],
) -> None:
    """Write a store's events in a form that other programs read."""
    from diurna.show.exports import ExportError, copy_events, dyad_lines, event_lines, ftm_lines, mention_lines

    with opened_store(file, read_only=True) as store:
        connection = store.connection
        try:
            match to:
                case To.csv | To.parquet:
                    copy_events(connection, "csv" if to is To.csv else "parquet", output)
                case To.plover:
                    _lines(output, _plover(store))
                case To.dyads:
                    _lines(output, dyad_lines(connection))
                case To.ftm:
                    _lines(output, ftm_lines(store.records()))
                case To.gdelt:
                    stem = output.with_suffix("") if output.suffix else output
                    _lines(stem.with_name(f"{stem.name}.export.CSV"), event_lines(connection))
                    _lines(stem.with_name(f"{stem.name}.mentions.CSV"), mention_lines(connection))
        except ExportError as error:
            _failed(error)


def release(
    file: File,
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet.", metavar="DIR")],
    title: Annotated[str, typer.Option(help="What the data set is called.")],
    author: Annotated[str, typer.Option(help="Who publishes it.")],
    licence: Annotated[str, typer.Option(help="Its licence, as an SPDX identifier: CC-BY-4.0.")],
    texts: Annotated[bool, typer.Option("--texts", help="With the articles' whole texts.")] = False,
) -> None:
    """Write a data release: tables, codebook, checksums, counts, versions, licence and citation."""
    from diurna.show.exports import About, ExportError
    from diurna.show.exports import release as released

    with opened_store(file, read_only=True) as store:
        try:
            made = released(store.connection, folder, About(title, author, licence), texts=texts)
        except ExportError as error:
            _failed(error)
        else:
            typer.echo(f"{folder}: {len(made)} files", err=True)


def _plover(store: Store) -> Iterator[str]:
    """Yield PLOVER's lines; `coded_date` is the day of the last run, so that a store always gives the same lines."""
    from diurna.show import plover_lines

    days = store.connection.execute("SELECT max(started) FROM runs").fetchall()
    for record in store.records():
        for line in plover_lines(record, days[0][0].date()):
            yield f"{line}\n"


def _lines(path: Path, lines: Iterable[str]) -> None:
    from diurna.cli import opened_output

    with opened_output(path) as out:
        out.writelines(lines)


def _failed(error: Exception) -> None:
    typer.echo(f"diurna: {error}", err=True)
    raise typer.Exit(2) from error
