"""What an event is about, by its words, its sentence and its article: the second head of contexts.

The head in the encoder's pass sees a trigger alone. This one, a perceptron with one hidden layer, also sees the mean
of the sentence's words and of the article's, and which type the event has: a raid in an article about drugs is about
drugs. Fitted by `python -m training.contexts`; what the two heads and the words of contexts.csv say is weighed there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
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
    seen = (vectors[trigger.start : trigger.stop].mean(0), vectors.mean(0), article, one_of(head.types, kind))
    odds = perceived(head[:4], np.concatenate(seen))
    said = [head.words if context in spoken else head.near * (context in near) for context in head.contexts]
    total = head.constant + head.first * first_odds(first, head.contexts) + head.second * odds + np.array(said)
    return dict(zip(head.contexts, (1 / (1 + np.exp(-total))).tolist(), strict=True))


def one_of(types: Sequence[str], kind: str) -> Vector:
    """Return (types,): 1 where a type is the event's own."""
    return np.array([kind == one for one in types], np.float32)


def first_odds(first: Mapping[str, float], contexts: Sequence[str]) -> Vector:
    """Return (contexts,): the log odds that the first head gives each context; FAINT's where it lists none."""
    known = np.array([first.get(context, FAINT) for context in contexts], np.float32)
    known = known.clip(FAINT / 10, 1 - FAINT / 10)
    return np.asarray(np.log(known / (1 - known)), np.float32)


def perceived(layers: Sequence[Vector], seen: Vector) -> Vector:
    """Return (..., contexts): the perceptron's log odds for what is seen (..., 3 * 416 + types)."""
    hidden, hidden_constants, told, told_constants = layers
    return np.asarray(np.maximum(seen @ hidden + hidden_constants, 0) @ told + told_constants, np.float32)
