"""Which data trains the model, and how many passes are made over each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.coded import read_coded_articles, read_coded_sentences
from training.example import Coded, Example, Named, Spoken, Tree
from training.names import read_crossner, read_gmb, read_uner
from training.spoken import read_polnear, read_spoken_articles
from training.treebanks import read_trees


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the training data: its examples, and the passes over it (2.5: twice, then a random half)."""

    name: str
    examples: tuple[Example, ...]
    passes: float


def training_sources(data: Path) -> list[Source]:
    """Return every part of the training data under `data` (the folder described in its README)."""
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
    return [
        Source("trees", tuple(trees), 4),
        Source("names", tuple(small), 4),
        Source("news names", tuple(read_gmb(data / "ner/gmb_news.iob2")), 1.5),
        Source("codings", tuple(coded), 6),
        Source("attributions", tuple(read_polnear(data / "attribution/polnear/train")), 0.6),
        Source("article attributions", tuple(spoken), 2),
    ]
