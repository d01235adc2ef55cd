"""Read CoNLL-U treebanks as training trees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.example import Tree


def read_trees(path: Path) -> Iterator[Tree]:
    """Yield the trees of a CoNLL-U file; empty nodes and the ranges of contractions are passed over."""
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            if not line.strip():
                if rows:
                    yield _tree(rows)
                rows = []
                continue
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                rows.append(row)
    if rows:
        yield _tree(rows)


def _tree(rows: list[list[str]]) -> Tree:
    column = list(zip(*rows, strict=True))
    return Tree(
        words=column[1],
        lemmas=column[2],
        upos=column[3],
        feats=column[5],
        heads=tuple(int(head) - 1 for head in column[6]),
        deprels=column[7],
    )
