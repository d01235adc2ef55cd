"""The store: records kept in one DuckDB file, each article whole or not at all."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from diurna.records import Record
from diurna.store.opening import StoreError, connect
from diurna.store.record_json import to_json_line
from diurna.store.record_read import from_json
from diurna.store.rows import TABLES, Row, rows_of

if TYPE_CHECKING:
    import duckdb

# A transaction costs some 20 ms whatever it holds, so articles share one; a kill loses at most the open one.
_BATCH = 256
_BATCH_SECONDS = 2.0

# One encoder for all rows: json.dumps with an option makes a new one each time, which takes as long as its
# work.
_encode_row = json.JSONEncoder(ensure_ascii=False).encode
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Kept:
    """How many articles were new, were there with the same record, and were there with another one."""

    new: int = 0
    unchanged: int = 0
    replaced: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(self.new + other.new, self.unchanged + other.unchanged, self.replaced + other.replaced)


@dataclass(frozen=True, slots=True)
class _Written:
    """A record ready to be kept: its key, its JSON (without the origin, which says nothing), its digest."""

    record: Record
    key: str
    line: str
    digest: str


def open_store(path: str | Path) -> Store:
    """Return the store at `path`, made where it is not there; close it, or use it in a `with` statement.

    Raises StoreError when the path is a folder, is not a DuckDB file, holds something else than a store, was
    written by a newer diurna, or is in use by another process.
    """
    return Store(connect(Path(path)))


class Store:
    """An open store. `connection` is DuckDB's own, for questions in SQL (docs/store.md)."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._columns = {table: _column_types(connection, table) for table in TABLES}

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what is open to the file and let go of it."""
        self.connection.close()

    def keep(self, records: Iterable[Record]) -> Kept:
        """Keep each record, and return how many were new, unchanged and replaced.

        A record is known by its article's id and text: the same again changes nothing, a changed one takes
        the place of the old. A failed article gives way to any later record of its id. Articles are written
        some 256 or two seconds at a time, each batch in one transaction; when `records` raises, what came
        before is kept. Raises StoreError, naming the article, for a record that breaks the tables' rules.
        """
        run = self._begin_run()
        kept = Kept()
        batch: dict[str, _Written] = {}
        begun = time.monotonic()
        try:
            for record in records:
                full = len(batch) >= _BATCH or time.monotonic() - begun > _BATCH_SECONDS
                if full or record.article.id in batch:
                    whole, batch, begun = batch, {}, time.monotonic()
                    kept += self._keep_batch(whole, run)
                batch[record.article.id] = _written(record)
        finally:
            kept += self._keep_batch(batch, run)
        self.connection.execute("UPDATE runs SET ended = ? WHERE run = ?", [_now(), run])
        return kept

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

    def _begin_run(self) -> int:
        found = self.connection.execute(
            "INSERT INTO runs (run, started, version) SELECT coalesce(max(run), 0) + 1, ?, ? FROM runs RETURNING run",
            [_now(), version("diurna")],
        ).fetchone()
        assert found is not None
        return int(found[0])

    def _keep_batch(self, batch: dict[str, _Written], run: int) -> Kept:
        """Keep a batch whole; where one record breaks the tables' rules, keep those before it and name it."""
        import duckdb

        try:
            return self._transact(list(batch.values()), run)
        except duckdb.ConstraintException:
            for written in batch.values():
                try:
                    self._transact([written], run)
                except duckdb.ConstraintException as broken:
                    article = written.record.article
                    origin = article.origin or "origin not known"
                    raise StoreError(
                        f"the record of article {article.id!r} ({origin}) breaks a rule of the store: "
                        f"{broken}; this is a fault in diurna: please report it with the article"
                    ) from broken
            raise
        except duckdb.Error as error:
            raise StoreError(f"the store could not be written, nothing of this batch was kept: {error}") from error

    def _transact(self, batch: list[_Written], run: int) -> Kept:
        import duckdb

        if not batch:
            return Kept()
        self.connection.execute("BEGIN")
        try:
            kept = self._replace_changed(batch, run)
            failed = sum(written.record.article.state == "failed" for written in batch)
            self.connection.execute(
                "UPDATE runs SET coded = coded + ?, failed = failed + ? WHERE run = ?",
                [len(batch) - failed, failed, run],
            )
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(duckdb.TransactionException):  # a COMMIT that fails has rolled back already
                self.connection.execute("ROLLBACK")
            raise
        return kept

    def _replace_changed(self, batch: list[_Written], run: int) -> Kept:
        ids = [written.record.article.id for written in batch]
        found = self.connection.execute(
            "SELECT article_id, article_key, record_digest FROM articles "
            "WHERE article_key IN (SELECT unnest($keys)) "
            "OR (state = 'failed' AND article_id IN (SELECT unnest($ids)))",
            {"keys": [written.key for written in batch], "ids": [_storable(id) for id in ids]},
        ).fetchall()
        there = {(key, digest) for _, key, digest in found}
        changed = [written for written in batch if (written.key, written.digest) not in there]
        changed_ids = {_storable(written.record.article.id) for written in changed}
        # What is found by its id and not by its key is a failed article, and this batch takes its place.
        unchanged = {written.key for written in batch} - {written.key for written in changed}
        self._delete([key for _, key, _ in found if key not in unchanged])
        replaced = len({id for id, _, _ in found} & changed_ids)
        self._insert(changed, run)
        return Kept(len(changed) - replaced, len(batch) - len(changed), replaced)

    def _delete(self, keys: list[str]) -> None:
        if keys:
            for table in TABLES:
                self.connection.execute(f"DELETE FROM {table} WHERE article_key IN (SELECT unnest(?))", [keys])

    def _insert(self, batch: list[_Written], run: int) -> None:
        """Insert all rows of the batch, one statement a table: each row goes in as a line of JSON.

        Of the ways to insert many rows without a data frame library this is the fastest (0.26 s for 30,000
        rows; one INSERT a row: minutes), and the table itself says what type each column has.
        """
        lines: dict[str, list[str]] = {table: [] for table in TABLES}
        for written in batch:
            # Only a line that has such an escape can have a lone surrogate, and hardly any has.
            encode = _encode_storable if "\\ud" in written.line else _encode_row
            article: Row = {
                "article_key": written.key,
                "record": written.line,
                "record_digest": written.digest,
                "run": run,
            }
            for table, rows in rows_of(written.record, article).items():
                lines[table] += [encode(row) for row in rows]
        for table, of_table in lines.items():
            if of_table:
                self.connection.execute(
                    f"INSERT INTO {table} BY NAME "
                    "SELECT unnest(from_json(line, $types)) FROM (SELECT unnest($lines::VARCHAR[]) AS line)",
                    {"types": self._columns[table], "lines": of_table},
                )


def _written(record: Record) -> _Written:
    line = to_json_line(replace(record, article=replace(record.article, origin="")))
    # The length keeps apart an id that ends as a text begins.
    known_by = f"{len(record.article.id)}:{record.article.id}{record.article.text}"
    return _Written(record, _digest(known_by), line, _digest(line))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _storable(text: str) -> str:
    """Return the text with U+FFFD for lone surrogates: one character for one, so that offsets hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _encode_storable(row: Row) -> str:
    return _storable(_encode_row(row))


def _column_types(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    described = connection.execute(f"DESCRIBE {table}").fetchall()
    return json.dumps({column[0]: column[1] for column in described})


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
