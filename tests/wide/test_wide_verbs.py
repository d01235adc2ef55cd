"""`diurna code --parquet`, and the commands that open what it wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from diurna.cli import app
from diurna.store import open_store

TEXT = "Kenyan police arrested three protesters in Mombasa on Monday, the interior ministry said."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one article and one line that is none; no test changes it."""
    source = tmp_path_factory.mktemp("verbs") / "news.jsonl"
    row = {"id": "mombasa", "text": TEXT, "published": "2026-03-10"}
    source.write_text(json.dumps(row) + "\nno article\n", "utf-8")
    done = run("code", source, "--parquet", source.with_name("coded"))
    assert done.exit_code == 1
    assert "news.jsonl:2" in done.output and "1 coded, 1 failed, 0 unchanged" in done.output
    return source.with_name("coded")


def test_events_are_listed_from_a_folder(coded: Path) -> None:
    header, row = run("events", coded, "--format", "csv").stdout.splitlines()
    assert header.startswith("article_id,") and row.startswith("mombasa,") and "COERCE" in row


@pytest.mark.parametrize(
    "asked",
    [("timeline",), ("network",), ("claims",), ("dyad", "KEN", "police")],
    ids=lambda asked: asked[0],
)
def test_other_questions_are_answered_from_a_folder(coded: Path, asked: tuple[str, ...]) -> None:
    assert run(asked[0], coded, *asked[1:], "--format", "csv").exit_code == 0


def test_an_actor_is_shown_from_a_folder(coded: Path) -> None:
    found = json.loads(run("actor", "Mombasa", "--db", coded, "--format", "json").stdout)
    assert found["name"] == "Mombasa"


def test_a_folder_is_exported_as_a_store_is(coded: Path, tmp_path: Path) -> None:
    run("import", coded, "--db", tmp_path / "news.duckdb")
    for source, name in ((coded, "folder"), (tmp_path / "news.duckdb", "store")):
        assert run("export", source, "--to", "csv", "-o", tmp_path / f"{name}.csv").exit_code == 0
    assert (tmp_path / "folder.csv").read_bytes() == (tmp_path / "store.csv").read_bytes()


def test_a_folder_is_imported_into_a_store(coded: Path, tmp_path: Path) -> None:
    first = run("import", coded, "--db", tmp_path / "news.duckdb")
    again = run("import", coded, "--db", tmp_path / "news.duckdb")
    assert "2 new, 0 unchanged" in first.output and "0 new, 2 unchanged" in again.output
    with open_store(tmp_path / "news.duckdb") as store, open_store(coded, read_only=True) as parted:
        assert sorted(r.article.id for r in store.records()) == sorted(r.article.id for r in parted.records())


def test_merging_a_folder_says_how_many_events_there_are(coded: Path) -> None:
    assert "1 events of articles are 1 joined events" in run("merge", coded).output


def test_what_would_write_to_a_folder_says_how_to(coded: Path) -> None:
    done = run("join", coded, "j1", "j2")
    assert done.exit_code == 2 and "diurna import" in done.output


def test_a_cluster_needs_a_folder(coded: Path) -> None:
    done = run("code", "news.jsonl", "--ray", "auto")
    assert done.exit_code == 2 and "--parquet" in done.output
