"""What cannot be read comes as an Article with an error, and reading goes on."""

from __future__ import annotations

import json
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest

from diurna.read import read_articles
from diurna.read.formats import ENDINGS

GOOD = b'{"id": "good", "text": "Police shot a man."}\n'
NO_ARTICLE = 'each line must be a JSON object with "text"'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"title": "Shot"}',
         'not an article: no field with the text; name it "text", or say which it is with --columns text=NAME'
         " (its fields are title)"),
        (b'["Police shot a man."]', f"not an article: the line is no JSON object; {NO_ARTICLE}"),
        (b'{"text": "Police',
         f"not an article: not JSON (Unterminated string starting at column 10); {NO_ARTICLE}"),
        (b'{"text": 5}', 'not an article: "text" is a number; it must be a string'),
        (b'{"text": " \\n "}', "the text is empty; give the article's text or leave it out"),
        (b'{"text": "A", "title": ["B"]}', '"title" is a list; it must be a string'),
        (b'{"text": "A", "language": "fr"}',
         "\"language\" is 'fr', and diurna reads English; translate the text or leave it out"),
        (b'{"text": "Shot \\ud800 dead"}',
         '"text" holds a lone surrogate, \\ud800 at character 5; write the whole character or remove it'),
        (b'{"text": "Shot\\u0000"}', '"text" holds a NUL character at 4; remove it'),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\n" + line + b"\n" + GOOD)
    bad, good = read_articles([path])
    assert bad.error == f"{path}:2: {message}"
    assert (bad.state, bad.origin, bad.layout.blocks) == ("failed", f"{path}:2", ())
    assert (good.id, good.error) == ("good", None)


def test_a_line_whose_day_cannot_be_read_is_coded_without_one(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "Police shot a man.", "published": "soon"}\n' + GOOD)
    undated, good = read_articles([path])
    assert (undated.state, undated.published, good.note) == ("coded", None, None)
    assert undated.note == (
        f"{path}:1: \"published\" is 'soon', no day that is told for sure, and is left out; write it as 2025-10-08"
    )


def test_brackets_nested_deep_and_long_numbers_do_not_end_the_run(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": ' + b"[" * 200_000 + b"\n" + b'{"id": ' + b"9" * 5000 + b"}\n" + GOOD)
    deep, long, good = read_articles([path])
    assert "not an article: JSON that cannot be read" in str(deep.error)
    assert "not an article: JSON that cannot be read" in str(long.error)
    assert good.error is None


def test_id_and_title_are_kept_with_the_error() -> None:
    line = b'{"id": "a", "title": "Shot", "text": "", "published": "2020-01-05"}\n'
    (article,) = read_articles(["-"], stdin=BytesIO(line))
    assert (article.id, article.title, article.state) == ("a", "Shot", "failed")


def test_a_line_over_the_limit_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"text": "')
        for _ in range(60):
            stream.write(b"a" * 1_000_000)
        stream.write(b'"}\n' + GOOD)
    tracemalloc.start()
    long, good = read_articles([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert long.error == f"{path}:1: the line is longer than 10,000,000 bytes; put one article on each line"
    assert (good.id, good.error) == ("good", None)
    assert peak < 30_000_000


def test_an_article_of_more_than_a_quarter_million_characters(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"text": "a " * 125_001}) + "\n" + GOOD.decode())
    long, good = read_articles([path])
    assert long.error == f"{path}:1: the text has 250,002 characters, more than 250,000; split it into its articles"
    assert (long.text, good.error) == ("", None)


def test_an_id_given_twice(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(GOOD + GOOD)
    first, second = read_articles([path])
    assert first.error is None
    assert second.error == f"{path}:2: the id 'good' was given before in this run; make it unique"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "the text is empty; give the article's text or leave it out"),
        ("a.txt", b"PK\0\1", "holds NUL bytes: a binary file; save it as text"),
        ("a.jsonl", b"\n\n", "empty; put one article on each line, as a JSON object"),
        ("a.html", b" \n", "empty; save the page again"),
        ("a.html", b"<p>\0", "holds NUL bytes: a binary file; save the article's text as .txt"),
        (
            "a.pdf",
            b"%PDF",
            f"not a file that diurna reads; give one ending in {', '.join(ENDINGS)}, a folder or -",
        ),
    ],
)
def test_a_bad_file_is_named_and_the_next_is_read(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path, good = tmp_path / name, tmp_path / "good.txt"
    path.write_bytes(data)
    good.write_text("Police shot a man.")
    articles = list(read_articles([path, good]))
    assert [article.error for article in articles] == [f"{path}: {message}", None]
    assert articles[0].id == "a"


def test_a_missing_file_a_file_named_twice_and_a_folder_of_nothing(tmp_path: Path) -> None:
    good, folder = tmp_path / "good.txt", tmp_path / "folder"
    good.write_text("Police shot a man.")
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(b"%PDF")
    errors = [article.error for article in read_articles([tmp_path / "no.txt", good, good, folder])]
    assert errors == [
        f"{tmp_path / 'no.txt'}: no such file; check the name",
        None,
        f"{good}: was read before in this run; name it once",
        f"{folder}: nothing to read in this folder; it needs files ending in {', '.join(ENDINGS)}",
    ]


def test_a_name_that_no_file_can_have() -> None:
    (article,) = read_articles(["a\0b.txt"])
    assert "no such file" in str(article.error)


def test_empty_standard_input() -> None:
    (article,) = read_articles(["-"], stdin=BytesIO(b""))
    assert article.error == "stdin: the text is empty; give the article's text or leave it out"


def test_more_than_the_limit_on_standard_input() -> None:
    (article,) = read_articles(["-"], stdin=BytesIO(b"a\n" * 6_000_000))
    assert article.error == "stdin: the text has more than 250,000 characters; split it into its articles"


def test_a_list_in_json_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    path.write_bytes(b'[{"id": "a", "text": "Police shot a man."}, 5, {"id": "b", "text": "He di')
    first, number, broken = read_articles([path])
    assert (first.id, first.error) == ("a", None)
    assert number.error == f"{path}:2: not an article: no JSON object"
    assert "news.json: not JSON (Unterminated string starting at in an element of the list)" in str(broken.error)


def test_a_list_in_json_of_any_length_holds_one_element(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    with path.open("wb") as stream:
        stream.write(b"\xef\xbb\xbf [\n")
        for number in range(300):
            stream.write(b'{"text": "", "more": "%d %s"},\n' % (number, b"a" * 100_000))
        stream.write(GOOD + b"]\n")
    tracemalloc.start()
    *_, good = read_articles([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (good.id, good.error) == ("good", None)
    assert peak < 5_000_000


@pytest.mark.parametrize("name", ["feed.xml", "answer.json"])
def test_what_is_held_whole_has_a_limit(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'{"articles": [' + b" " * 10_000_000 + b"]}")
    (large,) = read_articles([path])
    assert "larger than 10,000,000 bytes" in str(large.error)
