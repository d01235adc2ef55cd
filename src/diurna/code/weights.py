"""The weights of weights.toml: how the lexicon and the trained head are combined."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Score:
    """Weights of the evidence for an event, as log odds."""

    constant: float
    main: float
    under: float
    noun: float
    politics: float
    nature: float
    head: float
    type: float
    agrees: float
    disagrees: float
    slot: float
    lexicon_alone: float
    slot_alone: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Probabilities from which something counts."""

    event: float
    participant: float
    supported: float
    status: float
    untensed: float
    mode: float
    context: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """What a score is worth: confidence is the logistic function of slope times its log odds plus shift."""

    slope: float
    shift: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights of the code step; `types` are log odds that are added for an event's type (none: 0)."""

    score: Score
    limits: Limits
    confidence: Confidence
    types: Mapping[str, float] = field(default_factory=dict)


_TABLES = (("score", Score), ("limits", Limits), ("confidence", Confidence))
_used: Weights | None = None


def weights() -> Weights:
    """Return the weights in use: those learned from corrections where `use_weights` was given some, else the package's.

    Raises ValueError naming the one that is missing or no number.
    """
    return _used or _packaged()


def use_weights(learned: Weights | None) -> None:
    """Let these weights be used in this process; None: the package's own again."""
    global _used
    _used = learned


def weights_of(text: str, name: str) -> Weights:
    """Return the weights in a TOML text; raises ValueError, with its name, for one that is missing or no number."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: no TOML ({error}); write it as weights.toml is written") from error
    made: dict[str, dict[str, float]] = {}
    for table, kind in _TABLES:
        values = tables.get(table, {})
        for one in fields(kind):
            if not isinstance(values.get(one.name), int | float):
                raise ValueError(f"{name}: [{table}] {one.name} must be a number; write {one.name} = 0.5")
        made[table] = {one.name: float(values[one.name]) for one in fields(kind)}
    types = tables.get("types", {})
    for type, value in types.items():
        if not isinstance(value, int | float):
            raise ValueError(f"{name}: [types] {type} must be a number; write {type} = 0.1")
    return Weights(
        Score(**made["score"]), Limits(**made["limits"]), Confidence(**made["confidence"]), dict(types)
    )  # fmt: skip


def weights_toml(by: Weights, head: str = "") -> str:
    """Return weights as the text of a TOML file, which `weights_of` reads; `head` is a comment at its top."""
    lines = [f"# {line}" for line in head.splitlines()]
    for table, kind in _TABLES:
        lines += [
            "",
            f"[{table}]",
            *(f"{one.name} = {getattr(getattr(by, table), one.name):.4g}" for one in fields(kind)),
        ]
    lines += ["", "[types]", *(f"{json.dumps(type)} = {value:.4g}" for type, value in sorted(by.types.items()))]
    return "\n".join(lines).lstrip("\n") + "\n"


@cache
def _packaged() -> Weights:
    return weights_of((files("diurna.code") / "weights.toml").read_text("utf-8"), "weights.toml")
