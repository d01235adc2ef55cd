"""Decode what the event head reads: triggers with their types, statuses, modes, contexts and roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from diurna.annotate.model import Array, Model, Reading, gelu, mean_of, sigmoid, softmax
from diurna.records import TriggerReading

# A word below this is no candidate at all; whether a candidate is an event the code step decides.
FAINTEST = 0.1
UNSURE = 0.5
FURTHEST = 32  # words between trigger and participant beyond which distance tells no more (training/network.py)


# Words of these classes name no event by themselves; beside another word of a trigger they belong to it.
_FUNCTION = frozenset(("ADP", "PART", "AUX", "DET", "PUNCT", "PRON", "SCONJ", "CCONJ"))


def decode_triggers(model: Model, reading: Reading, upos: Sequence[str]) -> tuple[TriggerReading, ...]:
    """Return the candidate triggers of a sentence in order.

    Neighbouring words of one type are one trigger, and so are neighbours of which one has no sure type ("gave up").
    """
    types = softmax(reading.triggers)
    event = 1.0 - types[:, 0]
    if event.max() < FAINTEST:
        return ()
    best, surest = types[:, 1:].argmax(-1), types[:, 1:].max(-1)
    runs: list[list[int]] = []
    for index in np.flatnonzero(event >= FAINTEST).tolist():
        joined = (
            runs
            and runs[-1][-1] == index - 1
            and (best[index - 1] == best[index] or min(surest[index - 1], surest[index]) < UNSURE)
            and (event[index - 1] > 0.5) == (event[index] > 0.5)
        )
        if joined:
            runs[-1].append(index)
        else:
            runs.append([index])
    return tuple(
        _trigger(model, reading, types, run) for run in runs if any(upos[word] not in _FUNCTION for word in run)
    )


def _trigger(model: Model, reading: Reading, types: Array, run: list[int]) -> TriggerReading:
    labels = model.labels
    first, last = run[0], run[-1]
    roles = _roles(model, reading, first, last)
    return TriggerReading(
        first=first,
        last=last,
        types=_likely(labels.types[1:], mean_of(types, first, last)[1:]),
        statuses=_likely(labels.statuses, softmax(mean_of(reading.statuses, first, last))),
        modes=_likely(labels.modes, sigmoid(mean_of(reading.modes, first, last))),
        contexts=_likely(labels.contexts, sigmoid(mean_of(reading.contexts, first, last))),
        actor=tuple(roles[:, 1].tolist()),
        recipient=tuple(roles[:, 2].tolist()),
    )


def _roles(model: Model, reading: Reading, first: int, last: int) -> Array:
    """Return (words, 3): for each word the probability that it is nothing, the actor, the recipient of the trigger."""
    apart = np.arange(len(reading.role_word)) - first
    distance = model.heads["role_distance"][apart.clip(-FURTHEST, FURTHEST) + FURTHEST]
    pairs = gelu(mean_of(reading.role_trigger, first, last) + reading.role_word + distance)
    return softmax(pairs @ model.heads["roles_weight"].T + model.heads["roles_bias"])


def _likely(labels: list[str], probabilities: Array) -> Mapping[str, float]:
    """Return the labels with more than 0.02, and the likeliest in any case."""
    listed = probabilities.tolist()
    least = min(0.02, max(listed))
    return {label: round(p, 4) for label, p in zip(labels, listed, strict=True) if p >= least}
