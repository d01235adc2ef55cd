"""What speaks for each place a name can mean, given the article's other toponyms."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, inf, log10
from typing import Any

from diurna.resolve.where.gazetteer import Candidate, kilometres
from diurna.resolve.where.tables import is_capital

FEATURES = (
    "population", "country", "region", "admin1", "admin2", "namesake", "exact", "capital", "stated",
    "country_named", "admin1_named", "home", "company", "neighbours", "near",
)  # fmt: skip
# The distance over which the pull of another place falls to a third.
REACH_KM = 200.0


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says besides a toponym: places it names, and the best guess at each other."""

    countries: frozenset[str]
    divisions: frozenset[tuple[str, str]]
    home: str | None
    others: tuple[Candidate, ...] = ()


def features(one: Candidate, context: Context, stated: frozenset[tuple[str, str | None]]) -> dict[str, float]:
    """Return the features of weights.toml for one candidate; `stated` is what follows the toponym.

    `stated` pairs are (country, division), division None where a country stands there.
    """
    division = (one.country or "", one.admin1 or "")
    nearest = min((kilometres(one, other) for other in context.others), default=inf)
    told = (one.country or "", None) in stated or (division in stated and one.kind != "admin1")
    return {
        "population": log10(one.population + 1) if one.kind == "city" else 0.0,
        one.kind: 1.0,
        "namesake": float(one.namesake),
        "exact": float(one.exact),
        "capital": float(one.kind == "city" and is_capital(one)),
        "stated": float(told and one.kind != "country"),
        "country_named": float(one.kind != "country" and one.country in context.countries),
        "admin1_named": float(one.kind in ("city", "admin2") and division in context.divisions),
        "home": float(context.home is not None and one.country == context.home),
        "company": _share([other.country == one.country for other in context.others]),
        "neighbours": _share(
            [
                one.admin1 is not None and other.admin1 == one.admin1 and other.country == one.country
                for other in context.others
            ]
        ),
        "near": exp(-nearest / REACH_KM),
    } | ({"city": 1.0} if one.kind == "city" else {})


def score(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the sum of the features times their weights."""
    return sum(weights.get(name, 0.0) * value for name, value in values.items())


@cache
def weights() -> dict[str, float]:
    """Return the weights of weights.toml; raises ValueError where one is missing, unknown or no number."""
    return {name: float(value) for name, value in _table("weights").items()}


@cache
def reasons() -> dict[str, str]:
    """Return what each feature says in words where it decides; raises ValueError where one has none."""
    return {name: str(words) for name, words in _table("reasons").items()}


def _table(name: str) -> Mapping[str, Any]:
    """Return a table of weights.toml; raises ValueError where it does not name each feature, and no more."""
    text = files("diurna.resolve.where").joinpath("weights.toml").read_text(encoding="utf-8")
    table: Mapping[str, Any] = tomllib.loads(text)[name]
    if set(table) != set(FEATURES):
        wrong = sorted(set(table) ^ set(FEATURES))
        raise ValueError(f"weights.toml: {', '.join(wrong)}: [{name}] must name each of {', '.join(FEATURES)}")
    return table


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0
