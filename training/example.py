"""What the readers of the training data make: a sentence's words and the labels that its source carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Tree:
    """A treebank sentence. `heads` are indices, -1 at the root."""

    words: tuple[str, ...]
    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence with names. Each word has the set of labels its source allows: more than one where it cannot say.

    `penn` are the words' Penn tags, empty where the source has none.
    """

    words: tuple[str, ...]
    allowed: tuple[tuple[str, ...], ...]
    penn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One event of a coded sentence, in word indices. `roles` is None where the coding gives none for this mention."""

    trigger: tuple[int, ...]
    type: str
    status: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    roles: tuple[tuple[int, str], ...] | None


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence coded in PLOVER."""

    words: tuple[str, ...]
    events: tuple[CodedEvent, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence with attributions: for each part (source, cue, content) the label of each word: O, B or I."""

    words: tuple[str, ...]
    parts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


Example = Tree | Named | Coded | Spoken


@dataclass(frozen=True, slots=True)
class Taught:
    """What the teacher reads in a sentence: for each head every word's two likeliest labels and their probability.

    `labels` and `chances` (words, 2) by head: upos, feats, names, triggers, source, cue, content, and `heads` (index
    plus one, 0 for the root) with `deprels` at the likeliest of these. Chances are of 255. `events` are those at
    the triggers it finds.
    """

    labels: Mapping[str, NDArray[np.int16]]
    chances: Mapping[str, NDArray[np.uint8]]
    events: tuple[CodedEvent, ...]
