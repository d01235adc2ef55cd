"""Trees are decoded as trees: one root, no cycle, the highest score."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from diurna.annotate.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word >= 0:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return True


def total(scores: np.ndarray, heads: tuple[int, ...] | list[int]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


def test_greedy_heads_that_are_a_tree_are_kept() -> None:
    scores = np.array([[0, -9, 5, 0], [9, 0, -9, 0], [0, 0, 5, -9]], np.float32)
    assert best_tree(scores) == [1, -1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # Words 0 and 1 want each other; word 0 gives way to the root, since it loses less.
    scores = np.array([[4, -9, 5], [1, 6, -9]], np.float32)
    assert best_tree(scores) == [-1, 0]


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_no_tree_with_one_root_scores_higher(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    found = best_tree(scores.copy())
    assert is_tree(found)
    trees = [h for h in product(range(-1, count), repeat=count) if is_tree(list(h))]
    best = max(total(scores, h) for h in trees if all(h[i] != i for i in range(count)))
    assert total(scores, found) >= best - 1e-4
