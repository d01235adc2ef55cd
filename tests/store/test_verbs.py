"""`diurna merge`, `join`, `split` and `claims` on a store, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from attacks_told import RECORDS
from typer.testing import CliRunner

from diurna.cli import app
from diurna.records import Claim, Record, Span
from diurna.store import open_store


def claiming(record: Record, words: str) -> Record:
    """Return the record with a claim of its attack at these words of its text."""
    at = record.article.text.index(words)
    claim = Claim("first_since", Span.of(record.article.text, at, at + len(words)), "ev1", "P1Y")
    return Record(record.article, record.sentences, record.entities, record.events, claims=(claim,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.keep([*list(RECORDS.values())[:3], claiming(RECORDS["later"], "attacked a bus")])
    return path


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.stdout, result.stderr


def joined(path: Path) -> dict[str, list[str]]:
    with open_store(path, read_only=True) as store:
        rows = store.connection.execute(
            "SELECT joined_id, list(article_id ORDER BY article_id) FROM reports JOIN articles USING (article_key) "
            "GROUP BY ALL"
        ).fetchall()
    return dict(rows)


def test_merge_says_how_many_events_there_are(path: Path) -> None:
    assert run("merge", str(path)) == (0, "", f"{path}: 4 events of articles are 2 joined events\n")


def test_split_and_join_change_what_is_joined_and_say_the_events_id(path: Path) -> None:
    (attack,) = [id for id, articles in joined(path).items() if len(articles) == 3]
    code, out, _ = run("split", str(path), attack, "local", "--by", "Amina", "--note", "another village")
    assert code == 0
    assert joined(path)[out.strip()] == ["local"]
    assert joined(path)[attack] == ["copy", "wire"]
    code, out, _ = run("join", str(path), attack, out.strip(), "--by", "Amina")
    assert (code, joined(path)[out.strip()]) == (0, ["copy", "local", "wire"])


def test_an_event_that_is_not_there_is_named(path: Path) -> None:
    code, _, error = run("join", str(path), "j0", "j1")
    assert (code, error) == (2, "diurna: there is no joined event j0; see joined_id in joined_table\n")


@pytest.mark.parametrize("verb", [("merge",), ("claims",), ("join", "j0"), ("split", "j0", "a")])
def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, verb: tuple[str, ...]) -> None:
    file = tmp_path / "nowhere.duckdb"
    code, _, error = run(verb[0], str(file), *verb[1:])
    assert (code, error) == (
        2,
        f"diurna: there is no store at {file}; `diurna code SOURCE... --db {file}` makes one\n",
    )
    assert not file.exists()


def test_claims_as_csv(path: Path) -> None:
    code, out, _ = run("claims", str(path))
    (row,) = csv.DictReader(io.StringIO(out))
    assert code == 0
    assert (row["article_id"], row["claim"], row["verdict"]) == ("later", "attacked a bus", "not enough record")
    assert row["asked"].startswith("ASSAULT")


def test_claims_as_json(path: Path) -> None:
    _, out, _ = run("claims", str(path), "--format", "json")
    (claim,) = map(json.loads, out.splitlines())
    assert (claim["kind"], claim["start"], claim["end"], claim["events"]) == (
        "first_since",
        "2023-04-15",
        "2024-03-08",
        [],
    )


def test_claims_as_a_table_say_what_the_answer_rests_on(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.txt"
    assert run("claims", str(path), "--format", "table", "-o", str(file))[0] == 0
    table = " ".join(file.read_text(encoding="utf-8").split())
    assert "not enough record" in table
    assert "record: 0 articles on 0 days" in table
