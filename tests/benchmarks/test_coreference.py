"""The scorer of chains, on examples small enough to count by hand."""

from __future__ import annotations

from itertools import permutations

import pytest
from benchmarks.coreference import b_cubed, best_pairing, ceaf, muc, scores
from hypothesis import given
from hypothesis import strategies as st

KEY = [frozenset({1, 2, 3}), frozenset({4, 5})]
RESPONSE = [frozenset({1, 2}), frozenset({3, 4, 5})]


def test_muc_counts_links() -> None:
    assert muc(KEY, RESPONSE) == (2, 3)  # one link of {1, 2, 3} and that of {4, 5} are kept


def test_b_cubed_counts_mentions() -> None:
    kept, of = b_cubed(KEY, RESPONSE)
    assert (kept, of) == (pytest.approx(2 / 3 + 2 / 3 + 1 / 3 + 1 + 1), 5)


def test_ceaf_pairs_chains_one_to_one() -> None:
    assert ceaf(KEY, RESPONSE) == pytest.approx(4 / 5 + 4 / 5)


def test_the_same_chains_score_one() -> None:
    assert scores([(KEY, KEY)]) == {"MUC": 1, "B3": 1, "CEAFe": 1, "CoNLL": 1}


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_best_pairing_is_the_best_of_all(worth: list[list[float]]) -> None:
    rows, columns = len(worth), 3
    if rows <= columns:
        best = max(sum(worth[r][c] for r, c in enumerate(p)) for p in permutations(range(columns), rows))
    else:
        best = max(sum(worth[r][c] for c, r in enumerate(p)) for p in permutations(range(rows), columns))
    assert best_pairing(worth) == pytest.approx(best)
