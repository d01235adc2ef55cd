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
CLEARLY = 2.0  # by how many times what chance would give the fields must come out better before a limit is moved


def best_limits(examples: Sequence[Judged], by: Weights) -> Limits:
    """Return the limits with which the fields of right candidates come nearest to the gold, one limit after another.

    A limit is moved only where that is clearly more than chance: the sum of what the examples gain is over twice the
    root of the sum of their squares.
    """
    limits = by.limits
    for name, (values, measures) in TRIED.items():
        now = _good(examples, replace(by, limits=limits), measures)
        best, most = limits, CLEARLY
        for value in values:
            tried = replace(limits, **{name: value})
            gains = [a - b for a, b in zip(_good(examples, replace(by, limits=tried), measures), now, strict=True)]
            clearly = sum(gains) / (sum(gain * gain for gain in gains) ** 0.5 or 1.0)
            if clearly > most:
                best, most = tried, clearly
        limits = best
    return limits


def _good(examples: Sequence[Judged], by: Weights, measures: Sequence[str]) -> list[float]:
    """Return for each example how many values are the same as the gold's, less half of those that only one has."""
    good = []
    for one in examples:
        assert one.gold is not None
        made = tallies([_placed(one.weighed.event(by=by), one.gold)], [one.gold])
        good.append(sum(made[m].same - (made[m].said + made[m].gold - 2 * made[m].same) / 2 for m in measures))
    return good


def _placed(event: Event, gold: Event) -> Event:
    """Return the event at the gold's words, so that its fields are compared even where a mention tells it."""
    return replace(event, trigger=gold.trigger)
