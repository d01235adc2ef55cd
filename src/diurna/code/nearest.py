"""Which coded sentences of the corpus a trigger is most like: what an event's `why` shows beside the head's score."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Coded(NamedTuple):
    """A coded trigger of the corpus: its passage's id, its type, the sentence it stands in."""

    passage: str
    type: str
    text: str


class Triggers(NamedTuple):
    """The corpus's triggers of one type: unit vectors (triggers, 416), and what each tells."""

    vectors: NDArray[np.float32]
    coded: tuple[Coded, ...]


@cache
def _corpus_triggers() -> tuple[NDArray[np.int8], list[list[str]]]:
    """Return the vectors of the corpus's triggers and what each tells, as `training.nearest` kept them."""
    with as_file(files("diurna.code") / "nearest.npz") as path, np.load(path) as kept:
        return kept["triggers"], json.loads(kept["told"].tobytes())


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
    vectors, told = _corpus_triggers()
    places = [place for place, (_, type, _) in enumerate(told) if type == kind]
    return Triggers(_unit(vectors[places].astype(np.float32)), tuple(Coded(*told[place]) for place in places))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9), np.float32)
