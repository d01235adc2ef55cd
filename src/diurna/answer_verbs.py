"""The commands that answer from a store: `diurna events`, `timeline`, `dyad`, `network` and `compare`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, fields
from datetime import datetime
from enum import StrEnum
from inspect import Parameter, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from diurna.store_verbs import File, opened_store

if TYPE_CHECKING:
    from diurna.show.answers import Answer, Filters
    from diurna.store import Store


class AnswerFormat(StrEnum):
    """The forms that answers are written in."""

    table = "table"
    csv = "csv"
    json = "json"


class NetworkFormat(StrEnum):
    """The forms that a network is written in."""

    table = "table"
    csv = "csv"
    json = "json"
    graphml = "graphml"


class Step(StrEnum):
    """What a timeline counts by."""

    day = "day"
    week = "week"
    month = "month"
    year = "year"


class Grain(StrEnum):
    """What is counted."""

    event = "event"
    report = "report"


class Node(StrEnum):
    """What a network's nodes are."""

    country = "country"
    name = "name"


Form = Annotated[AnswerFormat | None, typer.Option("--format", help="Default: a table in a terminal, else CSV.")]
Each = Annotated[Grain | None, typer.Option(help="Count an event once (the default), or each article's report of it.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")]
Plot = Annotated[Path | None, typer.Option(help="Also draw it, as .png or .svg (needs the extra: plots).")]

_WORDS = {
    "actor": "Country code or part of a name.",
    "recipient": "Country code or part of a name.",
    "country": "Country code of a participant or the place.",
    "sector": "PLOVER sector of a participant: GOV, MIL, ...",
    "type": "PLOVER type: PROTEST, ...",
    "mode": "PLOVER mode: arrest, ...",
    "status": "happened, future, hypothetical, negated or historical.",
    "place": "Words of the place's name.",
    "source": "Words of who says it, or of the article's source.",
    "text": "Words of the sentence.",
}
_FILTERS = [
    *(Parameter(n, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[str | None, typer.Option(help=h)])
      for n, h in _WORDS.items()),
    *(Parameter(n, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[
        datetime | None, typer.Option(f"--{o}", formats=["%Y-%m-%d"], help=h)])
      for n, o, h in (("since", "from", "On this day or later."), ("until", "to", "On this day or before."))),
    Parameter("min_confidence", Parameter.KEYWORD_ONLY, default=None,
              annotation=Annotated[float | None, typer.Option(min=0, max=1, help="At least so sure.")]),
]  # fmt: skip


def add_answers(app: typer.Typer) -> None:
    """Add these commands to the program."""
    for verb in (events, timeline, dyad, network):
        app.command()(_filtered(verb))
    app.command()(compare)


def events(
    filters: Filters,
    file: File,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    each: Each = None,
    format: Form = None,
    output: Output = None,
) -> None:
    """List the events of a store that the filters ask for."""
    from diurna.show.answers import events as asked

    with opened_store(file, read_only=True) as store:
        _write(store, asked(store.connection, filters, limit, _counted(store, each)), filters, format, output)


def timeline(
    filters: Filters,
    file: File,
    by: Annotated[Step, typer.Option(help="What a row is.")] = Step.month,
    each: Each = None,
    format: Form = None,
    output: Output = None,
    plot: Plot = None,
) -> None:
    """Count events by period and quad class."""
    from diurna.show.answers import timeline as asked
    from diurna.show.answers.plots import plot_timeline

    with opened_store(file, read_only=True) as store:
        answer = asked(store.connection, filters, by.value, _counted(store, each))
        _write(store, answer, filters, format, output)
        _draw(plot_timeline, answer, plot)


def dyad(
    filters: Filters,
    file: File,
    first: Annotated[str, typer.Argument(help="A country's code or part of a name.")],
    second: Annotated[str, typer.Argument(help="Another.")],
    by: Annotated[Step, typer.Option(help="What a row is.")] = Step.month,
    each: Each = None,
    format: Form = None,
    output: Output = None,
    plot: Plot = None,
) -> None:
    """Count what two actors did to each other and together, by period and quad class."""
    from diurna.show.answers import dyad as asked
    from diurna.show.answers.nearest import unknown
    from diurna.show.answers.plots import plot_dyad

    with opened_store(file, read_only=True) as store:
        answer = asked(store.connection, first, second, filters, by.value, _counted(store, each))
        _write(store, answer, filters, format, output, unknown(store.connection, first, second))
        _draw(plot_dyad, answer, plot)


