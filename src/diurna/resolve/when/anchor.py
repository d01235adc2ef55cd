"""The day an article is told on, against which its other dates are reckoned."""

from __future__ import annotations

from datetime import date
from typing import Literal

from diurna.records import Article, Span
from diurna.resolve.when.find import expressions
from diurna.resolve.when.values import value_of

Basis = Literal["published", "dateline", "post", "text"]
# How much of a page counts as its head: a title, a byline and a date.
HEAD = 600


def article_anchor(article: Article) -> tuple[date, Basis, Span | None] | None:
    """Return the day the article is told on, where that was found, and the words (None for "published").

    In order: the day given with the article, a dateline with a day, an embedded post's day, a full date in
    the first 600 characters; None where there is none of these.
    """
    if article.published is not None:
        return article.published, "published", None
    for line in article.layout.datelines:
        if line.day is not None:
            return line.day, "dateline", line.date or line.span
    for post in article.layout.posts:
        if post.day is not None:
            return post.day, "post", post.date or post.span
    for expression in expressions(article.text, 0, min(HEAD, len(article.text))):
        if expression.means == "slashed" or (expression.says("day") and expression.says("year")):
            told = value_of(expression, date.min)
            if told.start is not None and told.start == told.end:
                return date.fromisoformat(told.start), "text", told.span
    return None
