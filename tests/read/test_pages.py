"""Articles in HTML pages."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from diurna.read import read_articles

pytest.importorskip("trafilatura", reason="needs trafilatura and its lxml_html_clean", exc_type=ImportError)

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ministers agree on budget</title>
<meta property="og:site_name" content="Daily Star">
<meta property="article:published_time" content="2020-03-03T10:15:00Z">
<link rel="canonical" href="https://dailystar.example/budget"></head><body><nav>Home World</nav><article>
<h1>Ministers agree on budget</h1>
<p>LISBON, March 3 (Reuters) - Ministers agreed on a budget on Tuesday after a night of talks.</p>
<p>Finance Minister Ana Prado walked out of the room, two officials said, but later returned.</p>
<p>The government had found the money that the opposition demanded, and parliament votes on it on Friday.</p>
</article><footer>Copyright</footer></body></html>"""


def test_the_article_in_a_page(tmp_path: Path) -> None:
    path = tmp_path / "budget.htm"
    path.write_text(PAGE)
    (article,) = read_articles([path])
    assert article.error is None
    assert (article.id, article.title, article.source) == (
        "budget",
        "Ministers agree on budget",
        "Daily Star",
    )
    assert (article.published, article.url) == (date(2020, 3, 3), "https://dailystar.example/budget")
    assert [line.span.text for line in article.layout.datelines] == ["LISBON, March 3 (Reuters) -"]
    assert "Home World" not in article.text and "Ana Prado walked out" in article.text


def test_a_page_on_standard_input() -> None:
    (article,) = read_articles(["-"], stdin=BytesIO(PAGE.encode()))
    assert (article.id, article.title) == ("stdin", "Ministers agree on budget")


def test_a_page_without_an_article(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body></body></html>")
    (article,) = read_articles([path])
    assert article.error == f"{path}: no article is found in the page; save the article's text as .txt"
