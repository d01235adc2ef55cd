"""The limits from which a status, a mode or a participant counts: moved where people's fields say so clearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diurna.code.weights import Limits, Weights
from diurna.records import Event
from diurna.store.evaluating.matching import tallies
from diurna.store.learning.lessons import Judged

# For each limit the values that are tried, and the fields by which they are judged.
TRIED: dict[str, tuple[tuple[float, ...], tuple[str, ...]]] = {
    "status": ((0.4, 0.5, 0.6, 0.7, 0.8, 0.9), ("status",)),
    "mode": ((0.2, 0.3, 0.4, 0.5, 0.6), ("modes",)),
    "participant": ((0.45, 0.55, 0.65, 0.75, 0.85), ("actors", "recipients")),
    "supported": ((0.05, 0.15, 0.25, 0.35), ("actors", "recipients")),
}
CLEARLY = 2  # values that must come out better before a limit is moved


def best_limits(examples: Sequence[Judged], by: Weights) -> Limits:
    """Return the limits with which the fields of right candidates come nearest to the gold, one limit after another."""
    limits = by.limits
    for name, (values, measures) in TRIED.items():
        tried = {
            value: _good(examples, replace(by, limits=replace(limits, **{name: value})), measures) for value in values
        }
        now = _good(examples, replace(by, limits=limits), measures)
        best = max(tried, key=tried.__getitem__, default=getattr(limits, name))
        if tried[best] >= now + CLEARLY:
            limits = replace(limits, **{name: best})
    return limits


def _good(examples: Sequence[Judged], by: Weights, measures: Sequence[str]) -> float:
    """Return how many values of the fields are the same as the gold's, less half of those that only one has."""
    good = 0.0
    for one in examples:
        assert one.gold is not None
        told = _placed(one.weighed.event(by=by), one.gold)
        made = tallies([told], [one.gold])
        good += sum(made[m].same - (made[m].said + made[m].gold - 2 * made[m].same) / 2 for m in measures)
    return good


def _placed(event: Event, gold: Event) -> Event:
    """Return the event at the gold's words, so that its fields are compared even where a mention tells it."""
    return replace(event, trigger=gold.trigger)
