"""The commands on a store of many reports: `diurna merge`, `join`, `split` and `claims`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from diurna.store import Store

File = Annotated[
    Path, typer.Argument(help="What `diurna code` wrote: the file of --db, or the folder of --parquet.", metavar="FILE")
]
By = Annotated[str | None, typer.Option(help="Who decides; default: the user's name.")]
Note = Annotated[str | None, typer.Option(help="Why.")]


class ClaimsFormat(StrEnum):
    """The forms that checked claims are written in."""

    table = "table"
    csv = "csv"
    json = "json"


def add_verbs(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for verb in (merge, join, split, claims):
        app.command()(verb)


def merge(file: File) -> None:
    """Join the events of all articles anew, as after an upgrade; what people decided stays."""
    from diurna.store.parted import is_parted, merge_folder

    if is_parted(file):
        reports, joined = merge_folder(file)
    else:
        with opened_store(file) as store:
            joined = store.merge_again()
            (reports,) = store.connection.execute("SELECT count(*) FROM reports").fetchall()[0]
    typer.echo(f"{file}: {reports} events of articles are {joined} joined events", err=True)


def join(
    file: File,
    events: Annotated[list[str], typer.Argument(help="Ids of the joined events, as in joined_table.")],
    by: By = None,
    note: Note = None,
) -> None:
    """Make joined events one for good."""
    with opened_store(file) as store:
        reports = [key for event in events for key in _reports_of(store, event)]
        made = store.join(reports, by=by or getpass.getuser(), note=note)
    typer.echo(made)


def split(
    file: File,
    event: Annotated[str, typer.Argument(help="Id of the joined event, as in joined_table.")],
    articles: Annotated[list[str], typer.Argument(help="Ids of the articles whose reports tell another event.")],
    by: By = None,
    note: Note = None,
) -> None:
    """Make some of a joined event's reports an event of their own, for good."""
    with opened_store(file) as store:
        known = dict(store.connection.execute("SELECT article_key, article_id FROM articles").fetchall())
        reports = [key for key in _reports_of(store, event) if known[key[0]] in articles]
        made = store.split(reports, by=by or getpass.getuser(), note=note)
    typer.echo(made)


def claims(
    file: File,
    format: Annotated[ClaimsFormat | None, typer.Option(help="Default: a table in a terminal, else CSV.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Check what articles claim of other events ("third attack this month") against the store."""
    from rich.console import Console

    from diurna.cli import opened_output
    from diurna.show.claims import claim_json, claim_lines, print_claims
    from diurna.store.claims import check_claims

    chosen = format or (ClaimsFormat.table if output is None and sys.stdout.isatty() else ClaimsFormat.csv)
    with opened_store(file, read_only=True) as store, opened_output(output) as out:
        if store.as_of:
            typer.echo(f"{file} is being written; this is what it held at {store.as_of:%H:%M:%S} UTC", err=True)
        found = check_claims(store.connection)
        match chosen:
            case ClaimsFormat.table:
                print_claims(found, Console(file=out))
            case ClaimsFormat.csv:
                out.writelines(claim_lines(found))
            case ClaimsFormat.json:
                out.writelines(f"{claim_json(claim)}\n" for claim in found)


@contextmanager
def opened_store(file: Path, *, read_only: bool = False) -> Iterator[Store]:
    """Open a store that is there; what goes wrong is said and ends the run."""
    from diurna.store import StoreError, open_store

    try:
        if not file.exists():
            raise StoreError(f"there is no store at {file}; `diurna code SOURCE... --db {file}` makes one")
        with open_store(file, read_only=read_only) as store:
            yield store
    except StoreError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise typer.Exit(2) from error


def _reports_of(store: Store, event: str) -> list[tuple[str, str]]:
    from diurna.store import StoreError

    rows = store.connection.execute(
        "SELECT article_key, event_id FROM reports WHERE joined_id = ? ORDER BY ALL", [event]
    ).fetchall()
    if not rows:
        raise StoreError(f"there is no joined event {event}; see joined_id in joined_table")
    return [(article, id) for article, id in rows]
