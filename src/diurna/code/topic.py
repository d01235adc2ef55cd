"""Whether a page is about politics: what tells "the striker struck" from "the dockers struck"."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diurna.records import Document

Vector = NDArray[np.float32]

FURTHEST = 4.0  # log odds beyond which a page's topic says no more


class Topic(NamedTuple):
    """A logistic regression on the mean of a text's word vectors: weights (416,) and a constant."""

    weights: NDArray[np.float32]
    constant: float


@cache
def topic() -> Topic:
    """Return the regression of topic.npz, fitted by `python -m training.topic`."""
    with as_file(files("diurna.code") / "topic.npz") as path, np.load(path) as kept:
        return Topic(kept["weights"], float(kept["constant"]))


def mean_vector(document: Document) -> Vector | None:
    """Return the mean of the vectors of all words (416,); None where no model read the document."""
    read = [sentence.vectors for sentence in document.sentences if sentence.vectors is not None]
    words = sum(map(len, read))
    return np.add.reduce([vectors.sum(0) for vectors in read]) / np.float32(words) if words else None


def politics(article: Vector | None) -> float:
    """Return the log odds that a page with this mean vector is about politics, within FURTHEST; 0 where it has none."""
    if article is None:
        return 0.0
    known = topic()
    odds = float(article @ known.weights) + known.constant
    return max(-FURTHEST, min(FURTHEST, odds))
