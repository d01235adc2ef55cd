"""Which data trains the model, and how many passes are made over each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.coded import read_coded_articles, read_coded_sentences, read_corpus
from training.example import Coded, Example, Named, Spoken, Tree
from training.gum_names import read_gum_names
from training.names import read_crossner, read_gmb, read_uner
from training.renamed import renamed, world_names
from training.spoken import read_polnear, read_spoken_articles
from training.treebanks import read_trees

CORPUS = Path(__file__).parent.parent / "corpus/passages"
# A sentence of fewer words ("He declined to comment.") may stand in any two texts.
SHORT = 7


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the training data: its examples, and the passes over it (2.5: twice, then a random half)."""

    name: str
    examples: tuple[Example, ...]
    passes: float


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
        Source(source.name, tuple(e for e in source.examples if lowered(e) not in tested), source.passes)
        for source in _all_sources(data)
    ]


def finishing_sources(data: Path) -> list[Source]:
    """Return what the second, short stage trains on: the codings and the corpus, and some of the rest to keep it."""
    passes = {"trees": 0.6, "names": 0.5, "news names and tags": 0.3, "GUM names": 0.2, "codings": 2.5,
              "attributions": 0.08, "article attributions": 1}  # fmt: skip
    kept = [Source(s.name, s.examples, passes[s.name]) for s in training_sources(data) if s.name in passes]
    return [*kept, Source("corpus", tuple(read_corpus(CORPUS, "train")), 5)]


def _all_sources(data: Path) -> list[Source]:
    wikinews, articles = data / "events/wikinews_plover_train.jsonl", data / "news/wikinews-2019-2020.jsonl"
    trees: list[Tree] = [t for name in ("ewt", "gum") for t in read_trees(data / f"ud/{name}-train.conllu")]
    small: list[Named] = [
        *read_crossner(data / "ner/crossner_politics_train.txt"),
        *read_crossner(data / "ner/crossner_politics_dev.txt"),
        *read_uner(data / "ner/uner_ewt_dev.iob2"),
    ]
    coded: list[Coded] = [
        *read_coded_sentences(data / "events/voa_plover.jsonl", dev=False),
        *read_coded_articles(wikinews, articles),
    ]
    spoken: list[Spoken] = [*read_spoken_articles(wikinews, articles)]
    news = tuple(read_gmb(data / "ner/gmb_news.iob2"))
    names = world_names(data / "actors")
    return [
        Source("trees", tuple(trees), 8),
        Source("names", tuple(small), 5),
        Source("names exchanged", tuple(renamed([*small, *small], names, 1)), 2),
        Source("news names and tags", news, 3),
        Source("news names exchanged", tuple(renamed(news, names, 2)), 1),
        Source("GUM names", tuple(read_gum_names(data / "ud/gum-train.conllu")), 2),
        Source("codings", tuple(coded), 10),
        Source("attributions", tuple(read_polnear(data / "attribution/polnear/train")), 1.2),
        Source("article attributions", tuple(spoken), 4),
    ]
