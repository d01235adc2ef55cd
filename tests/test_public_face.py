"""The Python API, as docs/python.md shows it."""

from __future__ import annotations

import re
from pathlib import Path

import diurna

DOCS = Path(__file__).parents[1] / "docs"


def test_articles_of_every_form_are_coded_in_order() -> None:
    texts = ["Rebels attacked a convoy near Bria.", {"text": "The minister resigned.", "id": "two"}]
    records = list(diurna.code([*texts, diurna.Article("three", "Police arrested a journalist.")]))
    assert [record.article.id for record in records][1:] == ["two", "three"]
    assert [[event.type for event in record.events] for record in records] == [["ASSAULT"], ["RETREAT"], ["COERCE"]]


def test_a_record_shows_itself_in_a_notebook() -> None:
    (record,) = diurna.code(["Police arrested <b>a journalist</b> in Lima."])
    shown = record._repr_html_()  # type: ignore[attr-defined]
    assert "arrested" in shown and "<b>a journalist" not in shown


def test_the_how_tos_code_blocks_run(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples/one.txt").write_text("Rebels attacked a convoy near Bria.", "utf-8")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / "python.md").read_text("utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "python.md", "exec"), {})
