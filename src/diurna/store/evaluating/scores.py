"""How right the machine is on corrected articles: precision, recall and F1 with intervals by article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diurna.records import Event, Record
from diurna.store.corrections.gold import Gold
from diurna.store.corrections.sheet import sheet_of
from diurna.store.evaluating.matching import MEASURES, Tally, tallies, type_tallies

DRAWS = 1000

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Score:
    """A measure with its 95 % intervals (None with one article); `said` and `gold` count values in both codings.

    Precision is None where the machine says nothing, recall where the gold has nothing.
    """

    name: str
    same: int
    said: int
    gold: int
    precision: float | None
    recall: float | None
    f1: float | None
    precision_interval: Interval | None
    recall_interval: Interval | None
    f1_interval: Interval | None


def compared(one: Gold, machine: Record | None = None) -> tuple[Sequence[Event], Sequence[Event]]:
    """Return the machine's events and the gold ones that are to be compared in an article.

    Of an article that nobody called done only the events count that somebody touched: of the others nobody said
    whether they are right. `machine` is another coding of the article than the store's.
    """
    said = (machine or one.machine).events
    gold = one.shown.record.events
    if one.whole:
        return said, gold
    touched = set(one.touched)
    sheet = sheet_of(machine or one.machine, touched)
    strictly = {c.anchor for c in one.corrections if c.kind in ("reject", "add")}
    met = [sheet.meant(anchor, strictly=anchor in strictly) for anchor in touched]
    ids = {told.event.id for told in met if told is not None}
    return [e for e in said if e.id in ids], [e for e in gold if one.shown.anchors[e.id] in touched]


def scores(codings: Iterable[tuple[Sequence[Event], Sequence[Event]]], seed: int = 0) -> list[Score]:
    """Return a score for each of MEASURES over articles, given as the machine's events and the gold ones.

    The intervals are those of 1000 draws of as many articles, with replacement.
    """
    return _scores(MEASURES, [tallies(said, gold) for said, gold in codings], seed)


def type_scores(codings: Iterable[tuple[Sequence[Event], Sequence[Event]]], seed: int = 0) -> list[Score]:
    """Return a score for each type that the machine or the gold has, those that the gold has most of first."""
    made = list(codings)
    counted = [type_tallies(said, gold) for said, gold in made]
    events = Counter(event.type for _, gold in made for event in gold)
    types = sorted({type for one in counted for type in one}, key=lambda type: (-events[type], type))
    return _scores(types, counted, seed)


def _scores(names: Sequence[str], counted: Sequence[Mapping[str, Tally]], seed: int) -> list[Score]:
    none = Tally()
    table = np.array([[_row(one.get(name, none)) for name in names] for one in counted], float)
    table = table.reshape(len(counted), len(names), 3)
    draws = None
    if len(counted) > 1:
        drawn = np.random.default_rng(seed).integers(0, len(counted), (DRAWS, len(counted)))
        draws = np.array([table[rows].sum(0) for rows in drawn])
    return [_score(name, table[:, at].sum(0), None if draws is None else draws[:, at]) for at, name in enumerate(names)]


def _row(tally: Tally) -> tuple[int, int, int]:
    return tally.same, tally.said, tally.gold


def _score(name: str, counts: NDArray[np.float64], draws: NDArray[np.float64] | None) -> Score:
    same, said, gold = counts
    shares = (same / said if said else None, same / gold if gold else None)
    f1 = 2 * same / (said + gold) if said + gold else None
    intervals: list[Interval | None] = [None, None, None]
    if draws is not None:
        parts = ((draws[:, 0], draws[:, 1]), (draws[:, 0], draws[:, 2]), (2 * draws[:, 0], draws[:, 1] + draws[:, 2]))
        intervals = [_interval(over, under) for over, under in parts]
    return Score(name, int(same), int(said), int(gold), *shares, f1, *intervals)


def _interval(over: NDArray[np.float64], under: NDArray[np.float64]) -> Interval | None:
    shares = over[under > 0] / under[under > 0]
    if not len(shares):
        return None
    low, high = np.percentile(shares, [2.5, 97.5])
    return float(low), float(high)
