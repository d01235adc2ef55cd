"""Which files `diurna watch` has coded, kept beside the records, so that it goes on where it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.store.tables import delete, find, storable, transaction

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Watched:
    """A file that was coded: its whole path, its size in bytes and time of change (ns) then, what came of it."""

    path: str
    size: int
    changed: int
    articles: int
    failed: int


def watched(connection: duckdb.DuckDBPyConnection, runs: Collection[int]) -> Iterator[Watched]:
    """Yield the files that these runs coded last."""
    cursor = connection.cursor()
    cursor.execute("SELECT path, stamp, articles, failed, run FROM watched ORDER BY path")
    while rows := cursor.fetchmany(1000):
        for path, stamp, articles, failed, run in rows:
            if run in runs:
                size, changed = map(int, stamp.split())
                yield Watched(path, size, changed, articles, failed)


def note_watched(connection: duckdb.DuckDBPyConnection, files: Iterable[Watched], run: int) -> None:
    """Note that a run has coded these files, as they were."""
    made = list(files)
    with transaction(connection):
        for file in made:
            connection.execute(
                "INSERT OR REPLACE INTO watched VALUES (?, ?, ?, ?, ?)",
                [storable(file.path), f"{file.size} {file.changed}", file.articles, file.failed, run],
            )


def failed_of(connection: duckdb.DuckDBPyConnection, path: str) -> set[str]:
    """Return the keys of the failed articles that a file gave when it was read before."""
    rows = connection.execute(
        "SELECT article_key FROM articles WHERE state = 'failed' "
        "AND (origin = $path OR starts_with(origin, $path || ':'))",
        {"path": storable(path)},
    ).fetchall()
    return {key for (key,) in rows}


def forget_failed(connection: duckdb.DuckDBPyConnection, keys: Collection[str]) -> None:
    """Take out those of the articles that failed, which their file gives no more: nothing hangs on them."""
    there = find(connection, "articles", "article_key, state", "article_key", sorted(keys))
    with transaction(connection):
        delete(connection, "articles", "article_key", [key for key, state in there if state == "failed"])
