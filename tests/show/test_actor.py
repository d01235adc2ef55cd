"""One actor of a store: identity, names, offices with their words, and events by day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import diurna
from diurna.cli import app
from diurna.show.actor import actor

ARTICLES = [
    {"id": "one", "published": "2026-03-02", "text": "Transport Minister Amina Otieno met union leaders in Mombasa."},
    {"id": "two", "published": "2026-03-09", "text": "Amina Otieno accused the unions of sabotage."},
    {"id": "three", "published": "2026-03-10", "text": "Police arrested Brian Otieno in Kisumu on Tuesday."},
]  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.duckdb"
    with diurna.open_store(path) as store:
        store.keep(diurna.code(ARTICLES))
    return path


def test_offices_and_events_of_all_articles_stand_in_the_order_of_days(db: Path) -> None:
    with diurna.open_store(db) as store:
        found = actor(store.connection, "amina otieno")
    assert found is not None
    assert (found.name, sum(found.names.values())) == ("Amina Otieno", 2)
    assert [(one.title, one.article) for one in found.offices] == [("Transport Minister", "one")]
    assert [(deed.role, deed.type, deed.article) for deed in found.deeds] == [
        ("actor", "CONSULT", "one"),
        ("actor", "ACCUSE", "two"),
    ]


def test_a_surname_finds_its_bearers_and_names_the_rest(db: Path) -> None:
    with diurna.open_store(db) as store:
        found = actor(store.connection, "Brian Otieno")
        assert actor(store.connection, "Nobody Such") is None
    assert found is not None and [deed.role for deed in found.deeds] == ["recipient"]


def test_the_command_writes_json(db: Path) -> None:
    run = CliRunner().invoke(app, ["actor", "Amina Otieno", "--db", str(db)])
    assert run.exit_code == 0, run.output
    assert json.loads(run.stdout)["deeds"][0]["words"] == "met"


def test_a_name_that_nobody_has_is_said(db: Path) -> None:
    run = CliRunner().invoke(app, ["actor", "Nobody Such", "--db", str(db)])
    assert run.exit_code == 1
    assert "nobody in" in run.output
