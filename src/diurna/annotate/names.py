"""Decode names: runs of words that the entity head labels alike."""

from __future__ import annotations

from typing import cast

from diurna.annotate.model import Model, Reading, mean_of, softmax
from diurna.records import Name, NameType


def decode_names(model: Model, reading: Reading) -> tuple[Name, ...]:
    """Return the names of a sentence in order; a run's type is the one its words give most probability together."""
    labels = model.labels.names
    probabilities = softmax(reading.names)
    best = [labels[i] for i in probabilities.argmax(-1).tolist()]
    runs: list[list[int]] = []
    for index, label in enumerate(best):
        if label == "O":
            continue
        # "I" goes on with the run before it, also where its type differs: the type is settled for the run.
        if label[0] == "I" and runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(_name(labels, mean_of(probabilities, run[0], run[-1]).tolist(), run) for run in runs)


def _name(labels: list[str], mean: list[float], run: list[int]) -> Name:
    mass: dict[str, float] = {}
    for label, probability in zip(labels, mean, strict=True):
        if label != "O":
            mass[label[2:]] = mass.get(label[2:], 0.0) + probability
    kind = max(mass, key=mass.__getitem__)
    return Name(run[0], run[-1], cast(NameType, kind), round(mass[kind], 4))
