"""`diurna watch FOLDER --db FILE`: codes what comes into a folder, for days."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diurna.learning_verbs import weights_in

if TYPE_CHECKING:
    from diurna.store import Store
    from diurna.watching import Coder


def add_watching(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command()(watch)


def watch(
    folder: Annotated[Path, typer.Argument(help="The folder; those below it are watched too.", metavar="FOLDER")],
    db: Annotated[Path, typer.Option(help="Keep the records in this DuckDB file.")],
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between two looks.")] = 10,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The date of articles that carry none of their own.")
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(help="Fields of tables and JSON that have names of their own: text=body,published=day."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that share the work of a lot of files.")] = 1,
    ontology: Annotated[Path | None, typer.Option(help="cameo, or a TOML file of your own types.")] = None,
    actors: Annotated[Path | None, typer.Option(help="A CSV of your own actors.")] = None,
    learned: Annotated[Path | None, typer.Option(help="Weights that `diurna learn -o` wrote.")] = None,
) -> None:
    """Code the files of a folder as they come and change, until Ctrl-C; nothing is moved (docs/running.md)."""
    from diurna.pipeline import check_settings, code_articles
    from diurna.read.fields import columns_of
    from diurna.stopping import Stop
    from diurna.store import StoreError
    from diurna.watching import Settings, Watch

    if not folder.is_dir():
        typer.echo(f"diurna: {folder} is no folder; make it first, or give another", err=True)
        raise typer.Exit(2)
    try:
        named = columns_of(columns) if columns else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    check_settings(ontology, actors, None)

    def coder(store: Store) -> tuple[Coder, str]:
        by, text = weights_in(learned, store, told=False)
        return partial(code_articles, jobs=jobs, ontology=ontology, actors=actors, learned=by), text

    def report(line: str) -> None:
        typer.echo(f"diurna: {line}", err=True)

    settings = Settings(published.date() if published else None, named, ontology, actors)
    with Stop() as stop:
        try:
            watching = Watch(folder.absolute(), db, coder, settings=settings, report=report)
        except StoreError as error:
            report(str(error))
            raise typer.Exit(2) from error
        report(f"watching {folder}, every {every:g} s; Ctrl-C ends it in good order")
        watching.run(every, stop, stop.sleep)
    name = stop.asked.name if stop.asked else "itself"
    report(f"stopped by {name} after {watching.files} files; the same command goes on from there")
