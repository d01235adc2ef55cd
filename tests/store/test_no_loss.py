"""A record that failed never takes the place of one that was coded."""

from __future__ import annotations

from pathlib import Path

import duckdb

import diurna
from diurna.read import read_articles

LINE = '{"id": "a", "text": "Police arrested nine dockers in Mombasa on Monday."}\n'


def test_an_article_given_twice_stays_coded(tmp_path: Path) -> None:
    lines, db = tmp_path / "news.jsonl", tmp_path / "news.duckdb"
    lines.write_text(LINE + LINE, "utf-8")
    for _ in range(2):
        with diurna.open_store(db) as store:
            store.keep(diurna.code(read_articles([lines])))
    with duckdb.connect(str(db), read_only=True) as rows:
        assert rows.execute("SELECT article_id, state FROM articles").fetchall() == [("a", "coded")]
        assert rows.execute("SELECT type FROM events").fetchall() == [("COERCE",)]
