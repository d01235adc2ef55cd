"""What a run has met holds flat memory: digests, in a temporary file once they are many."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from diurna.read import read_articles
from diurna.read.known import Known, NoRoom
from diurna.read.naming import Claim, Naming


def test_what_has_grown_old_is_known_as_what_is_young() -> None:
    known = Known(young=10)
    for number in range(95):
        known.put(b"key %d" % number, f"a{number}")
    assert [known.get(b"key %d" % number) for number in (0, 9, 10, 89, 90, 94)] == [
        "a0",
        "a9",
        "a10",
        "a89",
        "a90",
        "a94",
    ]
    assert known.get(b"key 95") is None


def test_a_later_value_takes_the_place_of_an_old_one() -> None:
    known = Known(young=3)
    for value in range(10):
        known.put(b"key", str(value))
        known.put(b"other %d" % value, b"\x00\xff")
    assert (known.get(b"key"), known.get(b"other 0")) == ("9", b"\x00\xff")


def test_a_temporary_folder_without_room_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(NoRoom, match=r"database or disk is full.*set TMPDIR to a folder"):
        Known(young=1).put(b"key", "a")


def test_pages_of_one_name_are_numbered_without_counting_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    naming = Naming()
    asked = []
    text_of = Naming._text_of
    monkeypatch.setattr(Naming, "_text_of", lambda self, id: asked.append(id) or text_of(self, id))
    names = [naming.name(Claim(None, "index", (), False, False, None, b"", b"")).id for _ in range(1000)]
    assert names[:3] == ["index", "index-2", "index-3"] and names[-1] == "index-1000"
    assert len(asked) < 6_000


def test_repeats_are_known_however_far_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Known.__init__, "__defaults__", (4,))
    lines = [f'{{"id": "a{n}", "text": "Rebels attacked {n} convoys near Bria."}}' for n in range(40)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join([*lines, lines[0], lines[1].replace('"a1"', '"b"')]) + "\n", "utf-8")
    *read, same_id, same_text = read_articles([path], published=date(2026, 3, 10))
    assert all(article.error is None for article in read) and len(read) == 40
    assert "the id 'a0' was given before in this run" in str(same_id.error)
    assert "its text was read before in this run, from the same source, as 'a1'" in str(same_text.error)


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/y.txt", "a.txt", ".hidden/x.txt", "a/.x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Rebels left {name}.", "utf-8")
    origins = [article.origin for article in read_articles([tmp_path])]
    assert origins == [str(tmp_path / name) for name in ("a/b/y.txt", "a/z.txt", "a.txt", "b.txt")]
