"""Keep a batch of records whole, with the events that they join, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

from diurna.records import Article, Record
from diurna.store.corrections.correction import Correction
from diurna.store.corrections.kept import corrections_at
from diurna.store.corrections.shown import Shown, shown
from diurna.store.memory import Memory
from diurna.store.merging import Merger
from diurna.store.opening import StoreError, not_written
from diurna.store.record_json import to_json_line
from diurna.store.rows import TABLES, rows_of
from diurna.store.searching import fill_search, forget_search
from diurna.store.tables import Row, column_types, delete, find, insert, storable, transaction

if TYPE_CHECKING:
    import duckdb


Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Kept:
    """How many articles were new, were there with the same record, and were there with another one."""

    new: int = 0
    unchanged: int = 0
    replaced: int = 0

    def __add__(self, other: Kept) -> Kept:
        return Kept(self.new + other.new, self.unchanged + other.unchanged, self.replaced + other.replaced)


@dataclass(frozen=True, slots=True)
class Written:
    """A record ready to be kept: its key, its JSON (without the origin, which says nothing), the digest of that."""

    record: Record
    key: str
    line: str
    digest: str


def written(record: Record) -> Written:
    """Return the record ready to be kept."""
    line = to_json_line(replace(record, article=replace(record.article, origin="")))
    return Written(record, article_key(record.article), line, _digest(line))


def article_key(article: Article) -> str:
    """Return the key of an article, made of its id and its text."""
    # The length keeps apart an id that ends as a text begins.
    return _digest(f"{len(article.id)}:{article.id}{article.text}")


def article_digest(article: Article) -> str:
    """Return a fingerprint of all that was given with the article, by which a later run knows it again."""
    given = (article.title, article.url, article.source, article.published, article.language)
    return _digest(f"{article_key(article)} {given}")


class Keeper:
    """Writes batches of records to one store; it knows the tables' columns, so that no batch asks for them again."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.merger = Merger(connection)
        self.memory = Memory(connection)
        self._columns = {table: column_types(connection, table) for table in TABLES}
        self._last_number: int | None = None
        self._failed: set[int] | None = None

    def keep(self, batch: Iterable[Written], run: int) -> Kept:
        """Keep a batch whole; where one record breaks the tables' rules, keep those before it and name it."""
        import duckdb

        together = list(batch)
        try:
            return self._within_memory(lambda: self._transact(together, run))
        except duckdb.ConstraintException:
            for one in together:
                try:
                    self._transact([one], run)
                except duckdb.ConstraintException as broken:
                    article = one.record.article
                    origin = article.origin or "origin not known"
                    raise StoreError(
                        f"the record of article {article.id!r} ({origin}) breaks a rule of the store: "
                        f"{broken}; this is a fault in diurna: please report it with the article"
                    ) from broken
            raise
        except duckdb.Error as error:
            raise not_written(error, "nothing of this batch was kept") from error

    def settle(self) -> None:
        """Bring the joined events up to all that was kept; to be called when a run ends."""
        import duckdb

        try:
            self._within_memory(self.merger.settle)
        except duckdb.Error as error:
            raise not_written(error, "the joined events do not tell of all reports yet") from error

    def _within_memory(self, write: Callable[[], Done]) -> Done:
        """Do what writes to the store, with more memory where it needs more."""
        import duckdb

        while True:
            try:
                done = write()
                self.memory.bind_again()
                return done
            except duckdb.OutOfMemoryException:
                if not self.memory.give_way():
                    raise

    def _transact(self, batch: list[Written], run: int) -> Kept:
        if not batch:
            return Kept()
        with transaction(self.connection):
            kept = self._replace_changed(batch, run)
            failed = sum(one.record.article.state == "failed" for one in batch)
            self.connection.execute(
                "UPDATE runs SET coded = coded + ?, failed = failed + ? WHERE run = ?",
                [len(batch) - failed, failed, run],
            )
        return kept

    def _without_losses(self, batch: list[Written]) -> list[Written]:
        """Return the batch without failed records of articles that are coded: read twice, or a fault that passes."""
        coded = {one.key for one in batch if one.record.article.state == "coded"}
        failed = [one.key for one in batch if one.record.article.state == "failed" and one.key not in coded]
        stand = find(self.connection, "articles", "article_key, state", "article_key", failed)
        coded |= {key for key, state in stand if state == "coded"}
        return [one for one in batch if one.record.article.state == "coded" or one.key not in coded]

    def _replace_changed(self, given: list[Written], run: int) -> Kept:
        batch = self._without_losses(given)
        if not batch:
            return Kept(0, len(given), 0)
        columns = "article_id, article_key, record_digest"
        found = find(self.connection, "articles", columns, "article_key", [one.key for one in batch])
        if failed := self._maybe_failed([storable(one.record.article.id) for one in batch]):
            found += self.connection.execute(
                f"SELECT {columns} FROM articles WHERE state = 'failed' AND article_id IN (SELECT unnest(?)) "
                "AND article_key NOT IN (SELECT unnest(?))",
                [failed, [one.key for one in batch]],
            ).fetchall()
        there = {(key, digest) for _, key, digest in found}
        changed = [one for one in batch if (one.key, one.digest) not in there]
        changed_ids = {storable(one.record.article.id) for one in changed}
        # What is found by its id and not by its key is a failed article, and this batch takes its place.
        unchanged = {one.key for one in batch} - {one.key for one in changed}
        gone = [key for _, key, _ in found if key not in unchanged]
        self._delete(gone)
        replaced = len({id for id, _, _ in found} & changed_ids)
        # What people said of an article is said of its new record too, and counts over what the machine says.
        said = corrections_at(self.connection, [one.key for one in changed if one.record.article.state == "coded"])
        seen = [(one, shown(one.record, said.get(one.key, ()))) for one in changed]
        self._insert(seen, run)
        self._note_corrections([(key, of) for key, of in seen if key.key in said])
        self._found_again(sorted(unchanged), run)
        self.merger.merge({one.key: of.record for one, of in seen}, gone)
        return Kept(len(changed) - replaced, len(given) - len(changed), replaced)

    def _maybe_failed(self, ids: list[str]) -> list[str]:
        """Return those of the ids that failed articles may have: few articles fail, and the table is long to read."""
        if self._failed is None:
            rows = self.connection.execute("SELECT article_id FROM articles WHERE state = 'failed'").fetchall()
            self._failed = {hash(id) for (id,) in rows}
        return [id for id in ids if hash(id) in self._failed]

    def _found_again(self, unchanged: list[str], run: int) -> None:
        """Note that records came out as before, so that the next run with these settings need not code them."""
        if unchanged:
            self.connection.execute(
                "UPDATE articles SET run = ? WHERE article_key IN (SELECT unnest(?))", [run, unchanged]
            )

    def _delete(self, keys: list[str]) -> None:
        numbers = find(self.connection, "articles", "article_number", "article_key", keys)
        gone = sorted(number for (number,) in numbers if number is not None)
        forget_search(self.connection, gone)
        for table in TABLES:
            delete(self.connection, table, "article_number", gone)
        for table in ("checked", "unplaced"):
            delete(self.connection, table, "article_key", keys)

    def show(self, key: str, machine: Record, corrections: Iterable[Correction]) -> None:
        """Let the tables show an article of the store with all that was said of it. To be called in a transaction.

        It stays in the run that coded it, and what the machine coded stays as it is.
        """
        columns = "record_digest, article_digest, run, origin"
        ((digest, article, run, origin),) = find(self.connection, "articles", columns, "article_key", [key])
        one = Written(machine, key, to_json_line(machine), digest)
        of = shown(machine, corrections)
        self._delete([key])
        self._insert([(one, of)], run, {"article_digest": article, "origin": origin})
        self._note_corrections([(one, of)])
        self.merger.merge({key: of.record}, [key])

    def _note_corrections(self, seen: list[tuple[Written, Shown]]) -> None:
        """Write the machine's own records of corrected articles, and what the corrections come to now."""
        keys = [one.key for one, _ in seen]
        for table in ("machine_records", "checked", "unplaced"):
            delete(self.connection, table, "article_key", keys)
        rows: dict[str, list[Row]] = {
            "machine_records": [{"article_key": one.key, "record": one.line} for one, of in seen],
            "checked": [
                {"article_key": one.key, "event_id": event, "state": state, "correction": number}
                for one, of in seen
                for event, (state, number) in of.checked.items()
            ],
            "unplaced": [{"correction": n, "article_key": one.key} for one, of in seen for n in of.unplaced],
        }
        for table, made in rows.items():
            insert(self.connection, table, column_types(self.connection, table), made)

    def _insert(self, seen: list[tuple[Written, Shown]], run: int, known: Row | None = None) -> None:
        rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        first = self._next_number()
        for number, (one, of) in enumerate(seen, first):
            article: Row = {
                "article_key": one.key,
                "article_number": number,
                "record": one.line if of.record is one.record else written(of.record).line,
                "record_digest": one.digest,
                "article_digest": article_digest(one.record.article),
                "run": run,
                **(known or {}),
            }
            _check_ids(of.record)
            if self._failed is not None and one.record.article.state == "failed":
                self._failed.add(hash(storable(one.record.article.id)))
            for table, made in rows_of(of.record, article).items():
                rows[table] += made
        for table, made in rows.items():
            insert(self.connection, table, self._columns[table], made)
        if seen:
            self._last_number = first + len(seen) - 1
            fill_search(self.connection, first, self._last_number)

    def _next_number(self) -> int:
        """Return the next article's number; numbers rise, so that what is kept together lies together."""
        if self._last_number is None:
            ((last,),) = self.connection.execute("SELECT coalesce(max(article_number), 0) FROM articles").fetchall()
            self._last_number = int(last)
        return self._last_number + 1


def _check_ids(record: Record) -> None:
    """Raise where two of a kind have one id, which the tables do not see to: they have no keys (schema.sql)."""
    import duckdb

    for kind in ("entities", "events", "attributions"):
        ids = [one.id for one in getattr(record, kind)]
        if len(set(ids)) < len(ids):
            raise duckdb.ConstraintException(f"two {kind} have the same id")


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
