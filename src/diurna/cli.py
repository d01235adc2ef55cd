"""The command line: `diurna code`, `diurna quotes` and `diurna annotate`."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from diurna.answer_verbs import add_answers
from diurna.correcting_verbs import add_correcting
from diurna.export_verbs import add_exports
from diurna.help_panels import BEGIN, in_panels, only
from diurna.into_store import keep_coded
from diurna.learning_verbs import add_learning, weights_in
from diurna.serve_verbs import add_serving
from diurna.stopping import Stop
from diurna.stopping_said import GO_ON, Progress, said_where
from diurna.store_verbs import add_verbs
from diurna.watch_verbs import add_watching
from diurna.wide_verbs import Parquet, Ray, add_wide, code_wide
from diurna.written import Format, writer

if TYPE_CHECKING:
    from diurna.code.weights import Weights
    from diurna.records import Article, Record

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Reads political reporting and keeps the record: who did what to whom, when, where, on whose word.",
    epilog=BEGIN,
)

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders or archives of articles (docs/reading.md), or - for standard input.",
        metavar="SOURCE...",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.")]
Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The date of articles that carry none of their own."),
]
Columns = Annotated[
    str | None,
    typer.Option(help="Fields of tables and JSON that have names of their own: text=body,published=day."),
]


class AnnotateFormat(StrEnum):
    """The forms that annotation is written in."""

    conllu = "conllu"


@app.callback(invoke_without_command=True)
def _version_option(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"diurna {installed('diurna')}")
        raise typer.Exit


@app.command()
def code(
    sources: Sources,
    format: Annotated[Format | None, typer.Option(help="Default: a table in a terminal, else JSON Lines.")] = None,
    output: Output = None,
    db: Annotated[Path | None, typer.Option(help="Keep the records in this DuckDB file.")] = None,
    parquet: Parquet = None,
    ray: Ray = None,
    published: Published = None,
    columns: Columns = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that share the work.")] = 1,
    ontology: Annotated[
        Path | None, typer.Option(help="cameo, or a TOML file of your own types (docs/ontologies.md).")
    ] = None,
    actors: Annotated[Path | None, typer.Option(help="A CSV of your own actors, who go before the known ones.")] = None,
    learned: Annotated[
        Path | None, typer.Option(help="Weights that `diurna learn -o` wrote; default: those that --db learned.")
    ] = None,
) -> None:
    """Read articles and write their records: events with actors, dates, places, sources, each with its words."""
    if jobs == 1 and parquet is None:  # else other processes have the model
        from diurna.annotate import begin_loading

        begin_loading()
    from diurna.pipeline import code_articles

    if ray is not None and parquet is None:
        raise typer.BadParameter("--ray needs --parquet DIR, a folder that all machines share")
    if parquet is not None:
        from diurna.wide import Coding

        by, text = weights_in(learned)
        coding = Coding(published and published.date(), _columns(columns), ontology, actors, by, text)
        where = f"before all was coded; whole blocks are in {parquet}, and {GO_ON}"
        with said_where(lambda: where), Stop(at_once=True):
            return code_wide(sources, parquet, coding, jobs, ray)
    chosen = format or (Format.table if output is None and db is None and sys.stdout.isatty() else Format.json)
    silent = db is not None and output is None and format is None
    done = Progress()
    with (
        said_where(partial(done.text, db)),
        Stop() as stop,
        opened_output(output) as out,
        _counted(stop.upto(_read(sources, published, out, columns))) as articles,
    ):
        write = None if silent else writer(chosen, out)

        def passed(waiting: Iterable[Article], by: Weights | None) -> Iterator[Record]:
            for record in code_articles(waiting, jobs, ontology, actors, by):
                if why := record.article.error or record.article.note:
                    typer.echo(f"diurna: {why}", err=True)
                if write:
                    write(record)
                done.add(record)
                yield record
            if stop.asked:
                raise stop.asked  # the store then keeps what came, and the run does not count as ended

        if db is None:
            deque(passed(articles, weights_in(learned)[0]), maxlen=0)
        else:
            keep_coded(articles, passed, db, whole=not silent, own=(ontology, actors), learned=learned)
    if done.failed:
        raise typer.Exit(1)


class QuotesFormat(StrEnum):
    """The forms that quotations are written in."""

    table = "table"
    csv = "csv"


class Grouped(StrEnum):
    """What quotations are grouped by."""

    person = "person"


@app.command()
def quotes(
    sources: Sources,
    format: Annotated[QuotesFormat | None, typer.Option(help="Default: a table in a terminal, else CSV.")] = None,
    by: Annotated[Grouped | None, typer.Option(help="Group the table: who is quoted most comes first.")] = None,
    indirect: Annotated[bool, typer.Option("--indirect", help="Also what is said without quotation marks.")] = False,
    output: Output = None,
    published: Published = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that share the work.")] = 1,
) -> None:
    """Read articles and list who said what, to whom, when."""
    from rich.console import Console

    from diurna.pipeline import code_articles
    from diurna.show import print_quotes, quote_lines
    from diurna.show import quotes as found_in

    failed = 0
    chosen = format or (QuotesFormat.table if output is None and sys.stdout.isatty() else QuotesFormat.csv)
    with opened_output(output) as out, _counted(_read(sources, published, out)) as articles:

        def passed() -> Iterator[Record]:
            nonlocal failed
            for record in code_articles(articles, jobs):
                failed += record.article.error is not None
                if why := record.article.error or record.article.note:
                    typer.echo(f"diurna: {why}", err=True)
                yield record

        found = found_in(passed(), indirect=indirect)
        if chosen is QuotesFormat.table:
            print_quotes(found, Console(file=out), by_person=by is Grouped.person)
        else:
            out.writelines(quote_lines(found))
    if failed:
        raise typer.Exit(1)


@app.command()
def annotate(
    sources: Sources,
    format: Annotated[AnnotateFormat, typer.Option(help="The form to write.")] = AnnotateFormat.conllu,
    output: Output = None,
    published: Published = None,
) -> None:
    """Read articles and write their sentences, words, tags and trees."""
    from diurna.annotate import annotate as annotated
    from diurna.annotate import conllu

    failed = 0

    def passed(articles: Iterable[Article]) -> Iterator[Article]:
        nonlocal failed
        for article in articles:
            failed += article.error is not None
            if why := article.error or article.note:
                typer.echo(f"diurna: {why}", err=True)
            yield article

    with opened_output(output) as out:
        for block in conllu(annotated(passed(_read(sources, published, out)))):
            out.write(block)
    if failed:
        raise typer.Exit(1)


class ActorFormat(StrEnum):
    """The forms that an actor is written in."""

    table = "table"
    json = "json"


@app.command()
def actor(
    name: Annotated[str, typer.Argument(help="A name the actor is called by.")],
    db: Annotated[Path, typer.Option(help="The DuckDB file that `diurna code --db` wrote.")],
    format: Annotated[ActorFormat | None, typer.Option(help="Default: a table in a terminal, else JSON.")] = None,
) -> None:
    """Show what a store has of one actor: identity, names, offices with their days and words, events."""
    from rich.console import Console

    from diurna.show.actor import actor as found_in
    from diurna.show.actor import actor_json, print_actor
    from diurna.store import StoreError, open_store

    try:
        with open_store(db, read_only=True) as store:
            found = found_in(store.connection, name)
    except StoreError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise typer.Exit(2) from error
    if found is None:
        typer.echo(f"diurna: nobody in {db} is called {name!r}; try a shorter name", err=True)
        raise typer.Exit(1)
    if (format or (ActorFormat.table if sys.stdout.isatty() else ActorFormat.json)) is ActorFormat.json:
        typer.echo(actor_json(found))
    else:
        print_actor(found, Console())


ontology_app = typer.Typer(no_args_is_help=True, help="Check an ontology of your own.")
app.add_typer(ontology_app, name="ontology")


@ontology_app.command("check")
def ontology_check(file: Annotated[Path, typer.Argument(help="A TOML file of your own types.")]) -> None:
    """Check a file of your own types: errors are named by line; else its types and their examples are counted."""
    from collections import Counter

    from diurna.code.own import read_own

    own = read_own(file)  # a LexiconError is shown by `main`, as everywhere
    examples, entries = Counter(e.type for e in own.examples), Counter(e.type for e in own.entries)
    for name, kind in own.types.items():
        typer.echo(f"{name}: {examples[name]} examples, {entries[name]} entries; {kind.description}")
    typer.echo(f"{file} is well formed" + (", beside PLOVER's types" if own.base else ""))


def _read(
    sources: list[str], published: datetime | None, written: TextIO, columns: str | None = None
) -> Iterator[Article]:
    from diurna.read import read_articles

    day: date | None = published.date() if published else None
    return read_articles(sources, published=day, stdin=sys.stdin.buffer, columns=_columns(columns), written=written)


def _columns(columns: str | None) -> dict[str, str] | None:
    from diurna.read.fields import columns_of

    try:
        return columns_of(columns) if columns else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


@contextmanager
def opened_output(output: Path | None) -> Iterator[TextIO]:
    """Open the output as UTF-8 with line ends as written; a path that cannot be written is said and ends the run."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        try:
            yield sys.stdout
            sys.stdout.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries again at its exit
            if isinstance(error, BrokenPipeError):  # whoever read has left: nothing to say
                raise typer.Exit(141) from error
            typer.echo(f"diurna: standard output cannot be written ({error.strerror})", err=True)
            raise typer.Exit(2) from error
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        typer.echo(f"diurna: {output}: cannot be written ({error.strerror}); give another path to -o", err=True)
        raise typer.Exit(2) from error


