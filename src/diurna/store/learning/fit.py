"""The regression that weights are refitted with: what is known already is where it starts from, and is drawn to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def refit(rows: Floats, right: Floats, known: Floats, pull: Floats) -> Floats:
    """Return the weights of a logistic regression, by Newton's method.

    `rows` (examples, weights) is the evidence, `right` (examples) 1 or 0. `pull` (weights) draws each weight to its
    `known` value as that many examples of unit evidence would, so that few corrections change little.
    """
    weights = known.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (right - p) - pull * (weights - known)
        curve = (rows * (p * (1 - p))[:, None]).T @ rows + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def best_limit(scores: Floats, right: Floats, wanted: int, known: float) -> float:
    """Return the limit from which F1 is best, `wanted` being how many events there are; the known one where it is not
    worse than any other.
    """
    best, found = known, _f1(scores, right, wanted, known)
    for limit in np.arange(0.16, 0.72, 0.02):
        if (made := _f1(scores, right, wanted, float(limit))) > found + 1e-9:
            best, found = round(float(limit), 2), made
    return best


def _f1(scores: Floats, right: Floats, wanted: int, limit: float) -> float:
    over = scores >= limit
    return float(2 * right[over].sum() / max(1, over.sum() + wanted))
