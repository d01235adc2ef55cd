"""`diurna code --parquet DIR`, with or without `--ray ADDRESS`, and `diurna import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from diurna.wide import Coding

Folder = Annotated[Path, typer.Argument(help="The folder that `diurna code --parquet` wrote.", metavar="DIR")]
Parquet = Annotated[
    Path | None, typer.Option(help="Keep the records in this folder of Parquet files (docs/cluster.md).", metavar="DIR")
]
Ray = Annotated[
    str | None,
    typer.Option(help="With --parquet: code on this Ray cluster; auto, HOST:6379, or local.", metavar="ADDRESS"),
]


def add_wide(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("import")(import_)


def code_wide(sources: list[str], folder: Path, coding: Coding, jobs: int, address: str | None) -> None:
    """Code the sources into the folder; say what came of it, and end the run with 1 where an article failed."""
    from diurna.store import StoreError
    from diurna.wide import code_on_ray, code_to_folder

    def report(why: str) -> None:
        typer.echo(f"diurna: {why}", err=True)

    try:
        if address is None:
            done = code_to_folder(sources, folder, coding, jobs=jobs, report=report)
        else:
            done = code_on_ray(sources, folder, coding, address=address, report=report)
    except StoreError as error:
        report(str(error))
        raise typer.Exit(2) from error
    for why in done.lost:
        report(why)
    left = f", {done.left_out} left out that are there already" if done.left_out else ""
    typer.echo(f"{folder}: {done.coded} coded, {done.failed} failed, {done.unchanged} unchanged{left}", err=True)
    if done.failed or done.lost:
        raise typer.Exit(1)


def import_(
    folder: Folder,
    db: Annotated[Path, typer.Option(help="The DuckDB file, made where it is not there.")],
) -> None:
    """Keep the records of a Parquet folder in a DuckDB file, which can be corrected and learned from."""
    from diurna.store import StoreError, open_store
    from diurna.store_verbs import opened_store

    try:
        with opened_store(folder, read_only=True) as parted, open_store(db) as store:
            runs = parted.connection.execute("SELECT ontology, settings FROM runs ORDER BY run DESC").fetchall()
            ontology, settings = runs[0] if runs else (None, "")
            # What another diurna may have coded is not taken for this one's: a later run codes it anew.
            kept = store.keep(parted.records(), ontology=ontology, learned=f"imported {settings}")
    except StoreError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo(f"{db}: {kept.new} new, {kept.unchanged} unchanged, {kept.replaced} replaced", err=True)
