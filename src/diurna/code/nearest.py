"""Which coded sentences of the corpus a trigger is most like: what an event's `why` shows beside the head's score."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded trigger of the corpus: its passage's id, its type, the sentence it stands in."""

    passage: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Triggers:
    """The corpus's triggers: unit vectors (triggers, 416), and what each tells."""

    vectors: NDArray[np.float32]
    coded: tuple[Coded, ...]


@cache
def corpus_triggers() -> Triggers:
    """Return the triggers of the corpus's training part, as `training.nearest` kept them."""
    with as_file(files("diurna.code") / "nearest.npz") as path, np.load(path) as kept:
        vectors = _unit(kept["triggers"].astype(np.float32))
        told = json.loads(kept["told"].tobytes())
    return Triggers(vectors, tuple(Coded(*one) for one in told))


def nearest(vectors: NDArray[np.float32], first: int, last: int, kind: str) -> Coded | None:
    """Return the coded trigger of type `kind` that words `first..last` are most like; None where there is none."""
    triggers = _of_kind(kind)
    if not triggers.coded:
        return None
    # Of one vector `_unit` takes longer than all the rest.
    here = vectors[first] if first == last else vectors[first : last + 1].mean(0)
    here = here / (np.sqrt(np.add.reduce(here * here)) + np.float32(1e-9))
    return triggers.coded[int((triggers.vectors @ here).argmax())]


@cache
def _of_kind(kind: str) -> Triggers:
    triggers = corpus_triggers()
    places = [place for place, coded in enumerate(triggers.coded) if coded.type == kind]
    return Triggers(triggers.vectors[places], tuple(triggers.coded[place] for place in places))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9), np.float32)
