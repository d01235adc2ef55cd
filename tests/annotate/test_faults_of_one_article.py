"""What goes wrong in one article is its failure; those beside it are annotated."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from diurna.annotate import annotate, document
from diurna.annotate.model import Model, Reading
from diurna.records import Article

GIVEN = [Article(name, f"{name} attacked a convoy near Bria.") for name in ("Rebels", "Bandits", "Gunmen")]


def test_cutting_one_article_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = document.sentences_in_words

    def breaks(article: Article) -> list[list[tuple[int, int]]]:
        if article.id == "Bandits":
            raise ZeroDivisionError("a fault")
        return cut(article)

    monkeypatch.setattr(document, "sentences_in_words", breaks)
    first, bad, last = annotate(GIVEN)
    assert bad.article.error == "annotation failed (ZeroDivisionError: a fault); please report this article's text"
    assert [len(one.sentences) for one in (first, bad, last)] == [1, 0, 1]


def test_reading_one_article_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Model.read

    def breaks(self: Model, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        if sentences[0][0] == "Bandits":
            raise MemoryError("no room")
        return read(self, sentences)

    monkeypatch.setattr(Model, "read", breaks)
    first, bad, last = annotate(GIVEN)
    assert bad.article.error == "annotation failed (MemoryError: no room); please report this article's text"
    assert [len(one.sentences) for one in (first, bad, last)] == [1, 0, 1]
