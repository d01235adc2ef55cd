"""Every code block of the tutorial and the how-tos runs, in the order of its page, on articles that the authors wrote.

Blocks marked `sh`, `python`, `sql`, `csv` are run, or written to mine.csv; `text` marks what a test cannot run (an
installation, a server).
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from diurna.cli import app

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / f"docs/{name}.md" for name in ("tutorial", "reading", "cluster")),
    *sorted((ROOT / "docs/howto").glob("*.md")),
]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
ARTICLES = [
    ("port-1", "Dockers strike in Mombasa", "2025-03-03", "Dockers in Mombasa went on strike on Monday, and police"
     " arrested nine of them. \"We will not move a crate,\" said union secretary Hassan Omar."),
    ("port-2", "Minister meets union", "2025-03-05", "Transport Minister Grace Wanjiru met leaders of the union on"
     " Tuesday. She promised to free the nine dockers."),
    ("port-3", "Nine freed", "2025-04-02", "Police freed the nine dockers on Wednesday. Thousands protested in Nairobi,"
     " where soldiers shot at a crowd, a witness said."),
]  # fmt: skip


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each code block of a page."""
    for match in BLOCK.finditer(page.read_text("utf-8")):
        yield match[1], match[2]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the pages suppose it: articles, an archive, an ontology."""
    lines = [json.dumps({"id": i, "title": t, "published": d, "text": x}) for i, t, d, x in ARTICLES]
    (tmp_path / "wikinews.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/port.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (tmp_path / "elections.toml").write_bytes((ROOT / "examples/elections.toml").read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_runs(page: Path, desk: Path) -> None:
    names: dict[str, object] = {}
    store = ""
    for kind, text in blocks(page):
        if kind == "sh":
            for command in filter(None, text.splitlines()):
                store = next((word for word in shlex.split(command) if word.endswith(".duckdb")), store)
                _run(command)
        elif kind == "python":
            pytest.importorskip("pandas")
            pytest.importorskip("matplotlib").use("agg")
            exec(compile(text, str(page), "exec"), names)
        elif kind == "sql":
            with duckdb.connect(store, read_only=True) as rows:
                for statement in filter(str.strip, text.split(";")):
                    rows.execute(statement).fetchall()
        elif kind == "csv":
            (desk / "mine.csv").write_text(text, "utf-8")
        else:
            assert kind == "text", f"{page.name}: a block is marked {kind!r}; mark it sh, python, sql, csv or text"


def _run(command: str) -> None:
    program, *words = shlex.split(command)
    assert program == "diurna", f"{command}: only diurna's commands are run; mark the block text"
    if "--plot" in words:
        pytest.importorskip("matplotlib")
    done = CliRunner().invoke(app, words)
    # 1 is the answer of a question that finds nothing in three articles; a fault would be an exception, or other words.
    nothing = done.exit_code == 1 and re.search("nothing found|nobody has corrected", done.output)
    assert done.exit_code == 0 or nothing, f"{command}\n{done.output}"


def test_a_page_of_each_kind_of_work_is_there() -> None:
    assert {page.stem for page in PAGES} >= {
        "tutorial",
        "archive",
        "replace",
        "ontology",
        "actors",
        "publish",
        "correct",
    }
