"""`diurna serve` and `diurna user`, as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desks import token_of
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from diurna.cli import app
from diurna.show.desk.users import matches, read_users

run = CliRunner().invoke


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return what is handed to the web server, which is not started."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr("uvicorn.run", lambda app, **options: calls.append({"app": app, **options}))
    return calls


def test_the_desk_listens_on_this_computer_and_prints_the_link_to_correct_by(
    port_store: Path, served: list[dict[str, Any]]
) -> None:
    told = run(app, ["serve", str(port_store)]).output
    assert "the desk is at http://127.0.0.1:8000/" in told
    (call,) = served
    assert (call["host"], call["port"]) == ("127.0.0.1", 8000)
    link = told.partition("http://127.0.0.1:8000/login")[2].strip()
    with TestClient(call["app"], base_url="http://localhost") as client:
        assert client.get(f"/login{link}", follow_redirects=False).status_code == 303


def test_a_desk_to_read_prints_no_link_and_lets_nobody_in(port_store: Path, served: list[dict[str, Any]]) -> None:
    told = run(app, ["serve", str(port_store), "--read-only", "--host", "0.0.0.0"]).output
    assert "/login" not in told
    with TestClient(served[0]["app"], base_url="http://anything.example") as client:
        assert "Nobody logs in" in client.get("/login").text
        form = {"name": "ana", "secret": "any", "csrf": token_of(client)}
        assert client.post("/login", data=form).status_code == 403


def test_to_listen_elsewhere_needs_users_or_reading_only(port_store: Path, served: list[dict[str, Any]]) -> None:
    told = run(app, ["serve", str(port_store), "--host", "0.0.0.0"])
    assert (told.exit_code, served) == (2, [])
    assert "say who may come in (--users FILE), or use --read-only" in told.output


def test_a_store_that_is_not_there_is_said(tmp_path: Path, served: list[dict[str, Any]]) -> None:
    told = run(app, ["serve", str(tmp_path / "none.duckdb")])
    assert (told.exit_code, served) == (2, [])
    assert "there is no store at" in told.output


def test_users_are_added_changed_listed_and_removed(tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    secret = run(app, ["user", "add", str(file), "ana", "--role", "coder"]).output.strip()
    assert matches(secret, read_users(file)["ana"].secret)
    run(app, ["user", "add", str(file), "ben"])
    run(app, ["user", "add", str(file), "ana", "--role", "admin", "--ask"], input="new one\nnew one\n")
    assert run(app, ["user", "list", str(file)]).output == "ana\tadmin\nben\treader\n"
    assert matches("new one", read_users(file)["ana"].secret)
    run(app, ["user", "remove", str(file), "ana"])
    assert list(read_users(file)) == ["ben"]
    assert run(app, ["user", "remove", str(file), "ana"]).exit_code == 2


def test_a_name_that_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    told = run(app, ["user", "add", str(tmp_path / "users.csv"), "a,b"])
    assert told.exit_code == 2 and "must be 1 to 64 letters" in told.output
    assert not (tmp_path / "users.csv").exists()
