"""The language model: one encoder pass, everything that is computed once for each word."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import cache, partial
from importlib.resources import as_file, files
from threading import Lock, Thread

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from diurna.annotate.pieces import Pieces, batched, pieces_of

Array = NDArray[np.float32]

# Pieces in a batch: on two cores larger batches are no faster, and they hold more memory.
BATCH_PIECES = 2400
# A sentence is at most so many times as long as the shortest of its batch: padding is read like text.
PADDED = 1.3


@dataclass(frozen=True, slots=True)
class Labels:
    """What the outputs of each head mean, in order."""

    upos: list[str]
    feats: list[str]
    deprels: list[str]
    modes: list[str]
    contexts: list[str]
    names: list[str]
    types: list[str]
    statuses: list[str]
    roles: list[str]
    parts: list[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The heads' outputs for one sentence of n words: logits (n, labels), or projections for the pair scorers."""

    upos: Array
    feats: Array
    dependent: Array
    governor: Array  # (1 + n, 256), the root first; label_governor likewise
    label_dependent: Array
    label_governor: Array
    names: Array
    triggers: Array
    statuses: Array
    modes: Array
    contexts: Array
    role_trigger: Array
    role_word: Array
    parts: Array
    words: Array  # the vectors themselves, for probes of one's own types and for what a trigger is like


_OUTPUTS = [field.name for field in fields(Reading)]


class Model:
    """The shipped network; holds an onnxruntime session, so make one and keep it.

    Each of its `threads` (default: one for each core) runs batches of its own: threads that share a batch would wait
    for each other several hundred times in it, and on cores that decoding and coding keep busy too those waits add up.
    """

    def __init__(self, threads: int | None = None) -> None:
        folder = files("diurna.annotate") / "model"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.threads = threads or len(os.sched_getaffinity(0))
        self._runners = ThreadPoolExecutor(self.threads)
        with as_file(folder / "model.onnx") as path:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.labels = Labels(**json.loads((folder / "labels.json").read_text("utf-8")))
        with as_file(folder / "heads.npz") as path, np.load(path) as arrays:
            self.heads: dict[str, Array] = dict(arrays)

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Reading]:
        """Return the heads' outputs for each sentence, given as words; sentences of like length run together."""
        pieces = pieces_of(self._tokenizer, sentences)
        readings: dict[int, Reading] = {}
        batches = list(_batches(pieces))[::-1]  # the longest first, so that the threads end together
        for rows, found in zip(batches, self._runners.map(partial(self._run, pieces), batches), strict=True):
            readings.update(zip(rows, found, strict=True))
        return [readings[row] for row in range(len(sentences))]

    def _run(self, pieces: Sequence[Pieces], rows: Sequence[int]) -> list[Reading]:
        """Return the readings of one batch."""
        ids, mask, first, shape = batched([pieces[row] for row in rows])
        outputs = self._session.run(_OUTPUTS, {"pieces": ids, "mask": mask, "first": first, "shape": shape})
        counts = [len(pieces[row].first) for row in rows]
        return [
            Reading(*[
                output[place, : count + 1 if "governor" in name else count]
                for name, output in zip(_OUTPUTS, outputs, strict=True)
            ])
            for place, count in enumerate(counts)
        ]  # fmt: skip


def _batches(pieces: Sequence[Pieces]) -> Iterator[list[int]]:
    """Yield the rows of each batch: sentences sorted by length, no batch over BATCH_PIECES or much padded."""
    batch: list[int] = []
    for row in sorted(range(len(pieces)), key=lambda row: len(pieces[row].ids)):
        length = len(pieces[row].ids)
        if batch and ((len(batch) + 1) * length > BATCH_PIECES or length > PADDED * len(pieces[batch[0]].ids) + 2):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def model() -> Model:
    """Return the one model of this process; loading takes some 100 ms."""
    with _LOADING:
        return _loaded()


def begin_loading() -> None:
    """Load the model beside what the caller does next: most of it needs no interpreter."""
    Thread(target=model, daemon=True).start()


_LOADING = Lock()


@cache
def _loaded() -> Model:
    return Model()


def gelu(x: Array) -> Array:
    """Return the Gaussian error linear unit of x, by its tanh form (Hendrycks and Gimpel 2016)."""
    y = 0.044715 * x  # worked out in one array: making a new one for each term would take as long as the rest
    y *= x
    y *= x
    y += x
    y *= 0.7978845608
    np.tanh(y, out=y)
    y += 1.0
    y *= 0.5 * x
    return y.astype(np.float32, copy=False)


def mean_of(x: Array, first: int, last: int) -> Array:
    """Return the mean of rows `first..last`; a single row, as most names and triggers have, is its own."""
    if first == last:
        return np.asarray(x[first], np.float32)
    return np.asarray(np.add.reduce(x[first : last + 1], 0) / (last + 1 - first), np.float32)


def softmax(x: Array) -> Array:
    """Return probabilities over the last axis."""
    raised = np.exp(x - np.maximum.reduce(x, -1, keepdims=True))
    raised /= np.add.reduce(raised, -1, keepdims=True)
    return np.asarray(raised, np.float32)


def sigmoid(x: Array) -> Array:
    """Return independent probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-x)), np.float32)
