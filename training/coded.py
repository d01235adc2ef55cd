"""Read the sentences and articles coded in PLOVER, cut into the product's own words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import md5
from itertools import chain
from pathlib import Path
from typing import Any

from corpus.check import span_of
from corpus.standoff import joined
from corpus.standoff import sentences as public_sentences

from diurna.annotate import annotate
from diurna.annotate.sentences import sentences
from diurna.annotate.words import words
from diurna.read import article_of
from diurna.records import Article, Document
from training.example import Coded, CodedEvent
from training.names import read_crossner
from training.texts import polnear_texts, treebank_documents, treebank_sentences, wikinews_articles

Offsets = list[tuple[int, int]]
# So many of the last articles of corpus/articles never train the model: lexicon and head are weighed on them.
UNREAD_ARTICLES = 72


def held_out(sentence_id: str) -> bool:
    """Return whether a VOA sentence belongs to the dev part: one in twenty, by a hash of its id."""
    return int(md5(sentence_id.encode()).hexdigest(), 16) % 20 == 0


def read_coded_sentences(path: Path, *, dev: bool) -> Iterator[Coded]:
    """Yield the coded VOA sentences of the training part, or of the dev part."""
    for line in path.read_text("utf-8").splitlines():
        coding = json.loads(line)
        if held_out(coding["id"]) == dev:
            yield coded_sentence(coding["text"], words(coding["text"]), coding["events"])


def coded_sentence(text: str, cut: Offsets, events: list[dict[str, Any]]) -> Coded:
    """Return the sentence whose words are `cut`, with those events whose triggers lie in it."""
    return Coded(
        words=tuple(text[start:end] for start, end in cut),
        events=tuple(event for coding in events for event in _events(coding, cut)),
    )


def read_coded_news(codings: Path, data: Path) -> Iterator[Coded]:
    """Yield the coded sentences of corpus/news."""
    for coding in news_texts(codings, data):
        yield coded_sentence(coding["text"], words(coding["text"]), coding["events"])


def news_texts(codings: Path, data: Path) -> Iterator[dict[str, Any]]:
    """Yield the codings of corpus/news joined to their texts, in the file's order.

    The texts are sentences of the Groningen Meaning Bank, of Wikinews articles, of PolNeAR's training part, of EWT's
    (weblogs, newsgroups) and of CrossNER's.
    """
    whole = chain((article["text"] for article in wikinews_articles(data).values()), polnear_texts(data))
    texts = (text[start:end] for text in whole for start, end in sentences(Article("", text)))
    public = (text for _, text in public_sentences(data / "ner/gmb_news.iob2"))
    weblogs = treebank_sentences(data / "ud/ewt-train.conllu")
    named = (
        " ".join(example.words)
        for part in ("train", "dev")
        for example in read_crossner(data / f"ner/crossner_politics_{part}.txt")
    )
    yield from joined(codings, chain(public, texts, weblogs, named))


def read_coded_articles(codings: Path, data: Path) -> Iterator[Coded]:
    """Yield every sentence of the coded Wikinews articles, with the events whose triggers or mentions lie in it."""
    articles = wikinews_articles(data)
    for coding in map(json.loads, codings.read_text("utf-8").splitlines()):
        yield from _coded_article({**coding, "text": articles[coding["id"]]["text"]})


def read_own_articles(codings: Path, data: Path) -> Iterator[Coded]:
    """Yield every sentence of the articles of corpus/articles that train the model."""
    for coding in list(_own_articles(codings, data))[:-UNREAD_ARTICLES]:
        if part_of(coding["id"]) == "train":
            yield from _coded_article(coding)


def own_articles(codings: Path, data: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of corpus/articles that train with their texts, in the file's order; one in five is held out.

    The texts are Wikinews articles, documents of GUM's training part and articles of PolNeAR's.
    """
    yield from (coding for coding in _own_articles(codings, data) if part_of(coding["id"]) == "train")


def unread_articles(codings: Path, data: Path) -> list[dict[str, Any]]:
    """Return the last articles of corpus/articles with their texts: no model reads them, events are weighed on them."""
    return list(_own_articles(codings, data))[-UNREAD_ARTICLES:]


