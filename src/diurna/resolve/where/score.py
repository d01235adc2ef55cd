"""What speaks for each place a name can mean, given the article's other toponyms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, log1p, log10
from typing import Any, NamedTuple

from diurna.resolve.where.astray import VAST
from diurna.resolve.where.gazetteer import Candidate, kilometres
from diurna.resolve.where.tables import is_capital

FEATURES = (
    "population", "country", "region", "admin1", "admin2", "namesake", "exact", "capital", "stated",
    "country_named", "admin1_named", "home", "company", "neighbours", "near", "around",
)  # fmt: skip
# The distance over which the pull of another place falls to a third.
REACH_KM = 200.0
# A first-level division of fewer is weighed as a town is: a parish of Jamaica is hardly meant by "Manchester".
PEOPLE = 250_000
# Degrees north and east of the squares by which names are found that could lie near a place: fifty kilometres or so.
SQUARE = 0.5, 0.65
Square = tuple[int, int]


class Context(NamedTuple):
    """What an article says besides a toponym: places it names, what the others mean (each with its chance, of so many
    names), and which names of the article, this one's (`own`) too, can mean a place in a square."""

    countries: frozenset[str]
    divisions: frozenset[tuple[str, str]]
    home: str | None
    others: tuple[tuple[Candidate, float], ...] = ()
    names: int = 0
    own: frozenset[str] = frozenset()
    squares: Mapping[Square, frozenset[tuple[str, float]]] = {}


def squares_of(names: Iterable[tuple[str, Sequence[Candidate]]]) -> Mapping[Square, frozenset[tuple[str, float]]]:
    """Return which names can mean a town, county or site in each square, of names with what they can mean.

    A name that many places bear says less of where it is: each comes with what it says.
    """
    found: dict[Square, set[tuple[str, float]]] = {}
    for key, candidates in names:
        for one in candidates:
            if (square := _square(one)) is not None:
                found.setdefault(square, set()).add((key, len(candidates) ** -0.5))
    return {square: frozenset(keys) for square, keys in found.items()}


def _square(one: Candidate) -> Square | None:
    local = one.kind in ("city", "admin2") or (one.kind == "region" and one.country is not None)
    if not local or one.approximate or one.latitude is None or one.longitude is None:
        return None
    return int(one.latitude // SQUARE[0]), int(one.longitude // SQUARE[1])


def _around(one: Candidate, context: Context) -> float:
    """Return how much other names of the article that can mean a place in the squares around say, as a logarithm."""
    square = _square(one)
    if square is None:
        return 0.0
    north, east = square
    names: set[tuple[str, float]] = set()
    for n in (north - 1, north, north + 1):
        for e in (east - 1, east, east + 1):
            names |= context.squares.get((n, e), frozenset())
    return log1p(sum(says for key, says in names if key not in context.own))


def features(
    one: Candidate,
    context: Context,
    stated: frozenset[tuple[str, str | None]],
    beside: Sequence[Candidate] = (),
) -> dict[str, float]:
    """Return the features of weights.toml for one candidate; `stated` is what follows the toponym.

    `stated` pairs are (country, division), division None where a country stands there. `beside` are the candidates
    that lie by the county that stands there: where there are any, it is they that are meant.
    """
    return with_others(features_alone(one, context, stated, beside), one, context)


def features_alone(
    one: Candidate, context: Context, stated: frozenset[tuple[str, str | None]], beside: Sequence[Candidate] = ()
) -> dict[str, float]:
    """Return the features but for those that tell what the other names mean, which are 0."""
    division = (one.country or "", one.admin1 or "")
    counted = one.kind != "admin1" or one.population >= PEOPLE
    told = (one.country or "", None) in stated or (division in stated and one.kind != "admin1")
    told = one in beside if beside else told
    return {
        "population": log10(one.population + 1) if one.kind in ("city", "admin1") else 0.0,
        one.kind: float(counted),
        "namesake": float(one.namesake),
        "exact": float(one.exact),
        "capital": float(one.kind == "city" and is_capital(one)),
        "stated": float(told and one.kind != "country"),
        "country_named": float(one.kind != "country" and one.country in context.countries),
        "admin1_named": float(one.kind in ("city", "admin2") and division in context.divisions),
        "home": float(context.home is not None and one.country == context.home),
        "company": 0.0,
        "neighbours": 0.0,
        "near": 0.0,
        "around": _around(one, context),
    } | ({"city": 1.0} if one.kind == "city" else {})


def with_others(alone: Mapping[str, float], one: Candidate, context: Context) -> dict[str, float]:
    """Return a candidate's features with what the other names, as they are understood by now, say of it."""
    others, names, country, admin1 = context.others, max(context.names, 1), one.country, one.admin1
    there = [(other, p) for other, p in others if other.country == country]
    beside = [p for other, p in there if other.admin1 == admin1] if admin1 is not None else []
    # A vast country's middle is nowhere: Geneva in Nebraska is not what an article that names the United States means.
    sited = [(other, chance) for other, chance in others if other.kind != "country" or other.country not in VAST]
    near = max([chance * exp(-kilometres(one, other) / REACH_KM) for other, chance in sited], default=0.0)
    told = {"company": sum([p for _, p in there]) / names, "neighbours": sum(beside) / names, "near": near}
    return {**alone, **told}


def score(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the sum of the features times their weights."""
    return sum([weights.get(name, 0.0) * value for name, value in values.items()])


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
