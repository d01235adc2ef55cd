"""Fit the weights on judged candidates, as strongly as pays on articles that they were not fitted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from diurna.code.events import score_of
from diurna.code.weights import Confidence, Score, Weights
from diurna.store.learning.fit import Floats, best_limit, refit
from diurna.store.learning.lessons import Judged
from diurna.store.learning.limits import best_limits

NAMES = tuple(one.name for one in fields(Score))
PULLS = (8.0, 30.0, 100.0)  # how strongly weights may be drawn to what they were: as that many examples would
CLEARLY = 0.01  # by how much F1 must be better there for the weights to move
FOLDS = 5
OFTEN = 5  # candidates of a type from which it gets a bias of its own


@dataclass(frozen=True, slots=True)
class Taught:
    """What one article teaches: its judged candidates, and how many events it has."""

    examples: Sequence[Judged]
    wanted: int


def fitted(articles: Sequence[Taught], known: Weights) -> Weights:
    """Return the weights, the limits and what a score is worth, all fitted on the articles.

    How strongly the weights are drawn to the known ones is what gives the best F1 of types on articles that they were
    not fitted on, each fifth of the articles in turn; the weights and the least score stay where nothing clearly beats
    them.
    """
    scored = [(_crossed(articles, known, None), 0.0), *((_crossed(articles, known, pull), pull) for pull in PULLS)]
    best, pull = max(scored)
    pull = pull if best >= scored[0][0] + CLEARLY else 0.0
    made = _refitted(articles, known, pull) if pull else known
    examples = [one for article in articles for one in article.examples]
    made = replace(made, limits=best_limits([one for one in examples if one.gold and not one.again], made))
    return replace(made, confidence=_confidence(examples, made))


def _crossed(articles: Sequence[Taught], known: Weights, pull: float | None) -> float:
    """Return the F1 of types on each fifth of the articles by weights fitted on the others; None: by the known ones."""
    same = said = events = 0
    for fold in range(FOLDS):
        others = [one for place, one in enumerate(articles) if place % FOLDS != fold]
        by = known if pull is None else _refitted(others, known, pull)
        for article in articles[fold::FOLDS]:
            found = [o for o in article.examples if not o.again and _chance(o, by) >= by.limits.event]
            same, said = same + sum(o.gold is not None for o in found), said + len(found)
            events += article.wanted
    return 2 * same / max(1, said + events)


def _refitted(articles: Sequence[Taught], known: Weights, pull: float) -> Weights:
    """Return the weights of the evidence, of types, and the least score, fitted on articles."""
    examples = [one for article in articles for one in article.examples]
    counted = Counter(one.weighed.type for one in examples)
    types = sorted(type for type, count in counted.items() if count >= OFTEN)
    rows = np.array([_row(one, types) for one in examples], float)
    right = np.array([one.gold is not None for one in examples], float)
    start = np.array([*(getattr(known.score, name) for name in NAMES), *(known.types.get(t, 0.0) for t in types)])
    found = refit(rows, right, start, np.full(len(start), pull))
    score = Score(*(round(float(value), 4) for value in found[: len(NAMES)]))
    biases = {type: round(float(value), 4) for type, value in zip(types, found[len(NAMES) :], strict=True)}
    made = replace(known, score=score, types={**known.types, **biases})
    first = [one for one in examples if not one.again]
    chances = np.array([_chance(one, made) for one in first])
    told = np.array([one.gold is not None for one in first], float)
    limit = best_limit(chances, told, sum(one.wanted for one in articles), known.limits.event)
    return replace(made, limits=replace(made.limits, event=limit))


def _chance(one: Judged, by: Weights) -> float:
    return score_of(one.weighed.evidence, one.weighed.type, by)


def _row(one: Judged, types: Sequence[str]) -> list[float]:
    told = one.weighed.evidence
    return [*(told.get(name, 0.0) for name in NAMES), *(float(one.weighed.type == type) for type in types)]


def _confidence(examples: Sequence[Judged], made: Weights) -> Confidence:
    """Return what a score is worth, fitted on the candidates that become events."""
    over = [one for one in examples if _chance(one, made) >= made.limits.event]
    if not over:
        return made.confidence
    chances: Floats = np.array([_chance(one, made) for one in over])
    rows = np.stack([np.log(chances / (1 - chances)), np.ones(len(over))], 1)
    right = np.array([one.gold is not None for one in over], float)
    known = np.array([made.confidence.slope, made.confidence.shift])
    slope, shift = refit(rows, right, known, np.full(2, PULLS[0]))
    return Confidence(round(float(slope), 4), round(float(shift), 4))
