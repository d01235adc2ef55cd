"""Weights that were fitted to coded articles: read from their file, and how likely they make a thing."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files


def fitted_weights(package: str, name: str, needed: Iterable[str]) -> Mapping[str, float]:
    """Return the weights of a package's TOML file by name, those of types and the limits among them.

    Raises ValueError, with the file, naming one of `needed` that is missing or no number.
    """
    tables = tomllib.loads((files(package) / name).read_text("utf-8"))
    made = {**tables.get("evidence", {}), **tables.get("types", {}), **tables.get("limits", {})}
    place = "/".join([*package.split(".")[1:], name])
    for one in needed:
        if not isinstance(made.get(one), int | float):
            raise ValueError(f"{place}: {one} must be a number; write {one} = 0.5")
    return made


def chance(told: Mapping[str, float], type: str, by: Mapping[str, float]) -> float:
    """Return how likely the evidence makes a thing of an event of a type: the logistic function of its weighted sum."""
    odds = sum([by[name] * value for name, value in told.items()]) + by.get(type, 0.0)
    return 1 / (1 + math.exp(-odds))
