"""The regression that small weights are fitted with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def fit(
    rows: NDArray[np.float64],
    right: NDArray[np.float64],
    ridge: float,
    known: NDArray[np.float64] | float = 0.0,
    counts: NDArray[np.float64] | float = 1.0,
) -> NDArray[np.float64]:
    """Return the weights of the ridge logistic regression, by Newton's method; `ridge` draws each to 0.

    `known` are log odds of the rows that are given beforehand; `counts` is how much each row counts.
    """
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-rows @ weights - known))
        slope = rows.T @ (counts * (right - p)) - ridge * weights
        curve = (rows * (counts * p * (1 - p))[:, None]).T @ rows + ridge * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights
