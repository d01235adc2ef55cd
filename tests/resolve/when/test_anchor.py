"""The day an article is told on."""

from __future__ import annotations

from datetime import date

from diurna.records import Article, Dateline, Layout, Post, Span
from diurna.resolve.when import article_anchor

TEXT = "KABUL, Oct. 8 - Talks resumed. A post of October 7, 2025 said so."
LINE = Dateline(Span.of(TEXT, 0, 14), Span.of(TEXT, 0, 5), Span.of(TEXT, 7, 13), date(2025, 10, 8), None)
POST = Post(Span.of(TEXT, 31, 60), (31, 60), None, None, Span.of(TEXT, 41, 56), date(2025, 10, 7), None)


def test_the_day_given_with_the_article_comes_first() -> None:
    article = Article("a", TEXT, published=date(2025, 10, 9), layout=Layout((), (POST,), (LINE,)))
    assert article_anchor(article) == (date(2025, 10, 9), "published", None)


def test_then_the_dateline_then_a_post_then_the_text() -> None:
    assert article_anchor(Article("a", TEXT, layout=Layout((), (POST,), (LINE,)))) == (
        date(2025, 10, 8),
        "dateline",
        Span.of(TEXT, 7, 13),
    )
    assert article_anchor(Article("a", TEXT, layout=Layout((), (POST,)))) == (
        date(2025, 10, 7),
        "post",
        Span.of(TEXT, 41, 56),
    )
    assert article_anchor(Article("a", TEXT)) == (date(2025, 10, 7), "text", Span.of(TEXT, 41, 56))


def test_a_day_without_a_year_anchors_nothing() -> None:
    assert article_anchor(Article("a", "Talks resumed on Oct. 8.")) is None