def network(
    filters: Filters,
    file: File,
    nodes: Annotated[Node, typer.Option(help="What a node is.")] = Node.country,
    each: Each = None,
    format: Annotated[NetworkFormat | None, typer.Option(help="Default: a table in a terminal, else CSV.")] = None,
    output: Output = None,
    plot: Plot = None,
) -> None:
    """Count who acts on whom."""
    from diurna.show.answers import network as asked
    from diurna.show.answers.plots import plot_network

    with opened_store(file, read_only=True) as store:
        answer = asked(store.connection, filters, nodes.value, _counted(store, each))
        _write(store, answer, filters, format, output)
        _draw(plot_network, answer, plot)


def compare(
    a: File,
    b: Annotated[Path, typer.Argument(help="The other.", metavar="FILE")],
    format: Form = None,
    output: Output = None,
) -> None:
    """List the events that one store has and the other has not, and what differs in those that both have."""
    from diurna.show.answers import compare as compared
    from diurna.show.answers.compare import Difference

    with opened_store(a, read_only=True) as one, opened_store(b, read_only=True) as other:
        rows = (astuple(found) for found in compared(one.connection, other.connection))
        _write_rows([field.name for field in fields(Difference)], rows, format, output)


def _filtered(verb: Callable[..., None]) -> Callable[..., None]:
    """Return the command with an option for each filter in place of `filters`."""
    names = [parameter.name for parameter in _FILTERS]

    def command(**given: Any) -> None:
        from diurna.show.answers import Filters

        asked = {name: given.pop(name) for name in names}
        days = {name: asked[name].date() for name in ("since", "until") if asked[name]}
        verb(Filters(**(asked | days)), **given)

    own = [
        parameter.replace(kind=Parameter.KEYWORD_ONLY)
        for parameter in signature(verb, eval_str=True, locals={"Filters": Any}).parameters.values()
        if parameter.name != "filters"
    ]
    command.__name__, command.__doc__ = verb.__name__, verb.__doc__
    command.__signature__ = signature(verb, eval_str=True, locals={"Filters": Any}).replace(  # type: ignore[attr-defined]
        parameters=[*own, *_FILTERS], return_annotation=None
    )
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *_FILTERS]}
    return command


def _counted(store: Store, each: Grain | None) -> Literal["event", "report"]:
    """Return what is counted: what was asked for, else events; reports where events are not joined yet, with a hint."""
    from diurna.show.answers import are_joined

    if each is not None:
        return "event" if each is Grain.event else "report"
    if are_joined(store.connection):
        return "event"
    typer.echo("diurna: events are not joined yet, each report of one counts; `diurna merge` joins them", err=True)
    return "report"


def _write(
    store: Store,
    answer: Answer,
    filters: Filters,
    form: StrEnum | None,
    output: Path | None,
    told: str = "",
) -> None:
    """Write an answer; one without rows is said on standard error, with the nearest values, and ends the run with 1."""
    from itertools import chain

    from diurna.show.answers.nearest import why_nothing

    rows = answer.rows()
    first = next(rows, None)
    if first is None:
        typer.echo(f"diurna: nothing found: {told or why_nothing(store.connection, filters)}", err=True)
        raise typer.Exit(1)
    _write_rows(answer.columns(), chain([first], rows), form, output)


def _write_rows(columns: Sequence[str], rows: Iterable[Any], form: StrEnum | None, output: Path | None) -> None:
    from rich.console import Console

    from diurna.cli import opened_output
    from diurna.show.answers.forms import answer_csv, answer_json, graphml, print_answer

    chosen = form or (AnswerFormat.table if output is None and sys.stdout.isatty() else AnswerFormat.csv)
    with opened_output(output) as out:
        match chosen.value:
            case "table":
                print_answer(columns, rows, Console(file=out))
            case "csv":
                out.writelines(answer_csv(columns, rows))
            case "json":
                out.writelines(answer_json(columns, rows))
            case "graphml":
                out.writelines(graphml(columns, rows))


def _draw(plot: Callable[..., None], answer: Answer, path: Path | None) -> None:
    from diurna.show.answers.plots import PlotError

    if path is None:
        return
    try:
        plot(answer.columns(), list(answer.rows()), path)
    except PlotError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise typer.Exit(2) from error
