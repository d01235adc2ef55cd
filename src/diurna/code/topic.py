"""Whether a page is about politics: what tells "the striker struck" from "the dockers struck"."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diurna.records import Document

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


def politics(document: Document) -> float:
    """Return the log odds that the page is about politics, within FURTHEST; 0 where no model read it."""
    total, words = np.zeros(1, np.float32), 0
    for sentence in document.sentences:
        if sentence.vectors is not None:
            total = total + sentence.vectors.sum(0)
            words += len(sentence.vectors)
    if not words:
        return 0.0
    known = topic()
    odds = float((total / words) @ known.weights) + known.constant
    return max(-FURTHEST, min(FURTHEST, odds))
