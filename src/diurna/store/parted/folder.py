"""What lies where in a folder of Parquet files, and how a file comes there: whole, under its last name, or not at all.

diurna.json              what the folder is
blocks/NAME.json         one block of input: what it was coded with, and the files that hold its rows; written last
tables/TABLE/year=2024/month=05/NAME-DIGEST.parquet
joined/NUMBER/TABLE.parquet, joined/current.json       what `diurna merge` made of all of them

Only files that a block names count: what a killed process left behind is no part of the record.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from uuid import uuid4

from diurna.store.opening import SCHEMA_VERSION, StoreError

LAYOUT = 1
BLOCK = 2000
"""Articles of a block. A kill loses at most one block's work a process; fewer would make more files."""

MARK = "diurna.json"


def is_parted(path: Path) -> bool:
    """Return whether the path is such a folder."""
    return (path / MARK).is_file()


def made_folder(path: Path, block: int = BLOCK) -> Path:
    """Return the folder, made where it is not there; `block` is then the size of its blocks, for good.

    Raises StoreError where the path is a file, or a folder that holds something else, or is of a newer version.
    """
    if is_parted(path):
        _marks(path)
        return path
    if path.is_file() or (path.is_dir() and any(path.iterdir())):
        raise StoreError(f"{path} is there and is no Parquet folder of diurna; it was left as it is: give another path")
    for inner in ("blocks", "tables"):
        (path / inner).mkdir(parents=True, exist_ok=True)
    write_json(path / MARK, {"layout": LAYOUT, "schema_version": SCHEMA_VERSION, "block": block})
    return path


def size_of_blocks(path: Path) -> int:
    """Return how many articles a block of the folder has."""
    return int(_marks(path)["block"])


def _marks(path: Path) -> dict[str, Any]:
    marks: dict[str, Any] = json.loads((path / MARK).read_text("utf-8"))
    if marks.get("layout") != LAYOUT or marks.get("schema_version", 0) > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a newer diurna (layout {marks.get('layout')}, tables of version "
            f"{marks.get('schema_version')}; this one knows {LAYOUT} and {SCHEMA_VERSION}); bring diurna up to date"
        )
    return marks


def is_current(path: Path) -> bool:
    """Return whether all tables of the folder have the columns of this version.

    Raises StoreError where the folder was written by a newer diurna.
    """
    return bool(_marks(path)["schema_version"] == SCHEMA_VERSION)


def write_json(path: Path, value: object) -> None:
    """Write a small file whole or not at all, whoever else writes it."""
    staged = staged_beside(path)
    with staged.open("w", encoding="utf-8") as out:
        json.dump(value, out, ensure_ascii=True, separators=(",", ":"))
        out.flush()
        os.fsync(out.fileno())
    staged.replace(path)


def staged_beside(path: Path) -> Path:
    """Return a name in the same folder that no other process uses; readers look at no name that begins with a dot."""
    return path.with_name(f".{path.name}.{uuid4().hex[:12]}")


def literal(text: str | Path) -> str:
    """Return a text as a literal of SQL, for statements that take no parameter there."""
    return "'" + str(text).replace("'", "''") + "'"
