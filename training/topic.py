"""Fit what tells a page about politics: `python -m training.topic DATA` writes src/diurna/code/topic.npz.

About politics: the coded Wikinews articles that train, VOA sentences of the training part that tell an event, passages
of the corpus that do. Not: the corpus's near misses, GUM's travel guides and papers, EWT's reviews, answers, e-mails.
The regression is on the mean vector of a text's words; a text of one sentence counts as much as an article.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from diurna.annotate import annotate
from diurna.read import article_of
from training.coded import held_out, passages
from training.logistic import fit
from training.sources import CORPUS
from training.texts import treebank_documents, wikinews_articles

FILE = Path(__file__).parent.parent / "src/diurna/code/topic.npz"
OTHER = ("GUM_voyage", "GUM_academic", "reviews-", "answers-", "email-")
SENTENCES = 1500  # of VOA's that tell an event
RIDGE = 3.0


def texts(data: Path, part: str) -> Iterator[tuple[str, bool]]:
    """Yield texts and whether they are about politics; `part` is that of the corpus ("dev": its passages alone)."""
    for passage in passages(CORPUS, part):
        if passage["near_miss"] or passage["events"]:
            yield passage["text"], not passage["near_miss"]
    if part != "train":
        return
    codings = [json.loads(x) for x in (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()]
    told = [c["text"] for c in codings if c["events"] and not held_out(c["id"])]
    yield from ((text, True) for text in told[:: max(1, len(told) // SENTENCES)])
    coded = {json.loads(x)["id"] for x in (data / "events/wikinews_plover_train.jsonl").read_text("utf-8").splitlines()}
    yield from ((article["text"], True) for id, article in wikinews_articles(data).items() if id in coded)
    for name in ("gum", "ewt"):
        yield from ((text, False) for text in _others(data / f"ud/{name}-train.conllu"))


def _others(path: Path) -> Iterator[str]:
    """Yield the documents of other kinds of writing, each as one paragraph."""
    return (text.replace("\n\n", " ") for name, text in treebank_documents(path) if name.startswith(OTHER))


def _vectors(found: list[tuple[str, bool]]) -> tuple[np.ndarray, np.ndarray]:
    rows, about = [], []
    documents = annotate(article_of(text, id=str(i)) for i, (text, _) in enumerate(found))
    for (_, is_politics), document in zip(found, documents, strict=True):
        vectors = [s.vectors for s in document.sentences if s.vectors is not None]
        if vectors:
            rows.append(np.concatenate(vectors).mean(0))
            about.append(float(is_politics))
    return np.array(rows, float), np.array(about)


def main() -> None:
    """Fit on the training part, print how the corpus's dev part is told, and write."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    rows, about = _vectors(list(texts(data, "train")))
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    whole = np.concatenate([(rows - mean) / spread, np.ones((len(rows), 1))], 1)
    fitted = fit(whole, about, RIDGE)
    weights = fitted[:-1] / spread
    constant = float(fitted[-1] - mean @ weights)
    dev, told = _vectors(list(texts(data, "dev")))
    said = dev @ weights + constant > 0
    print(f"{len(rows)} texts, {int(about.sum())} about politics")
    print(f"of {len(told)} dev passages {np.mean(said == told):.3f} told right")
    np.savez_compressed(FILE, weights=weights.astype(np.float32), constant=constant)


if __name__ == "__main__":
    main()
