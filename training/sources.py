"""Which data trains the model, and how many passes are made over each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from training.coded import (
    read_coded_articles,
    read_coded_news,
    read_coded_sentences,
    read_corpus,
    read_own_articles,
)
from training.example import Coded, Example, Named, Spoken, Tree
from training.gum_names import read_gum_names
from training.names import read_crossner, read_gmb, read_uner
from training.renamed import renamed, world_names
from training.spoken import read_polnear, read_spoken_articles
from training.treebanks import read_trees

CORPUS = Path(__file__).parent.parent / "corpus/passages"
NEWS = CORPUS.parent / "news/codings.jsonl"
ARTICLES = CORPUS.parent / "articles/codings.jsonl"
# So many of the last codings of corpus/news never train the model: lexicon and head are weighed on them.
UNREAD = 1000
# A sentence of fewer words ("He declined to comment.") may stand in any two texts.
SHORT = 7


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the training data: its examples, and the student's and the teacher's passes over it."""

    name: str
    examples: tuple[Example, ...]
    passes: float
    taught: float


def held_back(data: Path) -> dict[str, set[str]]:
    """Return, for each set that only tests, its sentences lower-cased."""
    sets: dict[str, Iterable[Example]] = {
        "PUD": read_trees(data / "ud/pud-test.conllu"),
        "GUM test": read_trees(data / "ud/gum-test.conllu"),
        "EWT test": read_trees(data / "ud/ewt-test.conllu"),
        "CrossNER test": read_crossner(data / "ner/crossner_politics_test.txt"),
        "UNER test": read_uner(data / "ner/uner_ewt_test.iob2"),
        "VOA dev": read_coded_sentences(data / "events/voa_plover.jsonl", dev=True),
    }
    return {name: {lowered(e) for e in examples if len(e.words) >= SHORT} for name, examples in sets.items()}


def lowered(example: Example) -> str:
    """Return an example's sentence in lower case, the way two sentences are compared: without spaces."""
    return "".join(example.words).lower()


def training_sources(data: Path) -> list[Source]:
    """Return every part of the training data under `data` (the folder described in its README).

    Sentences that also stand in a set that only tests are left out, whatever their case; VOA's dev sentences are left
    out of the names too.
    """
    tested = set().union(*held_back(data).values())
    return [
        replace(source, examples=tuple(e for e in source.examples if lowered(e) not in tested))
        for source in _all_sources(data)
    ]


def _all_sources(data: Path) -> list[Source]:
    wikinews = data / "events/wikinews_plover_train.jsonl"
    trees: list[Tree] = [t for name in ("ewt", "gum") for t in read_trees(data / f"ud/{name}-train.conllu")]
    small: list[Named] = [
        *read_crossner(data / "ner/crossner_politics_train.txt"),
        *read_crossner(data / "ner/crossner_politics_dev.txt"),
        *read_uner(data / "ner/uner_ewt_dev.iob2"),
    ]
    coded: list[Coded] = [
        *read_coded_sentences(data / "events/voa_plover.jsonl", dev=False),
        *read_coded_articles(wikinews, data),
    ]
    spoken: list[Spoken] = [*read_spoken_articles(wikinews, data)]
    news = tuple(read_gmb(data / "ner/gmb_news.iob2"))
    names = world_names(data / "actors")
    coded_news = tuple(read_coded_news(NEWS, data))
    unread = {lowered(e) for e in coded_news[-UNREAD:]}
    own = tuple(e for e in read_own_articles(ARTICLES, data) if lowered(e) not in unread)
    return [
        Source("trees", tuple(trees), 6, 5),
        Source("names", tuple(small), 5, 4),
        Source("names exchanged", tuple(renamed([*small, *small], names, 1)), 2, 2),
        Source("news names and tags", news, 2.5, 2),
        Source("news names exchanged", tuple(renamed(news, names, 2)), 1, 1),
        Source("GUM names", tuple(read_gum_names(data / "ud/gum-train.conllu")), 2, 2),
        Source("codings", tuple(coded), 7.5, 7),
        Source("news codings", coded_news[:-UNREAD], 7.5, 7),
        Source("article codings", own, 7.5, 7),
        Source("corpus", tuple(read_corpus(CORPUS, "train")), 7.5, 7),
        Source("attributions", tuple(read_polnear(data / "attribution/polnear/train")), 1.5, 1.5),
        Source("article attributions", tuple(spoken), 3, 4),
    ]
