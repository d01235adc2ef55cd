"""What a run of one article loads before it begins: only what it needs."""

from __future__ import annotations

import subprocess
import sys

import typer

from diurna.help_panels import name_of, only


def program() -> typer.Typer:
    app = typer.Typer()
    for name in ("code", "merge"):
        app.command(name)(lambda: None)
    app.add_typer(typer.Typer(), name="user")
    return app


def commands(words: list[str]) -> list[str]:
    app = program()
    only(app, words)
    return [name_of(each) for each in (*app.registered_commands, *app.registered_groups)]


def test_the_command_that_is_asked_for_is_made_alone() -> None:
    assert commands(["code"]) == ["code"]
    assert commands(["user"]) == ["user"]


def test_all_commands_are_there_where_none_is_asked_for() -> None:
    everything = ["code", "merge", "user"]
    assert commands([]) == commands(["--help"]) == commands(["cod"]) == everything


def test_what_one_text_does_not_need_is_not_loaded() -> None:
    """Other processes, mails, archives, the store and the reader of web pages are loaded by the runs that have them."""
    loaded = "import sys, diurna.cli, diurna.pipeline, diurna.read; print(*sys.modules)"
    names = set(
        subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    )
    assert {"diurna.pipeline", "onnxruntime"} <= names
    assert not names & {"multiprocessing", "email.message", "tarfile", "secrets", "decimal", "duckdb", "trafilatura"}
