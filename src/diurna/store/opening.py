"""Opening the store's file: what is there, whether it is ours, and what to do when it is not."""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from diurna.store.memory import LOG
from diurna.store.searching import fill_all_search
from diurna.store.snapshot import SnapshotError, snapshot

if TYPE_CHECKING:
    import duckdb

SCHEMA_VERSION = 9


class StoreError(Exception):
    """The store cannot be opened or written; the message says why and what to do."""


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection to the store at `path`, which is made where it is not there.

    Raises StoreError when the path is a folder, is not a DuckDB file, holds something else than a store, was
    written by a newer diurna, or is in use by another process.
    """
    import duckdb  # here, since it takes 0.15 s to load, which `diurna --help` need not wait for

    if path.is_dir():
        inside = path / "record.duckdb"
        raise StoreError(f"{path} is a folder; the store is one file: give a name in it, such as {inside}")
    if not path.absolute().parent.is_dir():
        raise StoreError(f"the folder {path.absolute().parent} does not exist; make it first, or give another path")
    try:
        connection = duckdb.connect(str(path))
    except duckdb.Error as error:
        raise StoreError(_why_not_opened(path, str(error))) from error
    try:
        connection.execute(f"SET wal_autocheckpoint = '{LOG}'")
        _check_or_make(connection, path)
    except StoreError:
        connection.close()
        raise
    except duckdb.Error as error:
        connection.close()
        raise StoreError(f"{path} could not be made a store: {error}") from error
    return connection


def connect_to_read(path: Path) -> tuple[duckdb.DuckDBPyConnection, Path | None]:
    """Return a connection that reads the store at `path`, and the copy that it reads, None where it is the file itself.

    Raises StoreError when there is no file, it is no store of this version, or no copy of it could be made.
    """
    import duckdb

    if path.is_dir() or not path.exists():
        raise StoreError(f"there is no store at {path}; `diurna code SOURCE... --db {path}` makes one")
    copy = None
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        if not _is_locked(str(error)):
            raise StoreError(_why_not_opened(path, str(error))) from error
        try:
            copy = snapshot(path)
        except (SnapshotError, OSError) as failed:
            raise StoreError(f"{path} is being written, and no copy of it could be made to read: {failed}") from failed
        connection = duckdb.connect(str(copy), read_only=True)
    try:
        found = _version(connection, path)
        if found is None or found < SCHEMA_VERSION:
            raise StoreError(
                f"{path} was written by an earlier diurna (tables of version {found or 0}; this one reads "
                f"{SCHEMA_VERSION}); `diurna merge {path}` brings it up to date"
            )
    except StoreError:
        connection.close()
        if copy:
            shutil.rmtree(copy.parent, ignore_errors=True)
        raise
    return connection, copy


def _is_locked(error: str) -> bool:
    # The second wording is the one of Windows.
    return "Could not set lock" in error or "used by another process" in error


def _why_not_opened(path: Path, error: str) -> str:
    if _is_locked(error):
        holder = re.search(r"(?:held|open) in ([^()]*) \(PID (\d+)\)", error)
        who = f"process {holder[2]} ({holder[1]})" if holder else "another process"
        return (
            f"{path} is in use by {who}, and DuckDB lets one process at a time write a file; "
            "wait until it has ended, close it, or give another file"
        )
    if "not a valid DuckDB" in error:
        return f"{path} is there but is not a DuckDB file; it was left as it is: give another path"
    if "ermission denied" in error:
        return f"{path} may not be written by this user; change its permissions or give another path"
    return f"{path} could not be opened: {error}"


def not_written(error: Exception, lost: str) -> StoreError:
    """Return the error for a store that could not be written; `lost` says what is not in it."""
    why, remedy = str(error), ""
    if "No space left" in why or "File too large" in why or "Disk quota" in why:
        remedy = "; the disk is full: make room, and the same command goes on"
    return StoreError(f"the store could not be written, {lost}, what was kept before is there: {why}{remedy}")


def _check_or_make(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    found = _version(connection, path)
    if found is None:
        _make(connection)
    elif found < SCHEMA_VERSION:
        _migrate(connection, found)


def _version(connection: duckdb.DuckDBPyConnection, path: Path) -> int | None:
    """Return the version of the store's tables, None for an empty file; raises StoreError where it is none of ours."""
    found = connection.execute("SELECT table_name FROM information_schema.tables").fetchall()
    tables = {name for (name,) in found}
    if not tables:
        return None
    version = None
    if {"meta", "articles"} <= tables:
        version = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    if version is None:
        raise StoreError(
            f"{path} is a DuckDB file but no store of diurna: it holds {', '.join(sorted(tables)[:3])}; "
            "it was left as it is: give another path"
        )
    if int(version[0]) > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a newer diurna (tables of version {version[0]}; this one knows "
            f"{SCHEMA_VERSION}); bring diurna up to date, or give another path"
        )
    return int(version[0])


def _migrate(connection: duckdb.DuckDBPyConnection, found: int) -> None:
    """Bring the tables to this version, all steps in one transaction; what is stored stays."""
    connection.execute("BEGIN")
    for step in range(found + 1, SCHEMA_VERSION + 1):
        connection.execute((files("diurna.store") / f"migrations/{step:03}.sql").read_text(encoding="utf-8"))
    for name in ("views.sql", "comments.sql"):  # they hold nothing, and are those of this version
        connection.execute((files("diurna.store") / name).read_text(encoding="utf-8"))
    fill_all_search(connection)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", [str(SCHEMA_VERSION)])
    connection.execute("COMMIT")


def _make(connection: duckdb.DuckDBPyConnection) -> None:
    """Make all tables in one transaction, so that a kill leaves an empty file or a whole store."""
    folder = files("diurna.store")
    connection.execute("BEGIN")
    for name in ("schema.sql", "views.sql", "comments.sql"):
        connection.execute((folder / name).read_text(encoding="utf-8"))
    connection.execute("INSERT INTO meta VALUES ('schema_version', ?)", [str(SCHEMA_VERSION)])
    connection.execute("COMMIT")
