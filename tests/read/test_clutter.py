"""Web pages in the style of twelve kinds of outlet: the text is the article's and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna.read import read_articles
from diurna.read.clutter import read_patterns, without_clutter

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_text_is_the_articles_and_nothing_else(page: Path) -> None:
    (article,) = read_articles([page])
    assert article.error is None
    assert article.text.split() == page.with_suffix(".txt").read_text("utf-8").split()
    assert article.title


def test_there_are_twelve_kinds() -> None:
    assert len(PAGES) == 12


def test_lines_that_only_begin_like_clutter_stay() -> None:
    text = "Ends of the earth were reached.\nComments by the minister hurt.\nShare prices fell after the vote."
    assert without_clutter(text, None) == text


def test_a_wrong_pattern_names_its_line() -> None:
    with pytest.raises(ValueError, match=r"page_lines.csv:2: the pattern does not fit"):
        read_patterns("pattern,example\nends,The end\n")
    with pytest.raises(ValueError, match=r"page_lines.csv:2: the pattern is wrong"):
        read_patterns("pattern,example\n(,x\n")


def test_a_page_of_unclosed_tags_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<html><body>" + "<a href='/x'>" * 170_000 + "Police shot a man.", "utf-8")
    (article,) = read_articles([page])
    assert "more than 60,000 tags" in str(article.error)


def test_a_page_of_tables_within_tables_is_read_as_if_they_were_none(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    rows = "<tr><td>Police shot a man.<td>He died." * 50
    page.write_text("<html><body>" + f"<table>{rows}" * 200, "utf-8")
    (article,) = read_articles([page])
    assert "Police shot a man." in article.text and "|" not in article.text
