"""A light probe over the frozen encoder: which words tell an event of a user's type, learnt from his examples."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

RIDGE = 30.0  # how strongly each weight is drawn to 0; with SHARE the best of nine pairs on benchmarks/own_types.py
STEPS = 12
SHARE = 0.3  # of the whole weight of a fit, what the examples' triggers count; all other words are the rest


class Probe(NamedTuple):
    """For each type a weight for every dimension and a constant, over vectors brought to mean 0 and spread 1."""

    types: tuple[str, ...]
    weights: Array
    mean: Array
    spread: Array

    def chances(self, vectors: NDArray[np.float32]) -> Array:
        """Return the probability of each type at each word: (words, types)."""
        x = _with_constant((np.asarray(vectors, float) - self.mean) / self.spread)
        return np.asarray(1 / (1 + np.exp(-(x @ self.weights.T))))


@cache
def background() -> NDArray[np.float32]:
    """Return vectors of words that tell no event of a user's type, near enough: those of PLOVER's own sentences."""
    with as_file(files("diurna.code") / "nearest.npz") as path, np.load(path) as kept:
        return np.asarray(kept["background"], np.float32) * float(kept["step"])


def fit_probe(types: tuple[str, ...], vectors: NDArray[np.float32], told: list[str]) -> Probe:
    """Return the probe for `types`, from words' vectors and the type that each tells ("" for none)."""
    behind = background()
    x = np.concatenate([vectors, behind]).astype(float)
    mean, spread = x.mean(0), x.std(0) + 1e-6
    x = _with_constant((x - mean) / spread)
    kinds = np.array(told + [""] * len(behind))
    return Probe(types, np.array([_fit(x, (kinds == kind).astype(float)) for kind in types]), mean, spread)


def _with_constant(x: Array) -> Array:
    return np.concatenate([x, np.ones((len(x), 1))], 1)


def _fit(x: Array, y: Array) -> Array:
    """Return the weights of a logistic regression, by Newton's method; the constant is not drawn to 0."""
    count = np.where(y > 0, SHARE / max(y.sum(), 1), (1 - SHARE) / (1 - y).sum()) * len(y)
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 1e-3
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(x @ weights).clip(-30, 30)))
        gradient = x.T @ (count * (p - y)) + ridge * weights
        curve = (x * (count * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, gradient)
    return weights
