"""What a run that a signal ended says: how far it came, where that is, and how to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from diurna.stopping import Stopped

if TYPE_CHECKING:
    from diurna.records import Record

GO_ON = "the same command goes on from there"


@dataclass(slots=True)
class Progress:
    """How many records a run has made, how many of them failed, and where the last came from."""

    made: int = 0
    failed: int = 0
    last: str = ""

    def add(self, record: Record) -> None:
        """Count a record."""
        self.made += 1
        self.failed += record.article.error is not None
        self.last = record.article.origin

    def text(self, db: Path | None) -> str:
        """Return how far the run came, and how to go on: with a store from there, without one from the beginning."""
        far = f"after {self.made} articles" + (f", the last from {self.last}" if self.last else "")
        kept = f"they are in {db}, and {GO_ON}" if db else "their records are written; a run with --db FILE can go on"
        return f"{far}; {kept}"


@contextmanager
def said_where(where: Callable[[], str]) -> Iterator[None]:
    """Say what `where` returns when a signal ends what is done within, and end the process with the signal's code."""
    try:
        yield
    except Stopped as stopped:
        typer.echo(f"diurna: stopped by {stopped.name} {where()}", err=True)
        raise typer.Exit(stopped.exit_code) from None
