"""Annotate articles: sentences, words, tags, trees, names, and what the event and attribution heads read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diurna.annotate.model import Model, Reading, model
from diurna.annotate.names import decode_names
from diurna.annotate.sentences import sentences
from diurna.annotate.speech import decode_attribution
from diurna.annotate.tags import decode_tags
from diurna.annotate.trees import decode_tree
from diurna.annotate.triggers import decode_triggers
from diurna.annotate.words import words
from diurna.records import Article, Document, Sentence, Token

# Sentences read together: enough to sort by length, few enough that memory stays flat.
TOGETHER = 512

Cut = list[tuple[int, int]]


def annotate(articles: Iterable[Article], using: Model | None = None) -> Iterator[Document]:
    """Yield a document for each article, in order; an article with an error, or that cannot be read, has no sentences.

    Articles are taken in until they hold some 512 sentences, which go through the model together.
    """
    waiting: list[tuple[Article, list[Cut]]] = []
    count = 0
    for article in articles:
        article, cuts = _cut(article)
        waiting.append((article, cuts))
        count += len(cuts)
        if count >= TOGETHER or len(waiting) >= TOGETHER:
            yield from _read(waiting, using or model())
            waiting, count = [], 0
    yield from _read(waiting, using or model()) if waiting else ()


def _cut(article: Article) -> tuple[Article, list[Cut]]:
    if article.error:
        return article, []
    cuts = [words(article.text, start, end) for start, end in sentences(article)]
    if not any(cuts):
        return replace(article, error="the text holds no word; give an article with text"), []
    return article, [cut for cut in cuts if cut]


def _read(waiting: list[tuple[Article, list[Cut]]], using: Model) -> Iterator[Document]:
    readings: list[Reading] = []
    texts = [[article.text[a:b] for a, b in cut] for article, cuts in waiting for cut in cuts]
    # A single article can hold more than TOGETHER sentences; its readings are made a part at a time.
    for start in range(0, len(texts), TOGETHER):
        readings += using.read(texts[start : start + TOGETHER])
    place = 0
    for article, cuts in waiting:
        made = []
        for cut in cuts:
            made.append(_sentence(using, texts[place], cut, readings[place]))
            place += 1
        yield Document(article, tuple(made))


def _sentence(using: Model, texts: list[str], cut: Cut, reading: Reading) -> Sentence:
    upos, feats, lemmas = decode_tags(using, reading, texts)
    heads, deprels = decode_tree(using, reading)
    tokens = tuple(
        Token(i, start, end, texts[i], lemmas[i], upos[i], feats[i], heads[i], deprels[i])
        for i, (start, end) in enumerate(cut)
    )
    return Sentence(
        start=cut[0][0],
        end=cut[-1][1],
        tokens=tokens,
        names=decode_names(using, reading),
        triggers=decode_triggers(using, reading, upos),
        attribution=decode_attribution(using, reading),
    )
