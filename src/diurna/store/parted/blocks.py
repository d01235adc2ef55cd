"""Blocks: the records of a stretch of input, written as Parquet files and then named, all of them at once."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from diurna.records import Record
from diurna.store.keeping import Written, article_digest, written
from diurna.store.parted.folder import literal, staged_beside, write_json
from diurna.store.rows import TABLES, rows_of
from diurna.store.tables import Row, column_types, insert

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 256
NO_DATE = "year=0000/month=00"
"""The partition of articles whose day of publication is not known."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block as its file says: its name, what it was coded from and with, and the files of its rows.

    `given` is the fingerprint of its articles as they were given, by which a later run knows that nothing has changed.
    `sources` are the files that it was read from. `files` maps a table to its files below `tables/`. Times are in UTC.
    """

    name: str
    sources: list[str]
    given: str
    run: int
    started: str
    ended: str
    version: str
    ontology: str
    settings: str
    coded: int
    failed: int
    files: dict[str, list[str]]


def block_name(source: str, number: int) -> str:
    """Return the name of a source's block of a number from 0; the same whichever process writes it, and when."""
    return f"{blake2b(source.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}-{number:06}"


def blocks_in(folder: Path) -> Iterator[Block]:
    """Yield the blocks of a folder, by name."""
    for path in sorted((folder / "blocks").glob("[!.]*.json")):
        yield Block(**json.loads(path.read_text("utf-8")))


def fingerprint(blocks: Iterable[Block]) -> str:
    """Return a fingerprint of what blocks hold, whatever their order."""
    places = sorted(place for block in blocks for place in _files(block))
    return blake2b("\n".join(places).encode(), digest_size=12).hexdigest()


def write_block(folder: Path, records: Iterable[Record], about: Block) -> Block:
    """Write the records of a block in place of what it had; return it with its files and counts.

    `about` says the rest. Two processes that write a block at the same time leave it whole, of the one or the other.
    Raises duckdb.ConstraintException where a record breaks a rule of the tables.
    """
    before = block_at(folder, about.name)
    scratch = Path(tempfile.mkdtemp(prefix="diurna-"))
    try:
        import duckdb

        with duckdb.connect(str(scratch / "block.duckdb")) as connection:
            connection.execute("SET threads = 1")  # the cores are the coders'
            connection.execute((files("diurna.store") / "schema.sql").read_text(encoding="utf-8"))
            digest = _fill(connection, records, about.run)
            named = _copied(connection, folder, f"{about.name}-{digest}")
            counts = dict(connection.execute("SELECT state, count(*) FROM articles GROUP BY state").fetchall())
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    made = replace(
        about, files=named, coded=counts.get("coded", 0), failed=counts.get("failed", 0), ended=now()
    )  # fmt: skip
    write_json(folder / "blocks" / f"{made.name}.json", asdict(made))
    if before is not None:
        _delete_files(folder, _files(before) - _files(made))
    return made


def sweep(folder: Path, names: Collection[str]) -> None:
    """Delete the files of some blocks that no block names: what killed processes left behind."""
    named = {place for name in names if (block := block_at(folder, name)) for place in _files(block)}
    for path in (folder / "tables").rglob("*.parquet*"):
        name = path.name.strip(".").rpartition(".parquet")[0].rpartition("-")[0]
        if name in names and path.relative_to(folder / "tables").as_posix() not in named:
            path.unlink(missing_ok=True)


def errors_in(folder: Path, block: Block) -> list[str]:
    """Return why articles of the block failed."""
    import duckdb

    files = [str(folder / "tables" / place) for place in block.files.get("articles", ())]
    if not block.failed:
        return []
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT error FROM read_parquet(?, hive_partitioning = false) WHERE state = 'failed' ORDER BY ALL",
            [files],
        ).fetchall()
    return [error for (error,) in rows]


def now() -> str:
    """Return the time, ISO, UTC."""
    return datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ")


def forget_blocks(folder: Path, names: Collection[str]) -> None:
    """Take blocks out of a folder: their names first, so that no reader misses a file, then their files."""
    for name in sorted(names):
        block = block_at(folder, name)
        if block is not None:
            (folder / "blocks" / f"{name}.json").unlink(missing_ok=True)
            _delete_files(folder, _files(block))


def _fill(connection: duckdb.DuckDBPyConnection, records: Iterable[Record], run: int) -> str:
    """Insert the records' rows, some at a time; return a fingerprint of them."""
    types = {table: column_types(connection, table) for table in TABLES}
    digest = blake2b(digest_size=4)
    source = iter(records)
    while some := [written(record) for record in islice(source, _AT_ONCE)]:
        rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        for one in some:
            digest.update(f"{one.key} {one.digest} {article_digest(one.record.article)} {run} ".encode())
            for table, made in rows_of(one.record, _article(one, run)).items():
                rows[table] += made
        for table, made in rows.items():
            insert(connection, table, types[table], made)
    return digest.hexdigest()


def _article(one: Written, run: int) -> Row:
    return {
        "article_key": one.key,
        # Of 63 bits of the key, since no process can count what all of them write.
        "article_number": int(one.key[:16], 16) >> 1,
        "record": one.line,
        "record_digest": one.digest,
        "article_digest": article_digest(one.record.article),
        "run": run,
    }


def _copied(connection: duckdb.DuckDBPyConnection, folder: Path, name: str) -> dict[str, list[str]]:
    """Write each table's rows, a file a month; return the files' places."""
    months = connection.execute(
        "SELECT DISTINCT date_trunc('month', published)::DATE FROM articles ORDER BY ALL"
    ).fetchall()
    made: dict[str, list[str]] = {}
    for table in TABLES:
        for (month,) in months:
            of = (
                f"SELECT article_key FROM articles WHERE date_trunc('month', published) IS NOT DISTINCT FROM "
                f"{literal(month.isoformat()) + '::DATE' if month else 'NULL'}"
            )
            query = f"FROM {table} WHERE article_key IN ({of})"
            if not connection.execute(f"SELECT 1 {query} LIMIT 1").fetchall():
                continue
            part = f"year={month.year:04}/month={month.month:02}" if month else NO_DATE
            place = f"{table}/{part}/{name}.parquet"
            _write_parquet(connection, f"{query} ORDER BY rowid", folder / "tables" / place)
            made.setdefault(table, []).append(place)
    return made


def _write_parquet(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = staged_beside(path)
    connection.execute(f"COPY ({query}) TO {literal(staged)} (FORMAT parquet, COMPRESSION zstd)")
    with staged.open("rb") as done:
        os.fsync(done.fileno())
    staged.replace(path)


def block_at(folder: Path, name: str) -> Block | None:
    """Return the folder's block of a name; None where it has none."""
    path = folder / "blocks" / f"{name}.json"
    return Block(**json.loads(path.read_text("utf-8"))) if path.is_file() else None


def _files(block: Block) -> set[str]:
    return {place for places in block.files.values() for place in places}


def _delete_files(folder: Path, places: Collection[str]) -> None:
    for place in places:
        (folder / "tables" / place).unlink(missing_ok=True)
