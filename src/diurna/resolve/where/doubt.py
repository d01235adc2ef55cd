"""What decided which place a name means, and what else it can mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from diurna.records import PossiblePlace
from diurna.resolve.where.gazetteer import Candidate
from diurna.resolve.where.score import reasons

# A place that has less of a share than this had no chance, and of the others the first five are told.
CHANCE, MOST = 0.01, 5
ALONE = "no other place of this name"


class Weighed(NamedTuple):
    """A place that a name can mean, the features it has in its article, and their weighted sum."""

    place: Candidate
    features: Mapping[str, float]
    score: float


def possible(ranked: Sequence[Weighed]) -> tuple[PossiblePlace, ...]:
    """Return the places that had a chance, the best first, with their shares; empty where only one had.

    The weights are those of a conditional logit (training/place_weights.py), so the shares are those it gives: the
    exponential of a score, divided by the sum of all. They do not know of places that the gazetteer lacks.
    """
    pull = [exp(one.score - ranked[0].score) for one in ranked]
    shares = [each / sum(pull) for each in pull]
    told = [(one.place, share) for one, share in zip(ranked, shares, strict=True) if share >= CHANCE][:MOST]
    if len(told) < 2:
        return ()
    return tuple(
        PossiblePlace(p.name, p.latitude, p.longitude, p.country, p.admin1, p.geonames, round(share, 3))
        for p, share in told
    )


def decided_by(ranked: Sequence[Weighed], by: Mapping[str, float]) -> str:
    """Return in words what set the first place most apart from the second (the table [reasons] of weights.toml)."""
    if len(ranked) < 2:
        return ALONE
    first, second = ranked[0].features, ranked[1].features
    apart = {name: by.get(name, 0.0) * (first.get(name, 0.0) - second.get(name, 0.0)) for name in reasons()}
    most = max(apart, key=lambda name: apart[name])
    return reasons()[most] if apart[most] > 0 else "first of equals"
