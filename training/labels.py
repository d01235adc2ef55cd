"""The label sets of every head, in the order the shipped model knows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from training.example import Tree

NAMES = (
    "O",
    *(f"{edge}-{kind}" for kind in ("person", "organization", "place", "group", "event") for edge in "BI"),
)
STATUSES = ("happened", "future", "hypothetical", "negated", "historical")
ROLES = ("none", "actor", "recipient")
PARTS = ("source", "cue", "content")
TYPES = (
    "none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head's outputs mean. Modes are written TYPE:mode."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprels: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    names: tuple[str, ...] = NAMES
    types: tuple[str, ...] = TYPES
    statuses: tuple[str, ...] = STATUSES
    roles: tuple[str, ...] = ROLES
    parts: tuple[str, ...] = PARTS

    def write(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0), "utf-8")


def labels_of(trees: Iterable[Tree], modes: Iterable[str], contexts: Iterable[str]) -> Labels:
    """Return the label sets of the training trees; bundles and relations seen only once or twice are left out."""
    upos: Counter[str] = Counter()
    feats: Counter[str] = Counter()
    deprels: Counter[str] = Counter()
    for tree in trees:
        upos.update(tree.upos)
        feats.update(tree.feats)
        deprels.update(tree.deprels)
    return Labels(
        upos=tuple(sorted(upos)),
        feats=("_", *sorted(f for f, n in feats.items() if n > 2 and f != "_")),
        deprels=tuple(sorted(d for d, n in deprels.items() if n > 2)),
        modes=tuple(sorted(modes)),
        contexts=tuple(sorted(contexts)),
    )


def read_labels(path: Path) -> Labels:
    """Return the labels that `Labels.write` wrote."""
    return Labels(**{field: tuple(labels) for field, labels in json.loads(path.read_text("utf-8")).items()})
