"""docs/record.md and docs/store.md say what there is, and their questions run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from diurna.records import Record
from diurna.store import Store, as_json, open_store

DOCS = Path(__file__).parent.parent.parent / "docs"
QUESTIONS = re.findall(r"```sql\n(.*?)```", (DOCS / "store.md").read_text(encoding="utf-8"), re.S)


@pytest.fixture
def store(tmp_path: Path, port: Record, failed: Record) -> Iterator[Store]:
    """Hold the example, and a second text under its id."""
    corrected = replace(port, article=replace(port.article, text=port.article.text + " (Corrected.)"))
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port, failed, corrected])
        yield store


def test_the_page_has_ten_questions_and_one_on_double_counting() -> None:
    assert len(QUESTIONS) == 11


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_an_answer(store: Store, question: str) -> None:
    assert store.connection.execute(question).fetchall() != []


def test_the_last_question_finds_what_would_count_twice(store: Store) -> None:
    (found,) = store.connection.execute(QUESTIONS[-1]).fetchall()
    assert found[:2] == ("sud-17", 2)


def test_every_table_and_column_is_on_the_page_as_the_file_says_it(store: Store) -> None:
    page = (DOCS / "store.md").read_text(encoding="utf-8")
    columns = store.connection.execute(
        "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    assert len({table for table, *_ in columns}) == 39
    for table, column, type_, comment in columns:
        section = page.split(f"\n### {table}\n")[1].split("\n### ")[0]
        assert f"| `{column}` | {type_} | {comment} |" in section, (table, column)


def test_every_field_of_the_record_is_on_the_page(port: Record) -> None:
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    missing = {path for path in fields(as_json(port)) if f"`{path}`" not in page}
    assert missing == set()


def fields(written: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every field, but the offsets and words of passages, which the page explains once."""
    if isinstance(written, list):
        for one in written:
            yield from fields(one, path)
    if isinstance(written, dict) and path != "entities.identifiers":
        for name, value in written.items():
            here = f"{path}.{name}".lstrip(".")
            if path == "events.counts":
                here = "events.counts.*"
            elif path and (name not in ("start", "end", "text") or path in ("events.date", "article")):
                yield here
            yield from fields(value, here)
