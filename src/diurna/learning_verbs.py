"""The commands that use what people corrected: `diurna evaluate` and `diurna learn`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diurna.correcting_verbs import Form, Output
from diurna.store_verbs import File, opened_store

if TYPE_CHECKING:
    from diurna.store.corrections.gold import Gold
    from diurna.store.evaluating import Agreement


def add_learning(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for verb in (evaluate,):
        app.command()(verb)


def evaluate(
    file: File,
    other: Annotated[
        Path | None, typer.Option("--with", help="Another store, in which somebody else checked the same articles.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Only on articles that somebody called done.")] = False,
    format: Annotated[Form | None, typer.Option(help="Default: a table in a terminal, else CSV.")] = None,
    output: Output = None,
) -> None:
    """Score the machine on the articles that people corrected, and people against each other."""
    from rich.console import Console

    from diurna.cli import opened_output
    from diurna.show.evaluation import evaluation_json, print_agreements, print_scores, score_lines
    from diurna.store.corrections.gold import gold
    from diurna.store.evaluating import compared, scores

    chosen = format or (Form.table if output is None and sys.stdout.isatty() else Form.csv)
    with opened_store(file, read_only=True) as store:
        found = list(gold(store.connection, whole=whole))
    if not found:
        what = "called done" if whole else "corrected"
        typer.echo(f"diurna: nobody has {what} an article of {file} yet (docs/correcting.md)", err=True)
        raise typer.Exit(1)
    made, agreed = scores(map(compared, found)), _agreed(found, file, other)
    done = sum(one.whole for one in found)
    with opened_output(output) as out:
        match chosen:
            case Form.table:
                console = Console(file=out)
                rest = f"; of {len(found) - done} more, the events that were touched" if done < len(found) else ""
                articles = "1 article that is" if done == 1 else f"{done} articles that are"
                console.print(f"The machine against {articles} done{rest}.\n", highlight=False)
                print_scores(made, console)
                if agreed:
                    console.print()
                    print_agreements(agreed, console)
            case Form.csv:
                out.writelines(score_lines(made))
            case Form.json:
                out.writelines(f"{line}\n" for line in evaluation_json(made, agreed))


def _agreed(found: list[Gold], file: Path, other: Path | None) -> list[Agreement]:
    """Return how far people agree, in one store, or where two are given also those of one with those of the other."""
    from diurna.store.corrections.gold import gold
    from diurna.store.evaluating import agreements, views_of

    if other is None:
        return agreements(views_of(one) for one in found)
    with opened_store(other, read_only=True) as store:
        theirs = {one.key: one for one in gold(store.connection)}
    return agreements(
        [
            *views_of(one, f" ({file.stem})"),
            *(views_of(theirs[one.key], f" ({other.stem})") if one.key in theirs else ()),
        ]
        for one in found
    )
