"""What an event is about, by its words, its sentence and its article: the second head of contexts.

The head in the encoder's pass sees a trigger alone. This one, a perceptron with one hidden layer, also sees the mean
of the sentence's words and of the article's, and which type the event has: a raid in an article about drugs is about
drugs. Fitted by `python -m training.contexts`; what the two heads and the words of contexts.csv say is weighed there.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np

from diurna.code.topic import Vector

FAINT = 0.01  # the probability of a context that the first head does not list


class ContextHead(NamedTuple):
    """The perceptron's weights, the contexts and types in its order, and what its log odds are worth.

    `hidden` is (3 * 416 + types, units), `told` (units, contexts); `constant`, `first`, `second`, `words` and `near`
    are the weights of 1, of both heads' log odds, of a word of contexts.csv in the sentence and of one only near it.
    """

    hidden: Vector
    hidden_constants: Vector
    told: Vector
    told_constants: Vector
    contexts: tuple[str, ...]
    types: tuple[str, ...]
    constant: float
    first: float
    second: float
    words: float
    near: float


@cache
def context_head() -> ContextHead:
    """Return the head of contexts.npz."""
    with as_file(files("diurna.code") / "contexts.npz") as path, np.load(path) as kept:
        layers = (kept[name].astype(np.float32) for name in ContextHead._fields[:4])
        labels = (tuple(kept[name].tolist()) for name in ContextHead._fields[4:6])
        return ContextHead(*layers, *labels, *kept["worth"].tolist())


def context_chances(
    vectors: Vector, trigger: range, article: Vector, kind: str,
    first: Mapping[str, float], spoken: Set[str], near: Set[str],
) -> dict[str, float]:  # fmt: skip
    """Return the probability of each context of an event of type `kind`.

    `vectors` are those of its sentence (words, 416), `article` is the mean of all; `first` holds what the first head
    finds likely, `spoken` the contexts that words of the sentence speak for, `near` those around it too.
    """
    head = context_head()
    odds = _perceived(head, vectors, trigger, article, kind)
    known = np.fromiter((first.get(context, FAINT) for context in head.contexts), np.float32)
    known = known.clip(FAINT / 10, 1 - FAINT / 10)
    said = [head.words if context in spoken else head.near * (context in near) for context in head.contexts]
    total = head.constant + head.first * np.log(known / (1 - known)) + head.second * odds + np.array(said)
    return dict(zip(head.contexts, (1 / (1 + np.exp(-total))).tolist(), strict=True))


def _perceived(head: ContextHead, vectors: Vector, trigger: range, article: Vector, kind: str) -> Vector:
    here = vectors[trigger.start : trigger.stop].mean(0)
    seen = np.concatenate((here, vectors.mean(0), article)) @ head.hidden[: 3 * len(here)] + head.hidden_constants
    if kind in head.types:
        seen = seen + head.hidden[3 * len(here) + head.types.index(kind)]
    return np.asarray(np.maximum(seen, 0) @ head.told + head.told_constants, np.float32)
