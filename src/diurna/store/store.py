"""The store: records kept in one DuckDB file, each article whole or not at all."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from diurna.merge.across import Key
from diurna.records import Article, Record
from diurna.store.joinings import decide, undo
from diurna.store.keeping import Keeper, Kept, Written, article_digest, article_key, written
from diurna.store.opening import StoreError, connect, connect_to_read, not_written
from diurna.store.parted import connect_to_parted, is_parted
from diurna.store.rebuilding import UNMERGED, forget, merge_rest
from diurna.store.record_read import from_json
from diurna.store.settings import settings_of
from diurna.store.tables import find

if TYPE_CHECKING:
    import duckdb

# A transaction costs some 20 ms whatever it holds, so articles share one; a kill loses at most the open one.
_BATCH = 256
_BATCH_SECONDS = 2.0

_LOOKED_UP = 32  # articles that are looked up at a time, to see whether they are there already


def open_store(path: str | Path, *, read_only: bool = False) -> Store:
    """Return the store at `path`, made where it is not there; close it, or use it in a `with` statement.

    With `read_only` nothing is written or made, and a file that another process is writing can be read all the same:
    the store is then a copy of what the file held at that moment, and `as_of` says when. A folder of Parquet
    files (docs/cluster.md) is opened so too, and only so.

    Raises StoreError when the path is another folder, is not a DuckDB file, holds something else than a store, was
    written by a newer diurna, or is in use by another process; to read, when there is no file, or its tables are of
    an earlier version.
    """
    if is_parted(Path(path)):
        if not read_only:
            raise StoreError(
                f"{path} is a folder of Parquet files, which are only read here; `diurna import {path} --db FILE` "
                "makes a store of it that can be written"
            )
        return Store(connect_to_parted(Path(path)), read_only=True)
    if not read_only:
        return Store(connect(Path(path)))
    connection, copy = connect_to_read(Path(path))
    return Store(connection, copy=copy, read_only=True)


class Store:
    """An open store. `connection` is DuckDB's own, for questions in SQL (docs/store.md).

    `as_of` is None, but for a copy of a file that another process was writing: then when the copy was made, UTC.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, *, copy: Path | None = None, read_only: bool = False
    ) -> None:
        self.connection = connection
        self.as_of = _now() if copy else None
        self._copy = copy
        self._keeper_made = None if read_only else Keeper(connection)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is open to the file and let go of it."""
        self.connection.close()
        if self._copy:
            shutil.rmtree(self._copy.parent, ignore_errors=True)

    def keep(
        self,
        records: Iterable[Record],
        *,
        ontology: str | Path | None = None,
        actors: Path | None = None,
        learned: str = "",
        run: int | None = None,
    ) -> Kept:
        """Keep each record, and return how many were new, unchanged and replaced.

        A record is known by its article's id and text: the same again changes nothing, a changed one takes
        the place of the old. A failed article gives way to any later record of its id. Articles are written
        some 256 or two seconds at a time, each batch in one transaction, in which their events are joined with those
        of other articles; when `records` raises, what came before is kept. `ontology` and `actors`, the files of
        one's own that the records were coded with, and `learned`, the text of learned weights, are noted with the run;
        with `run`, a number from `begin_run`, they are kept in that run, which goes on.
        Raises StoreError, naming the article, for a record that breaks the tables' rules.
        """
        self._merge_rest()
        with self.keeper.memory.bounded():
            return self._keep(records, run, lambda: self.begin_run(ontology, actors, learned))

    def _keep(self, records: Iterable[Record], run: int | None, begin: Callable[[], int]) -> Kept:
        keeper = self.keeper
        own = run is None
        run = begin() if run is None else run
        kept = Kept()
        batch: dict[str, Written] = {}
        begun = time.monotonic()
        try:
            for record in records:
                full = len(batch) >= _BATCH or time.monotonic() - begun > _BATCH_SECONDS
                if full or record.article.id in batch:
                    whole, batch, begun = batch, {}, time.monotonic()
                    kept += keeper.keep(whole.values(), run)
                batch[record.article.id] = written(record)
        finally:
            kept += keeper.keep(batch.values(), run)
        keeper.settle()
        if own:
            self.end_run(run)
        return kept

    def keep_articles(
        self,
        articles: Iterable[Article],
        code: Callable[[Iterable[Article]], Iterable[Record]],
        *,
        ontology: str | Path | None = None,
        actors: Path | None = None,
        learned: str = "",
        run: int | None = None,
    ) -> Kept:
        """Code articles and keep their records, but for those that this version has coded with these settings.

        They are unchanged, and cost no more than a look: a run that was interrupted goes on where it was.
        """
        passed = 0
        done = self.runs_alike(ontology, actors, learned)

        def waiting() -> Iterator[Article]:
            nonlocal passed
            source = iter(articles)
            while some := list(islice(source, _LOOKED_UP)):
                there = self._coded([article_key(article) for article in some], done)
                for article in some:
                    if there.get(article_key(article)) == article_digest(article) and not article.error:
                        passed += 1
                    else:
                        yield article

        kept = self.keep(code(waiting()), ontology=ontology, actors=actors, learned=learned, run=run)
        return kept + Kept(unchanged=passed)

    def begin_run(self, ontology: str | Path | None = None, actors: Path | None = None, learned: str = "") -> int:
        """Note that a run with these settings begins, and return its number."""
        ((run,),) = self._write(
            "INSERT INTO runs (run, started, version, ontology, settings) "
            "SELECT coalesce(max(run), 0) + 1, ?, ?, ?, ? FROM runs RETURNING run",
            [_now(), version("diurna"), *settings_of(ontology, actors, learned)],
        )
        return int(run)

    def end_run(self, run: int) -> None:
        """Note that a run has ended now; where the clock was set back meanwhile, when it began."""
        self._write("UPDATE runs SET ended = greatest(started, ?) WHERE run = ?", [_now(), run])

    def runs_alike(self, ontology: str | Path | None = None, actors: Path | None = None, learned: str = "") -> set[int]:
        """Return the runs of this version that coded with these settings."""
        rows = self.connection.execute(
            "SELECT run FROM runs WHERE version = ? AND ontology = ? AND settings = ?",
            [version("diurna"), *settings_of(ontology, actors, learned)],
        ).fetchall()
        return {run for (run,) in rows}

    def merge_again(self) -> int:
        """Join all events anew, as after an upgrade, and return how many joined events there are.

        What people decided stays. Articles are joined a few hundred at a time; a run that is interrupted goes on
        where it was at the next `keep`.
        """
        forget(self.keeper.merger)
        self._merge_rest()
        (found,) = self.connection.execute("SELECT count(*) FROM joined_events").fetchall()
        return int(found[0])

    def join(self, reports: Sequence[Key], *, by: str, note: str | None = None) -> str:
        """Make reports, each an article's key and an event's id, one event for good; return the joined event's id.

        Raises StoreError where a report is not there.
        """
        return decide(self.keeper.merger, "join", reports[:1], reports[1:], by, note)

    def split(self, reports: Sequence[Key], *, by: str, note: str | None = None) -> str:
        """Make reports an event of their own, apart for good from those they were joined with; return its id.

        Raises StoreError where a report is not there, or they are no part of one joined event.
        """
        return decide(self.keeper.merger, "split", reports, (), by, note)

    def undo_joining(self, decision: int) -> None:
        """Take back what was decided (the number is in `joinings`); the machine joins those reports anew.

        Raises StoreError where there is no such decision.
        """
        undo(self.keeper.merger, decision)

    def records(self, article_id: str | None = None) -> Iterator[Record]:
        """Yield the records kept, all or of one article id, each as it was but for the article's layout.

        They come in the order kept; a replaced record counts as kept when it was replaced.
        """
        cursor = self.connection.cursor()
        one = "" if article_id is None else "WHERE article_id = $article_id"
        cursor.execute(
            f"SELECT record, origin FROM articles {one} ORDER BY rowid",
            {} if article_id is None else {"article_id": article_id},
        )
        while rows := cursor.fetchmany(100):
            for line, origin in rows:
                record = from_json(json.loads(line))
                yield replace(record, article=replace(record.article, origin=origin or ""))

    @property
    def keeper(self) -> Keeper:
        """What writes to the store; raises StoreError where it was opened to read."""
        if self._keeper_made is None:
            raise StoreError("the store was opened to read; open it without read_only to write")
        return self._keeper_made

    def _merge_rest(self) -> None:
        """Join what an earlier version, or a run that was cut short, left unjoined."""
        if self.connection.execute("SELECT 1 FROM meta WHERE key = ?", [UNMERGED]).fetchall():
            merge_rest(self.keeper.merger)

    def _write(self, statement: str, values: list[object]) -> list[tuple[Any, ...]]:
        import duckdb

        try:
            return self.connection.execute(statement, values).fetchall()
        except duckdb.Error as error:
            raise not_written(error, "this run is not noted in it") from error

    def _coded(self, keys: Sequence[str], runs: set[int]) -> dict[str, str]:
        rows = find(self.connection, "articles", "article_key, article_digest, state, run", "article_key", keys)
        return {key: digest for key, digest, state, run in rows if state == "coded" and run in runs}


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
