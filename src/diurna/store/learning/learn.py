"""Learn from corrected articles: fit on two of three, measure before and after on the third."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any

from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.events import find_events
from diurna.code.weights import Weights, use_weights, weights
from diurna.merge import merge_record
from diurna.records import Document, Record
from diurna.resolve import resolve
from diurna.store.corrections.gold import Gold
from diurna.store.evaluating import Score as Measure
from diurna.store.evaluating import compared, scores
from diurna.store.learning.fitting import Taught, fitted
from diurna.store.learning.lessons import Read, judged, read_again, wanted
from diurna.store.opening import StoreError

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
        lessons = [Taught(list(judged(read)), wanted(read)) for read in taught]
        examples = [one for lesson in lessons for one in lesson.examples]
        if len(taught) < LEAST[0] or not held or len(examples) < LEAST[1]:
            raise LearningError(
                f"too little to learn from: {len(taught)} articles with {len(examples)} judged candidates, and "
                f"{len(held)} held out; it takes {LEAST[0]} with {LEAST[1]} and one held out: correct some more"
            )
        if not any(one.gold for one in examples):
            raise LearningError(
                "no candidate of the machine is an event that people have; weights are learned for PLOVER's types only"
            )
        made = fitted(lessons, known)
        before = _measured(held, known)
        after = _measured(held, made)
    right = sum(one.gold is not None for one in examples)
    return Lesson(made, len(taught), len(held), len(examples), right, before, after, tuple(_moved(known, made)))


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