@contextmanager
def _counted(articles: Iterator[Article]) -> Iterator[Iterator[Article]]:
    """Show a progress bar on standard error, when that is a terminal and there is more than one article."""
    if not sys.stderr.isatty():
        yield articles
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading and coding"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, start=True, visible=False)

        def shown() -> Iterator[Article]:
            for number, article in enumerate(articles, 1):
                progress.update(task, completed=number, visible=number > 1)
                yield article

        yield shown()


add_verbs(app)
add_answers(app)
add_exports(app)
add_correcting(app)
add_learning(app)
add_serving(app)
add_wide(app)
add_watching(app)
in_panels(app)


def main() -> None:
    """Run the command line; a closed pipe ends it quietly, a broken lexicon with its file and line."""
    # Tables and records are many objects without cycles: to look for some so often costs a tenth of a start.
    gc.set_threshold(50_000)
    # The small products of decoding are no faster on many threads, which cost a fifth of a run; read when numpy loads.
    for threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
        os.environ.setdefault(threads, "1")
    from diurna.code.table import LexiconError

    only(app, sys.argv[1:2])
    try:
        app()
    except LexiconError as error:
        typer.echo(f"diurna: {error}", err=True)
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(141) from None
    except RuntimeError as error:
        from diurna.beside import NoProcess  # here, since their modules load what few runs need
        from diurna.read.known import NoRoom

        if not isinstance(error, NoProcess | NoRoom):
            raise
        typer.echo(f"diurna: {error}", err=True)
        raise SystemExit(2) from None
