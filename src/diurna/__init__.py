"""Read political reporting and keep the record: who did what to whom, when, where, on whose word.

>>> import diurna
>>> for record in diurna.code(["The Kenyan president met the rebel leader in Juba on Tuesday."]):
...     for event in record.events:
...         print(event.type, [a.span.text for a in event.actors])
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import diurna.code as _code_step  # loaded before the function of its name below takes the name
from diurna.records import Article, Attribution, Claim, Entity, Event, Participant, Place, Record, Span, When

if TYPE_CHECKING:
    from diurna.show import Quote
    from diurna.show.answers.filters import Each
    from diurna.show.answers.frames import As
    from diurna.show.answers.questions import By, Step
    from diurna.store import Store
    from diurna.store.claims import CheckedClaim

__all__ = [
    "Article", "Attribution", "Claim", "Entity", "Event", "Participant", "Place", "Record", "Span", "When",
    "claims", "code", "dyad", "events", "network", "open_store", "quotes", "read_articles", "timeline",
]  # fmt: skip

del _code_step


def code(
    articles: Iterable[Article | str | Mapping[str, object]],
    *,
    jobs: int = 1,
    ontology: str | Path | None = None,
    actors: str | Path | None = None,
) -> Iterator[Record]:
    """Yield the record of each article, in order.

    An article is an `Article` (from `read_articles`), its text, or a mapping with `text` and, where known, `id`,
    `title`, `published`, `url`, `source`, `language`. One that fails has a record whose `article.error` says why.
    `ontology` is "cameo", or a file of one's own types (docs/ontologies.md);
    `actors` a CSV of one's own actors (docs/actors.md).
    """
    from diurna.pipeline import code_articles
    from diurna.read import article_of

    made = (article if isinstance(article, Article) else article_of(article) for article in articles)
    return code_articles(made, jobs, Path(ontology) if ontology else None, Path(actors) if actors else None)


def read_articles(
    sources: Iterable[str | Path], *, published: date | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Article]:
    """Yield the articles of files, folders and archives (docs/reading.md), as `diurna code` reads them.

    `columns` names fields of tables and JSON that are not known: {"text": "body"}.
    """
    from diurna.read import read_articles as read

    return read(sources, published=published, columns=columns)


def quotes(records: Iterable[Record], *, indirect: bool = False) -> Iterator[Quote]:
    """Yield who said what, to whom and when in records: direct speech and posts, with `indirect` all that is said."""
    from diurna.show import quotes as found

    return found(records, indirect=indirect)


def open_store(path: str | Path, *, read_only: bool = False) -> Store:
    """Return the store in a DuckDB file, made if it is not there; use it in a `with` statement.

    With `read_only` it can be read while another process writes it.
    """
    from diurna.store import open_store as opened

    return opened(Path(path), read_only=read_only)


def claims(store: Store) -> Iterator[CheckedClaim]:
    """Yield what the store's articles claim of other events ("third attack this month"), each checked against it."""
    from diurna.store.claims import check_claims

    return check_claims(store.connection)


def events(
    store: Store, *, limit: int | None = None, each: Each | None = None, as_: As = "arrow", **filters: Any
) -> Any:
    """Return a store's events as a pyarrow.Table, pandas or polars DataFrame, with the columns of joined_table.

    An event is there once, however many articles tell it; with `each="report"` each article's report of it is there,
    with the columns of event_table. `filters` are those of `diurna events`: actor, recipient, country, sector, type,
    mode, status, place, since, until (days), source, text, min_confidence. Raises ImportError naming the package that
    is missing. A store whose events are not joined yet is asked for reports, with a warning.
    """
    from diurna.show.answers import Filters, framed
    from diurna.show.answers import events as asked

    return framed(asked(store.connection, Filters(**filters), limit, _counted(store, each)), as_)


def _counted(store: Store, each: Each | None) -> Each:
    from diurna.show.answers import are_joined

    if each is not None or are_joined(store.connection):
        return each or "event"
    warnings.warn("events are not joined yet, each report of one counts; `diurna merge` joins them", stacklevel=3)
    return "report"


def timeline(store: Store, *, by: Step = "month", each: Each | None = None, as_: As = "arrow", **filters: Any) -> Any:
    """Return events by period and quad class with their mean score, in the form and with the filters of `events`."""
    from diurna.show.answers import Filters, framed
    from diurna.show.answers import timeline as asked

    return framed(asked(store.connection, Filters(**filters), by, _counted(store, each)), as_)


def dyad(
    store: Store,
    first: str,
    second: str,
    *,
    by: Step = "month",
    each: Each | None = None,
    as_: As = "arrow",
    **filters: Any,
) -> Any:
    """Return what two actors did to each other and together, by period and quad class; otherwise like `events`."""
    from diurna.show.answers import Filters, framed
    from diurna.show.answers import dyad as asked

    return framed(asked(store.connection, first, second, Filters(**filters), by, _counted(store, each)), as_)


def network(store: Store, *, nodes: By = "country", each: Each | None = None, as_: As = "arrow", **filters: Any) -> Any:
    """Return who acts on whom, with weights by quad class; otherwise like `events`."""
    from diurna.show.answers import Filters, framed
    from diurna.show.answers import network as asked

    return framed(asked(store.connection, Filters(**filters), nodes, _counted(store, each)), as_)


def _repr_html_(record: Record) -> str:
    from diurna.show import record_html

    return record_html(record)


Record._repr_html_ = _repr_html_  # type: ignore[attr-defined]  # a record shows itself in a notebook
