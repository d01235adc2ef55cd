"""What goes wrong in one article is its failure; those beside it are annotated."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from diurna.annotate import annotate, document
from diurna.annotate.model import Model, Reading
from diurna.records import Article

GIVEN = [Article(name, f"{name} attacked a convoy near Bria.") for name in ("Rebels", "Bandits", "Gunmen")]


def test_cutting_one_article_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    words = document.words

    def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
        if text.startswith("Bandits"):
            raise ZeroDivisionError("a fault")
        return words(text, start, end)

    monkeypatch.setattr(document, "words", cut)
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
