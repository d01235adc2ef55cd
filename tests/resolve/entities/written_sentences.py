"""Sentences for tests, written out as words with their tree."""

from __future__ import annotations

from typing import cast

from diurna.records import Article, Document, Name, NameType, Sentence, Span, Token


def document(*written: str, between: str = " ") -> Document:
    """Return a document of sentences, each written as words `form/UPOS/head/relation` with spaces between them.

    `head` counts words from 1, 0 is the root. A fifth field is the lemma (else the form in lower case); a noun whose
    lemma differs from its form is plural. A word beginning with "_" stands without a space before it. `[person` ...
    `]` mark a name.
    """
    text = ""
    sentences = []
    for line in written:
        text += between if text else ""
        text, sentence = _sentence(text, line)
        sentences.append(sentence)
    return Document(Article("test", text), tuple(sentences))


def span_of(document: Document, words: str, nth: int = 0) -> Span:
    """Return the span of the `nth` place (from 0) where `words` stand in the document's text."""
    text = document.article.text
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def _sentence(text: str, line: str) -> tuple[str, Sentence]:
    tokens: list[Token] = []
    names: list[Name] = []
    opened: tuple[int, str] | None = None
    start = len(text)
    for item in line.split():
        if item.startswith("["):
            opened = (len(tokens), item[1:])
        elif item == "]":
            assert opened is not None
            names.append(Name(opened[0], len(tokens) - 1, cast(NameType, opened[1]), 0.9))
        else:
            form, upos, head, relation, *rest = item.split("/")
            joined = form.startswith("_") or not tokens
            form = form.removeprefix("_")
            text += form if joined else f" {form}"
            lemma = rest[0] if rest else form if upos == "PROPN" else form.lower()
            plural = upos in ("NOUN", "PROPN") and lemma.lower() != form.lower()
            feats = {"Number": "Plur" if plural else "Sing"} if upos in ("NOUN", "PROPN") else {}
            at = len(text) - len(form)
            tokens.append(Token(len(tokens), at, len(text), form, lemma, upos, feats, int(head) - 1, relation))
    return text, Sentence(start, len(text), tuple(tokens), tuple(names))