def _own_articles(codings: Path, data: Path) -> Iterator[dict[str, Any]]:
    wikinews = (article["text"] for article in wikinews_articles(data).values())
    gum = (text for _, text in treebank_documents(data / "ud/gum-train.conllu"))
    yield from joined(codings, chain(wikinews, gum, polnear_texts(data)))


def _coded_article(coding: dict[str, Any]) -> Iterator[Coded]:
    for start, end in sentences(Article(coding["id"], coding["text"])):
        yield coded_sentence(coding["text"], words(coding["text"], start, end), coding["events"])


def coded_documents(data: Path, name: str) -> Iterator[tuple[dict[str, Any], Document]]:
    """Yield the codings of whole Wikinews articles in DATA/events/NAME.jsonl, each with its article annotated."""
    articles = wikinews_articles(data)
    coded = [json.loads(line) for line in (data / f"events/{name}.jsonl").read_text("utf-8").splitlines()]
    yield from zip(coded, annotate(article_of(articles[coding["id"]]) for coding in coded), strict=True)


def told_documents(codings: Path, data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    """Yield the coded articles that say which tellings are one event, no tests, each with its article annotated.

    They are the 52 of the data folder and those of corpus/articles that train or that no model reads, but for
    PolNeAR's, coded telling by telling.
    """
    yield from coded_documents(data, "wikinews_plover_train")
    articles = wikinews_articles(data)
    unread = {coding["id"] for coding in unread_articles(codings, data)}
    every = _own_articles(codings, data)
    own = [c for c in every if c["of"] != "polnear" and (c["id"] in unread or part_of(c["id"]) == "train")]
    given = (articles.get(coding["id"], {"id": coding["id"], "text": coding["text"]}) for coding in own)
    yield from zip(own, annotate(map(article_of, given)), strict=True)


def part_of(passage_id: str) -> str:
    """Return the part of the corpus that a passage belongs to, by a hash of its id: train, dev or test (8 : 1 : 1)."""
    place = int(md5(passage_id.encode()).hexdigest(), 16) % 10
    return "test" if place == 0 else "dev" if place == 1 else "train"


def read_corpus(folder: Path, part: str) -> Iterator[Coded]:
    """Yield every sentence of the corpus's own passages of a part, with the events whose triggers lie in it."""
    for passage in passages(folder, part):
        for start, end in sentences(Article(passage["id"], passage["text"])):
            yield coded_sentence(passage["text"], words(passage["text"], start, end), passage["events"])


def passages(folder: Path, part: str) -> Iterator[dict[str, Any]]:
    """Yield the corpus's own passages of a part, their codings as spans, as the coded VOA sentences have them."""
    for path in sorted(folder.glob("*.jsonl")):
        for passage in map(json.loads, filter(str.strip, path.read_text("utf-8").splitlines())):
            if part_of(passage["id"]) == part:
                yield {**passage, "events": [_spanned(passage["text"], event) for event in passage["events"]]}


def _spanned(text: str, event: dict[str, Any]) -> dict[str, Any]:
    """Return a coding of the corpus with its words as spans, as the coded VOA sentences have them."""

    def span(copied: str) -> dict[str, int]:
        start, end = span_of(text, copied)
        return {"start": start, "end": end}

    told = {role: [span(copied) for copied in event[role]] for role in ("actor", "recipient")}
    return {**event, **told, "trigger": span(event["trigger"])}


def indices(cut: Offsets, start: int, end: int) -> tuple[int, ...]:
    """Return the indices of the words that share characters with `start:end`."""
    return tuple(i for i, (first, last) in enumerate(cut) if first < end and start < last)


def _events(coding: dict[str, Any], cut: Offsets) -> Iterator[CodedEvent]:
    for place, told in [(coding["trigger"], True), *((m, False) for m in coding.get("mentions", []))]:
        trigger = indices(cut, place["start"], place["end"])
        if not trigger:
            continue
        yield CodedEvent(
            trigger=trigger,
            type=coding["type"],
            status=coding["status"],
            modes=tuple(f"{coding['type']}:{mode}" for mode in coding["mode"]),
            contexts=tuple(coding["context"]),
            roles=_roles(coding, cut) if told else None,
        )


def _roles(coding: dict[str, Any], cut: Offsets) -> tuple[tuple[int, str], ...]:
    return tuple(
        (index, role)
        for role in ("actor", "recipient")
        for span in coding[role]
        for index in indices(cut, span["start"], span["end"])
    )
