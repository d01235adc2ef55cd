"""`diurna code --db FILE`: the articles' records are kept in a store, and those that are there are not coded again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from diurna.learning_verbs import weights_in

if TYPE_CHECKING:
    from diurna.records import Article, Record


def keep_coded(
    articles: Iterable[Article],
    code: Callable[..., Iterable[Record]],
    db: Path,
    *,
    whole: bool,
    own: tuple[Path | None, Path | None],
    learned: Path | None,
) -> None:
    """Keep the articles' records in the store, and say on standard error what was new.

    Those that were coded with the same settings before are not coded again, but where `whole` asks for all records.
    They are coded by the weights of the file `learned`, else by those that the store has learned, if any.
    """
    from diurna.store import StoreError, open_store

    try:
        with open_store(db) as store:
            ontology, actors = own
            by, text = weights_in(learned, store)
            if whole:
                kept = store.keep(code(articles, by), ontology=ontology, actors=actors, learned=text)
            else:
                coded = partial(code, by=by)
                kept = store.keep_articles(articles, coded, ontology=ontology, actors=actors, learned=text)
    except StoreError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise typer.Exit(2) from error
    typer.echo(f"{db}: {kept.new} new, {kept.unchanged} unchanged, {kept.replaced} replaced", err=True)
