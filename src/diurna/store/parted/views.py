"""A folder of Parquet files opened as a store is: its tables are views over the files, in a DuckDB of no file."""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diurna.store.opening import SCHEMA_VERSION
from diurna.store.parted.blocks import Block, blocks_in, fingerprint
from diurna.store.parted.folder import is_current, literal
from diurna.store.rebuilding import UNMERGED
from diurna.store.searching import views_of_search

if TYPE_CHECKING:
    import duckdb

# In what order articles come: that in which they were published, whichever process wrote them.
# What columns of version 7 hold, where files have none: on whose word an event's trigger stands.
_HOLDING = (
    "FROM attributions AS a WHERE a.article_key = made.article_key AND list_contains(made.attribution, "
    "a.attribution_id)"
)
_DEPTH = "list_position(made.attribution, a.attribution_id)"
_EARLIER = {
    ("events", "vouched"): "len(attribution) = 0",
    ("events", "told_by"): f"(SELECT string_agg(source_name, ' < ' ORDER BY {_DEPTH}) {_HOLDING})",
    ("events", "told_kind"): f"coalesce((SELECT first(kind ORDER BY {_DEPTH}) {_HOLDING}), 'author')",
    ("events", "told_stance"): f"coalesce((SELECT first(stance ORDER BY {_DEPTH}) {_HOLDING}), 'asserts')",
}
_ORDER = "coalesce(strftime(published, '%Y%m%d'), '') || article_key"


def connect_to_parted(folder: Path) -> duckdb.DuckDBPyConnection:
    """Return a connection that reads the folder as it is now; what is written after is not seen.

    Raises StoreError where the folder is of a newer version.
    """
    import duckdb

    current = is_current(folder)
    blocks = list(blocks_in(folder))
    connection = duckdb.connect()
    schema = files("diurna.store")
    connection.execute((schema / "schema.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO meta VALUES ('schema_version', ?)", [str(SCHEMA_VERSION)])
    if _joined(folder).get("of") != fingerprint(blocks):
        connection.execute("INSERT INTO meta VALUES (?, 'yes')", [UNMERGED])
    _insert_runs(connection, blocks)
    for table, paths in _files_of(folder, blocks).items():
        if table == "differences":  # of a folder joined before version 7: `diurna merge` makes them anew
            continue
        _view(connection, table, paths, current)
    connection.execute(views_of_search())
    for name in ("views.sql", "comments.sql"):
        connection.execute((schema / name).read_text(encoding="utf-8"))
    return connection


def _files_of(folder: Path, blocks: list[Block]) -> dict[str, list[Path]]:
    made: dict[str, list[Path]] = defaultdict(list)
    for block in blocks:
        for table, places in block.files.items():
            made[table] += [folder / "tables" / place for place in places]
    for table in (joined := _joined(folder)).get("tables", ()):
        made[table] = [folder / "joined" / joined["folder"] / f"{table}.parquet"]
    return made


def _joined(folder: Path) -> dict[str, Any]:
    """Return what the folder says of its joined events; nothing where none were joined yet."""
    current = folder / "joined" / "current.json"
    return dict(json.loads(current.read_text("utf-8"))) if current.is_file() else {}


def _view(connection: duckdb.DuckDBPyConnection, table: str, paths: list[Path], current: bool) -> None:
    """Put a view over the files in place of the empty table; columns that earlier versions had not are null."""
    listed = ", ".join(literal(path.absolute()) for path in paths)
    read = f"read_parquet([{listed}], hive_partitioning = false{'' if current else ', union_by_name = true'})"
    there = {name for name, *_ in connection.execute(f"DESCRIBE FROM {read}").fetchall()}
    columns = ", ".join(
        f'"{name}"' if name in there else f'{_EARLIER.get((table, name), f"NULL::{kind}")} AS "{name}"'
        for name, kind, *_ in connection.execute(f"DESCRIBE {table}").fetchall()
    )
    # A table has row numbers, which a view has not; what asks for them wants the order of the articles.
    extra = f", {_ORDER} AS rowid" if table == "articles" else ""
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"CREATE VIEW {table} AS SELECT {columns}{extra} FROM {read} AS made")


def _insert_runs(connection: duckdb.DuckDBPyConnection, blocks: list[Block]) -> None:
    runs: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        runs[block.run].append(block)
    for run, of in sorted(runs.items()):
        one = of[0]
        connection.execute(
            "INSERT INTO runs (run, started, ended, version, ontology, settings, coded, failed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                run, min(b.started for b in of), max(b.ended for b in of), one.version, one.ontology, one.settings,
                sum(b.coded for b in of), sum(b.failed for b in of),
            ],
        )  # fmt: skip
