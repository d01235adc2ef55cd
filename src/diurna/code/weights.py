"""The weights of weights.toml: how the lexicon and the trained head are combined."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Score:
    """Weights of the evidence for an event, as log odds."""

    constant: float
    main: float
    politics: float
    head: float
    type: float
    agrees: float
    disagrees: float
    slot: float
    lexicon_alone: float
    slot_alone: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Probabilities from which something counts; `entry` is what an entry adds to the probability of its type."""

    event: float
    entry: float
    participant: float
    supported: float
    status: float
    mode: float
    context: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """What a score is worth: confidence is the logistic function of slope times its log odds plus shift."""

    slope: float
    shift: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights of the code step."""

    score: Score
    limits: Limits
    confidence: Confidence


@cache
def weights() -> Weights:
    """Return the weights; raises ValueError naming the one that is missing or no number."""
    tables = tomllib.loads((files("diurna.code") / "weights.toml").read_text("utf-8"))
    made: dict[str, dict[str, float]] = {}
    for table, kind in (("score", Score), ("limits", Limits), ("confidence", Confidence)):
        values = tables.get(table, {})
        for field in fields(kind):
            if not isinstance(values.get(field.name), int | float):
                raise ValueError(f"weights.toml: [{table}] {field.name} must be a number; write {field.name} = 0.5")
        made[table] = {field.name: float(values[field.name]) for field in fields(kind)}
    return Weights(Score(**made["score"]), Limits(**made["limits"]), Confidence(**made["confidence"]))
