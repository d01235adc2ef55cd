"""The commands of the desk: `diurna serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def add_serving(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(serve)


def serve(
    file: Annotated[Path, typer.Argument(help="The DuckDB file that `diurna code --db` wrote.", metavar="STORE")],
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed: to publish.")] = False,
) -> None:
    """Read, check and correct a store in the browser."""
    from diurna.store import StoreError

    try:
        import uvicorn

        from diurna.show.desk import desk
    except ImportError as missing:
        typer.echo(f"diurna: serve needs {missing.name}: pip install 'diurna[desk]'", err=True)
        raise typer.Exit(2) from missing
    try:
        if not file.exists():
            raise StoreError(f"there is no store at {file}; `diurna code SOURCE... --db {file}` makes one")
        app = desk(file, read_only=read_only)
    except StoreError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo(f"http://{host}:{port}/", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning")
