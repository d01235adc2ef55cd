"""Sentences for tests, built from tables of words, so that no model is needed."""

from __future__ import annotations

from diurna.read import layout_of
from diurna.records import Article, AttributionReading, Document, Name, NameType, Sentence, Token

Part = AttributionReading()


def tree(
    text: str, table: str, offset: int = 0, names: tuple[tuple[int, int, NameType], ...] = (),
    reading: AttributionReading = Part,
) -> Sentence:  # fmt: skip
    """Return the sentence of a table with a line a word: form, lemma, UPOS, head (from 1; 0 the root), relation.

    The words are looked for in `text` from `offset` on. A sixth column holds features ("Number=Sing").
    """
    tokens = []
    place = offset
    for index, line in enumerate(table.strip().splitlines()):
        form, lemma, upos, head, deprel, *feats = line.split()
        start = text.index(form, place)
        place = start + len(form)
        features = dict(feat.split("=") for feat in feats[0].split("|")) if feats else {}
        tokens.append(Token(index, start, place, form, lemma, upos, features, int(head) - 1, deprel))
    marked = tuple(Name(first, last, kind, 1.0) for first, last, kind in names)
    return Sentence(tokens[0].start, place, tuple(tokens), marked, attribution=reading)


def document(text: str, *sentences: Sentence) -> Document:
    """Return the document of a text, laid out as a page is, with its sentences."""
    return Document(Article("a", text, layout=layout_of(text)), sentences)
