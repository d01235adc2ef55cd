"""Join the events of all blocks of a folder: partition by partition, with the same blocks of candidates as in a store.

Records come in the order in which they were published, as `merge_again` takes them from a store; what was joined so
far lies in a DuckDB file beside, of which each step reads what shares a block with the new articles. So the joinings
are those of one store, and memory does not grow with the folder.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from diurna.records import Record
from diurna.store.merging import Merger
from diurna.store.parted.blocks import NO_DATE, Block, blocks_in, fingerprint
from diurna.store.parted.folder import is_current, literal, staged_beside, write_json
from diurna.store.rebuilding import BATCH, JOINED_TABLES
from diurna.store.record_read import from_json
from diurna.store.tables import column_types, insert, transaction

if TYPE_CHECKING:
    import duckdb

_LEFT_OUT = ("copy_bands", "crowds", "event_blocks", "joined_search")  # only of use while joining


def merge_folder(folder: Path) -> tuple[int, int]:
    """Join the events of a folder anew, and return of how many reports how many joined events came.

    They are there all at once, in place of those of an earlier run; readers of the folder see those until then.
    Raises StoreError where the folder is of a newer version.
    """
    import duckdb

    is_current(folder)
    scratch = Path(tempfile.mkdtemp(prefix="diurna-"))
    try:
        with duckdb.connect(str(scratch / "joined.duckdb")) as connection:
            connection.execute("SET wal_autocheckpoint = '256MB'")
            connection.execute((files("diurna.store") / "schema.sql").read_text(encoding="utf-8"))
            blocks = list(blocks_in(folder))
            _join(connection, folder, blocks)
            _publish(connection, folder, fingerprint(blocks))
            (counts,) = connection.execute(
                "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM joined_events)"
            ).fetchall()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return int(counts[0]), int(counts[1])


def partitions(folder: Path, blocks: Iterable[Block]) -> list[list[Path]]:
    """Return the files of articles of each month, the earliest first, at last those of no date."""
    months: dict[str, list[Path]] = {}
    for block in blocks:
        for place in block.files.get("articles", ()):
            month = place.split("/", 1)[1].rpartition("/")[0]
            months.setdefault(month, []).append(folder / "tables" / place)
    return [months[month] for month in sorted(months, key=lambda month: (month == NO_DATE, month))]


def _join(connection: duckdb.DuckDBPyConnection, folder: Path, blocks: list[Block]) -> None:
    merger, types = Merger(connection), column_types(connection, "articles")
    source = _records(partitions(folder, blocks))
    while batch := dict(islice(source, BATCH)):
        with transaction(connection):
            # The texts are kept, since copies of them may come.
            insert(
                connection,
                "articles",
                types,
                [
                    {
                        "article_key": key, "article_id": record.article.id, "text": record.article.text,
                        "state": "coded", "record": "", "record_digest": "", "run": 0,
                    }
                    for key, record in batch.items()
                ],
            )  # fmt: skip
            merger.merge(batch)
    merger.settle()


def _records(months: list[list[Path]]) -> Iterator[tuple[str, Record]]:
    """Yield the coded articles by day of publication and key, one partition's files open at a time."""
    import duckdb

    for paths in months:
        with duckdb.connect() as reading:
            reading.execute("SET threads = 1")
            reading.execute(
                "SELECT article_key, record FROM read_parquet(?, hive_partitioning = false) WHERE state = 'coded' "
                "ORDER BY published, article_key",
                [[str(path) for path in paths]],
            )
            while rows := reading.fetchmany(BATCH):
                for key, line in rows:
                    yield key, from_json(json.loads(line))


def _publish(connection: duckdb.DuckDBPyConnection, folder: Path, of: str) -> None:
    """Write what was joined into a new folder, and then say that it is the one that counts, and `of` which blocks."""
    made = staged_beside(folder / "joined" / "tables").name.strip(".")
    place = folder / "joined" / made
    place.mkdir(parents=True)
    tables = [table for table in JOINED_TABLES if table not in _LEFT_OUT]
    for table in tables:
        path = place / f"{table}.parquet"
        connection.execute(f"COPY (FROM {table} ORDER BY ALL) TO {literal(path)} (FORMAT parquet, COMPRESSION zstd)")
        with path.open("rb") as done:
            os.fsync(done.fileno())
    write_json(folder / "joined" / "current.json", {"folder": made, "tables": tables, "of": of})
    for other in (folder / "joined").iterdir():
        if other.is_dir() and other.name != made:
            shutil.rmtree(other, ignore_errors=True)
