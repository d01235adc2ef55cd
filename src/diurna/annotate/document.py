"""Annotate articles: sentences, words, tags, trees, names, and what the event and attribution heads read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from diurna.annotate.model import Model, Reading, model
from diurna.annotate.names import decode_names
from diurna.annotate.sentences import sentences_in_words
from diurna.annotate.speech import decode_attribution
from diurna.annotate.tags import decode_tags
from diurna.annotate.trees import decode_tree
from diurna.annotate.triggers import decode_triggers
from diurna.records import Article, Document, Sentence, Token

# Sentences of one article that go through the model together: an article of any length holds flat memory.
TOGETHER = 512
# Articles that are read before the caller asks for them: so many that the model's threads always have a batch.
AHEAD = 2

Cut = list[tuple[int, int]]


def annotate(articles: Iterable[Article], using: Model | None = None) -> Iterator[Document]:
    """Yield a document for each article, in order; one with an error, or that holds no word, has no sentences.

    What goes wrong in one article is recorded in it as its failure.

    The model reads the next article while the caller works on this one. Each article is read by itself: the int8
    encoder scales a batch's numbers by its largest, so an article read with others would depend on them in the last
    digit, and its record could not be made again.
    """
    by = using or model()
    with ThreadPoolExecutor(AHEAD) as reader:
        ahead: deque[tuple[Article, list[Cut], Future[list[Reading]]]] = deque()
        for article in articles:
            article, cuts = _cut(article)
            ahead.append((article, cuts, reader.submit(_read, by, article, cuts[:TOGETHER])))
            if len(ahead) > AHEAD:
                yield _document(by, *ahead.popleft())
        while ahead:
            yield _document(by, *ahead.popleft())


def _document(using: Model, article: Article, cuts: list[Cut], first: Future[list[Reading]]) -> Document:
    sentences: list[Sentence] = []
    try:
        for start in range(0, len(cuts), TOGETHER):
            part = cuts[start : start + TOGETHER]
            readings = first.result() if start == 0 else _read(using, article, part)
            sentences += [_sentence(using, article.text, cut, one) for cut, one in zip(part, readings, strict=True)]
    except Exception as error:  # one bad article never stops a run and never disappears
        return Document(_failed(article, error), ())
    return Document(article, tuple(sentences))


def _read(using: Model, article: Article, cuts: list[Cut]) -> list[Reading]:
    return using.read([[article.text[a:b] for a, b in cut] for cut in cuts]) if cuts else []


def _cut(article: Article) -> tuple[Article, list[Cut]]:
    if article.error:
        return article, []
    try:
        cuts = sentences_in_words(article)
    except Exception as error:
        return _failed(article, error), []
    if not cuts:
        return replace(article, error="the text holds no word; give an article with text"), []
    return article, cuts


def _failed(article: Article, error: Exception) -> Article:
    why = f"annotation failed ({type(error).__name__}: {str(error)[:200]}); please report this article's text"
    return replace(article, error=why)


def _sentence(using: Model, text: str, cut: Cut, reading: Reading) -> Sentence:
    texts = [text[start:end] for start, end in cut]
    upos, feats, lemmas = decode_tags(using, reading, texts)
    heads, deprels = decode_tree(using, reading, upos)
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
        vectors=reading.words,
    )
