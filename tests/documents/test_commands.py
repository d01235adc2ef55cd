"""Every page's commands parse, its Python names what is there, its SQL runs; tutorial and how-tos run (test_blocks)."""

from __future__ import annotations

import ast
import importlib
import re
import shlex
from pathlib import Path

import pytest
import typer

import diurna
from diurna.cli import app
from diurna.store import open_store

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


def blocks(page: Path) -> list[tuple[str, str]]:
    """Return the kind and the text of each code block of a page."""
    return [(match[1], match[2]) for match in BLOCK.finditer(page.read_text("utf-8"))]


def commands(page: Path) -> list[str]:
    """Return the lines of a page's blocks that call diurna, at a prompt or without."""
    lines = [
        line.removeprefix("$ ")
        for kind, text in blocks(page)
        if kind in ("", "sh", "text")
        for line in text.split("\n")
    ]
    return [line for line in lines if re.match(r"diurna [a-z]+(?: |$)", line)]


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.stem)
def test_every_command_has_the_options_that_are_shown(page: Path) -> None:
    group = typer.main.get_command(app)
    for line in commands(page):
        words = shlex.split(line, comments=True)[1:]
        command = group
        while words and hasattr(command, "commands"):
            assert words[0] in command.commands, line
            command = command.commands[words[0]]
            words = words[1:]
        command.make_context("diurna", words)  # raises a UsageError where an option or an argument is not known


def test_there_are_many_commands() -> None:
    assert sum(len(commands(page)) for page in PAGES) > 60


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_names_what_is_there(page: Path) -> None:
    for kind, text in blocks(page):
        for node in ast.walk(ast.parse(text)) if kind == "python" else ():
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "diurna":
                assert hasattr(diurna, node.attr), f"diurna.{node.attr}"
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("diurna"):
                module = importlib.import_module(node.module or "")
                assert all(hasattr(module, name.name) for name in node.names), ast.unparse(node)


@pytest.mark.parametrize("name", ["merging"])
def test_sql_runs_on_any_store(name: str, tmp_path: Path) -> None:
    with open_store(tmp_path / "news.duckdb") as store:
        for kind, text in blocks(ROOT / f"docs/{name}.md"):
            for statement in filter(str.strip, text.split(";")) if kind == "sql" else ():
                if statement.strip().startswith("SELECT"):
                    store.connection.execute(statement).fetchall()
