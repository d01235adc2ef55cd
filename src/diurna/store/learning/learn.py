"""Learn from corrected articles: fit on two of three, measure before and after on the third."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import numpy as np

from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.events import find_events, score_of
from diurna.code.weights import Confidence, Score, Weights, use_weights, weights
from diurna.merge import merge_record
from diurna.records import Document, Record
from diurna.resolve import resolve
from diurna.store.corrections.gold import Gold
from diurna.store.evaluating import Score as Measure
from diurna.store.evaluating import compared, scores
from diurna.store.learning.fit import Floats, best_limit, refit
from diurna.store.learning.lessons import Judged, Read, judged, read_again, wanted
from diurna.store.learning.limits import best_limits
from diurna.store.opening import StoreError

NAMES = tuple(one.name for one in fields(Score))
PULL = 8.0  # how strongly a weight is drawn to what it was: as that many examples would
OFTEN = 5  # candidates of a type from which it gets a bias of its own
LEAST = (4, 20)  # articles and judged candidates without which nothing can be learned


class LearningError(StoreError):
    """There is too little to learn from; the message says how much there is and how much it takes."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned: the weights, from how many articles and candidates, and the scores of the held-out articles."""

    weights: Weights
    learned_from: int
    held_out: int
    candidates: int
    right: int
    before: tuple[Measure, ...]
    after: tuple[Measure, ...]
    moved: tuple[tuple[str, float, float], ...]

    @property
    def helps(self) -> bool:
        """Return whether the held-out articles' types come out no worse than before."""
        one, other = ({m.name: m.f1 or 0.0 for m in of}["types"] for of in (self.before, self.after))
        return other >= one

    def report(self) -> dict[str, Any]:
        """Return all but the weights as plain values."""
        told = asdict(replace(self, weights=None))  # type: ignore[arg-type]
        return {name: value for name, value in told.items() if name != "weights"}


def learn(golds: Iterable[Gold], known: Weights) -> Lesson:
    """Return what corrected articles teach, starting from the weights in use; of three articles about one is held out.

    Raises LearningError where there is too little to learn from.
    """
    with _using(known):
        reads = list(read_again(golds))
        taught = [read for read in reads if not read.held_out]
        held = [read for read in reads if read.held_out]
        examples = [one for read in taught for one in judged(read)]
        if len(taught) < LEAST[0] or not held or len(examples) < LEAST[1]:
            raise LearningError(
                f"too little to learn from: {len(taught)} articles with {len(examples)} judged candidates, and "
                f"{len(held)} held out; it takes {LEAST[0]} with {LEAST[1]} and one held out: correct some more"
            )
        made = _fitted(examples, sum(map(wanted, taught)), known)
        before = _measured(held, known)
        after = _measured(held, made)
    right = sum(one.gold is not None for one in examples)
    return Lesson(made, len(taught), len(held), len(examples), right, before, after, tuple(_moved(known, made)))


def _fitted(examples: Sequence[Judged], events: int, known: Weights) -> Weights:
    """Return the weights, the limits and what a score is worth, all fitted on judged candidates."""
    counted = Counter(one.weighed.type for one in examples)
    types = sorted(type for type, count in counted.items() if count >= OFTEN)
    rows = np.array([_row(one, types) for one in examples], float)
    right = np.array([one.gold is not None for one in examples], float)
    start = np.array([*(getattr(known.score, name) for name in NAMES), *(known.types.get(t, 0.0) for t in types)])
    found = refit(rows, right, start, np.full(len(start), PULL))
    score = Score(*(round(float(value), 4) for value in found[: len(NAMES)]))
    biases = {type: round(float(value), 4) for type, value in zip(types, found[len(NAMES) :], strict=True)}
    made = replace(known, score=score, types={**known.types, **biases})
    first = [place for place, one in enumerate(examples) if not one.again]
    chances = np.array([score_of(one.weighed.evidence, one.weighed.type, made) for one in examples])
    limit = best_limit(chances[first], right[first], events, known.limits.event)
    made = replace(made, limits=replace(made.limits, event=limit))
    made = replace(made, limits=best_limits([one for one in examples if one.gold and not one.again], made))
    return replace(made, confidence=_confidence(chances, right, made))


def _row(one: Judged, types: Sequence[str]) -> list[float]:
    told = one.weighed.evidence
    return [*(told.get(name, 0.0) for name in NAMES), *(float(one.weighed.type == type) for type in types)]


def _confidence(chances: Floats, right: Floats, made: Weights) -> Confidence:
    """Return what a score is worth, fitted on the candidates that become events."""
    over = chances >= made.limits.event
    if not over.any():
        return made.confidence
    odds = np.log(chances[over] / (1 - chances[over]))
    rows = np.stack([odds, np.ones(len(odds))], 1)
    known = np.array([made.confidence.slope, made.confidence.shift])
    slope, shift = refit(rows, right[over], known, np.full(2, PULL))
    return Confidence(round(float(slope), 4), round(float(shift), 4))


def _measured(held: Sequence[Read], by: Weights) -> tuple[Measure, ...]:
    with _using(by):
        return tuple(scores([compared(read.gold, _coded(read.document)) for read in held]))


def _coded(document: Document) -> Record:
    """Return the record of a document by the weights in use, as coding it anew would give it."""
    events, attributions, claims = find_events(document), find_attributions(document), find_claims(document)
    return merge_record(resolve(document, events, attributions, claims))


def _moved(known: Weights, made: Weights) -> Iterator[tuple[str, float, float]]:
    """Yield the name of each weight that moved, with what it was and is."""
    for table in ("score", "limits", "confidence"):
        old, new = asdict(getattr(known, table)), asdict(getattr(made, table))
        yield from ((f"{table}.{name}", old[name], new[name]) for name in old if old[name] != new[name])
    for type, value in sorted(made.types.items()):
        if value != known.types.get(type, 0.0):
            yield f"types.{type}", known.types.get(type, 0.0), value


@contextmanager
def _using(by: Weights) -> Iterator[None]:
    """Let weights be used within, and then those that were."""
    before = weights()
    use_weights(by)
    try:
        yield
    finally:
        use_weights(before)
