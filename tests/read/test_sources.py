"""Files, folders and standard input."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from diurna.read import read_articles
from diurna.records import Article

TEXT = "Police shot a man."


def read(*sources: str | Path, **options: object) -> list[Article]:
    return list(read_articles(sources, **options))  # type: ignore[arg-type]


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_a_text_file_is_kept_as_it_is_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "shooting.txt"
    path.write_bytes("\ufeffPolice shot a man.\r\n\r\nHe died – “at once”.\n".encode())
    (article,) = read(path)
    assert (article.id, article.origin, article.error) == ("shooting", str(path), None)
    assert article.text == "Police shot a man.\r\n\r\nHe died – “at once”.\n"
    assert [article.text[block.start : block.end] for block in article.layout.blocks] == [
        "Police shot a man.",
        "He died – “at once”.",
    ]


def test_json_lines_with_all_fields(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    fields = {"id": "a", "title": "Shot", "url": "https://e.example/a", "source": "E", "language": "en"}
    path.write_bytes(line(text=TEXT, published="2020-01-05", **fields) + b"\n" + line(text=TEXT))
    first, second = read(path)
    assert {name: getattr(first, name) for name in fields} == fields
    assert (first.published, first.origin) == (date(2020, 1, 5), f"{path}:1")
    assert (second.id, second.origin, second.published) == ("news-3", f"{path}:3", None)


def test_the_callers_day_fills_in_only_where_none_is_given(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(line(text=TEXT, published="2020-01-05") + line(text=TEXT))
    days = [article.published for article in read(path, published=date(2021, 1, 1))]
    assert days == [date(2020, 1, 5), date(2021, 1, 1)]


def test_a_folder_is_read_sorted_with_all_below(tmp_path: Path) -> None:
    for name in ("b/report.txt", "a/report.txt", "a/more/report.TXT", "c.txt", "notes.pdf", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    articles = read(tmp_path)
    assert [Path(article.origin).relative_to(tmp_path).as_posix() for article in articles] == [
        "a/more/report.TXT",
        "a/report.txt",
        "b/report.txt",
        "c.txt",
    ]
    assert [article.id for article in articles] == ["report", "report-a", "report-b", "c"]


def test_a_file_is_read_one_line_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(line(text=TEXT, id="a") * 1)
    articles = read_articles([path, tmp_path / "none.txt"])
    assert isinstance(articles, Iterator)
    assert next(articles).id == "a"
    assert "no such file" in str(next(articles).error)


def test_standard_input_of_json_lines() -> None:
    stream = BytesIO(b"\xef\xbb\xbf\n" + line(text=TEXT) + line(text=TEXT, id="b"))
    articles = read("-", stdin=stream)
    assert [(article.id, article.origin) for article in articles] == [
        ("stdin-2", "stdin:2"),
        ("b", "stdin:3"),
    ]


@pytest.mark.parametrize(
    "text", ["Police shot a man.\n", "{curly} words open this one.", "< 5 people came.\n\nNone left."]
)
def test_standard_input_of_plain_text(text: str) -> None:
    (article,) = read("-", stdin=BytesIO(text.encode()))
    assert (article.id, article.text, article.error) == ("stdin", text, None)
