"""The commands that use what people corrected: `diurna evaluate` and `diurna learn`."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diurna.correcting_verbs import Form, Output
from diurna.store_verbs import By, File, opened_store

if TYPE_CHECKING:
    from diurna.code.weights import Weights
    from diurna.store import Store
    from diurna.store.corrections.gold import Gold
    from diurna.store.evaluating import Agreement
    from diurna.store.learning import Learned


def add_learning(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for verb in (evaluate, learn):
        app.command()(verb)


def evaluate(
    file: File,
    other: Annotated[
        Path | None, typer.Option("--with", help="Another store, in which somebody else checked the same articles.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Only on articles that somebody called done.")] = False,
    by_type: Annotated[bool, typer.Option("--by-type", help="Score each type of event, not each field.")] = False,
    format: Annotated[Form | None, typer.Option(help="Default: a table in a terminal, else CSV.")] = None,
    output: Output = None,
) -> None:
    """Score the machine on the articles that people corrected, and people against each other."""
    from rich.console import Console

    from diurna.cli import opened_output
    from diurna.show.evaluation import evaluation_json, print_agreements, print_scores, score_lines
    from diurna.store.corrections.gold import gold
    from diurna.store.evaluating import compared, scores, type_scores

    chosen = format or (Form.table if output is None and sys.stdout.isatty() else Form.csv)
    with opened_store(file, read_only=True) as store:
        found = list(gold(store.connection, whole=whole))
    if not found:
        what = "called done" if whole else "corrected"
        typer.echo(f"diurna: nobody has {what} an article of {file} yet (docs/correcting.md)", err=True)
        raise typer.Exit(1)
    made, agreed = (type_scores if by_type else scores)(map(compared, found)), _agreed(found, file, other)
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


def learn(
    file: File,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was learned last.")] = False,
    most: Annotated[int, typer.Option(help="Learn from so many articles, those corrected last.")] = 200,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Keep it though the held-out articles come out worse.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the weights to this TOML file, not into the store.")
    ] = None,
    by: By = None,
) -> None:
    """Refit how events are weighed on what people corrected; the next `diurna code --db` codes by it."""
    from rich.console import Console

    from diurna.code.weights import weights, weights_of, weights_toml
    from diurna.show.evaluation import print_lesson
    from diurna.store.corrections.gold import gold
    from diurna.store.learning import keep_learned, newest, undo_learned
    from diurna.store.learning import learn as learned

    with opened_store(file) as store:
        connection = store.connection
        if undo:
            _taken_back(file, undo_learned(connection), newest(connection))
            return
        last = newest(connection)
        golds = sorted(gold(connection), key=lambda one: one.corrections[-1].id)[-most:]
        lesson = learned(golds, weights_of(last.weights, f"{file}: learned {last.id}") if last else weights())
        print_lesson(lesson, Console())
        if not lesson.helps and not anyway:
            typer.echo("diurna: not kept, since the held-out articles come out worse (--anyway keeps it)", err=True)
            raise typer.Exit(1)
        who = by or getpass.getuser()
        text = weights_toml(lesson.weights, f"Learned from {lesson.learned_from} corrected articles of {file.name}.")
        if output is None:
            number = keep_learned(connection, who, text, lesson.report())
            typer.echo(f"{file}: learned {number}; `diurna code SOURCE... --db {file}` codes by it", err=True)
            return
    try:
        output.write_text(text, "utf-8")
    except OSError as error:
        typer.echo(f"diurna: {output}: cannot be written ({error.strerror}); give another path to -o", err=True)
        raise typer.Exit(2) from error
    typer.echo(f"{output}: `diurna code SOURCE... --learned {output}` codes by it", err=True)


def weights_in(file: Path | None, store: Store | None = None, *, told: bool = True) -> tuple[Weights | None, str]:
    """Return the weights of a file, else those that a store has learned, and their text; None, "": the package's own.

    That the store's are used is said where `told` is set. What is wrong with the file is said, and ends the run.
    """
    from diurna.code.weights import weights_of

    try:
        if file is not None:
            text = file.read_text("utf-8")
            return weights_of(text, str(file)), text
    except (OSError, ValueError) as error:
        typer.echo(f"diurna: {error}; give a file that `diurna learn -o` wrote", err=True)
        raise typer.Exit(2) from error
    if store is None:
        return None, ""
    from diurna.store.learning import newest

    last = newest(store.connection)
    if last is None:
        return None, ""
    if told:
        typer.echo(f"diurna: coding by the weights that the store learned on {last.at:%Y-%m-%d} ({last.id})", err=True)
    return weights_of(last.weights, f"learned {last.id}"), last.weights


def _taken_back(file: Path, number: int | None, now: Learned | None) -> None:
    if number is None:
        typer.echo(f"diurna: {file} has learned nothing that could be taken back", err=True)
        raise typer.Exit(1)
    then = f"those of learned {now.id} count again" if now else "the package's own weights count again"
    typer.echo(f"{file}: learned {number} is taken back; {then}", err=True)


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
