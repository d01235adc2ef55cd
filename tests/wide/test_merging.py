"""`merge_folder`: the events of all partitions joined as those of one store are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from wire import archive

from diurna.pipeline import code_articles
from diurna.read import read_articles
from diurna.store import open_store
from diurna.store.parted import merge_folder
from diurna.wide import code_to_folder

TABLES = (
    "copies", "joined_events", "joined_participants", "joined_counts", "reports", "joined_fields", "differences",
    "joined_table",
)  # fmt: skip


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("wide") / "wire", files=4)


@pytest.fixture(scope="module")
def merged(wire: Path) -> Path:
    """A folder of the archive whose events are joined; no test changes it."""
    folder = wire.with_name("coded")
    code_to_folder([wire], folder, block=5, report=lambda why: None)
    merge_folder(folder)
    return folder


@pytest.mark.parametrize("table", TABLES)
def test_the_joinings_are_those_of_one_store(wire: Path, merged: Path, table: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "one.duckdb") as store, open_store(merged, read_only=True) as parted:
        store.keep(code_articles(read_articles([wire])))
        store.merge_again()
        rows = f"SELECT * FROM {table} ORDER BY ALL"
        assert parted.connection.execute(rows).fetchall() == store.connection.execute(rows).fetchall()


def test_reports_of_two_partitions_are_one_event(tmp_path: Path) -> None:
    told = {
        "Gulf Wire": ("2026-01-31", "Rebels attacked an army convoy near Goma on Saturday, killing 12 soldiers."),
        "The Lake": ("2026-02-01", "Twelve soldiers died when rebels attacked an army convoy near Goma on Saturday."),
    }
    rows = [{"source": source, "published": day, "text": text} for source, (day, text) in told.items()]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code_to_folder([tmp_path / "news.jsonl"], tmp_path / "coded", report=lambda why: None)
    merge_folder(tmp_path / "coded")
    with open_store(tmp_path / "coded", read_only=True) as parted:
        joined = parted.connection.execute(
            "SELECT reports, sources, first_published::VARCHAR, last_published::VARCHAR FROM joined_events "
            "WHERE type = 'ASSAULT'"
        ).fetchall()
    assert joined == [(2, 2, "2026-01-31", "2026-02-01")]


def test_what_comes_after_waits_to_be_joined(tmp_path: Path) -> None:
    def waiting() -> bool:
        with open_store(tmp_path / "coded", read_only=True) as parted:
            return bool(parted.connection.execute("SELECT 1 FROM meta WHERE key = 'unmerged'").fetchall())

    for name in ("monday", "tuesday"):
        (tmp_path / f"{name}.txt").write_text(f"Police arrested a student in Lima on {name}.", "utf-8")
        code_to_folder([tmp_path / f"{name}.txt"], tmp_path / "coded", report=lambda why: None)
        assert waiting()
        merge_folder(tmp_path / "coded")
        assert not waiting()
