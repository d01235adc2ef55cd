"""Decode a dependency tree: the best tree with one root, by Chu-Liu and Edmonds where greedy heads make none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from diurna.annotate.model import Array, Model, Reading, gelu

# What a nominal with a preposition, or with a possessive's mark, cannot be (Universal Dependencies v2, `case`).
_CORE = ("nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "compound", "amod", "det", "nmod:poss")
_ONCE = ("nsubj", "nsubj:pass", "obj", "iobj", "cop", "nmod:poss")  # a word has at most one of each


def decode_tree(model: Model, reading: Reading, upos: Sequence[str]) -> tuple[list[int], list[str]]:
    """Return each word's head (an index, -1 at the one root) and its relation.

    Relations that contradict each other give way to the next likely: "on Iran" is no object, and of two subjects of
    one verb the less likely is something else.
    """
    scores = reading.dependent @ reading.governor.T
    heads = best_tree(scores)
    pairs = gelu(reading.label_dependent + reading.label_governor[np.array(heads) + 1])
    labels = pairs @ model.heads["deprels_weight"].T + model.heads["deprels_bias"]
    names = model.labels.deprels
    root = names.index("root")
    labels[:, root] = -1e9
    _agree(labels, heads, upos, names)
    best = labels.argmax(-1).tolist()
    return heads, ["root" if head < 0 else names[label] for head, label in zip(heads, best, strict=True)]


def _agree(labels: Array, heads: Sequence[int], upos: Sequence[str], names: Sequence[str]) -> None:
    """Bar, in the scores (words, relations), those relations that others rule out."""
    place = _places(tuple(names))
    case, core = place["case"], [place[name] for name in _CORE if name in place]
    best = labels.argmax(-1).tolist()
    for word, head in enumerate(heads):
        if best[word] != case or head < 0 or upos[head] not in ("NOUN", "PROPN", "PRON", "NUM"):
            continue
        if upos[word] == "ADP" and word < head:
            labels[head, core] = -1e9
        elif upos[word] == "PART" and word > head:
            barred = np.ones(len(names), bool)
            barred[[place["nmod:poss"], place["root"]]] = False
            labels[head, barred] = -1e9
    once = {place[name] for name in _ONCE}
    taken: dict[tuple[int, int], int] = {}
    for word, label in enumerate(labels.argmax(-1).tolist()):
        if label not in once:
            continue
        other = taken.setdefault((heads[word], label), word)
        if other != word:
            loser = min(word, other, key=lambda one: _lead(labels[one], label))
            labels[loser, label] = -1e9
            taken[heads[word], label] = word + other - loser


@cache
def _places(names: tuple[str, ...]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _lead(scores: Array, label: int) -> float:
    """Return by how much a word's best label, which is `label`, is ahead of the next."""
    return float(scores[label] - np.partition(scores, -2)[-2])


def best_tree(scores: Array) -> list[int]:
    """Return the heads of the highest-scoring tree with exactly one root.

    `scores` is (words, 1 + words): column 0 is the root, column j + 1 the word j.
    """
    count = len(scores)
    scores = scores.astype(np.float64)
    scores.reshape(-1)[1 :: count + 2] = -1e9  # no word is its own head
    heads: list[int] = scores.argmax(-1).tolist()
    if heads.count(0) == 1 and not _cycle(heads):
        return [head - 1 for head in heads]
    # One root: try as the root each of the words that want it most, all others barred from it.
    tries = np.argsort(scores[:, 0] - np.delete(scores, 0, 1).max(-1, initial=-1e9))[::-1][:4]
    best: tuple[float, list[int]] = (-np.inf, [])
    for root in tries:
        barred = scores.copy()
        barred[:, 0] = -1e9
        barred[root] = -1e9
        barred[root, 0] = scores[root, 0]
        heads = _spanning(barred)
        total = float(barred[np.arange(count), heads].sum())
        if total > best[0]:
            best = (total, heads)
    return [head - 1 for head in best[1]]


def _cycle(heads: list[int]) -> list[int]:
    """Return the words (rows) of a cycle among heads (columns: word + 1, 0 the root), or nothing."""
    colour = [0] * len(heads)
    for begin in range(len(heads)):
        path, word = [], begin
        while word >= 0 and colour[word] == 0:
            colour[word] = 1
            path.append(word)
            word = heads[word] - 1
        if word >= 0 and colour[word] == 1 and word in path:
            return path[path.index(word) :]
        for passed in path:
            colour[passed] = 2
    return []


def _spanning(scores: Array) -> list[int]:
    """Return the head column of each row in the maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967)."""
    heads: list[int] = scores.argmax(-1).tolist()
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [row for row in range(len(scores)) if row not in inside]
    # Contract the cycle to one last row and column: entering it at `row` breaks that row's arc of the cycle.
    broken = scores[cycle] - scores[cycle, [heads[row] for row in cycle]][:, None]
    columns = [0, *(row + 1 for row in rest)]
    entering = broken[:, columns]
    leaving = scores[np.ix_(rest, [row + 1 for row in cycle])]
    small = np.full((len(rest) + 1, len(rest) + 2), -1e18)
    small[:-1, :-1] = scores[np.ix_(rest, columns)]
    small[:-1, -1] = leaving.max(-1) if rest else 0
    small[-1, :-1] = entering.max(0)
    solved = _spanning(small)
    for place, row in enumerate(rest):
        found = solved[place]
        heads[row] = cycle[int(leaving[place].argmax())] + 1 if found == len(rest) + 1 else columns[found]
    entry = cycle[int(entering[:, solved[-1]].argmax())]
    heads[entry] = columns[solved[-1]]
    return heads
