"""How far two people agree on the events that both looked at: Cohen's kappa and Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from diurna.records import Event
from diurna.store.corrections.correction import Anchor, Correction
from diurna.store.corrections.gold import Gold
from diurna.store.corrections.shown import Shown, shown
from diurna.store.evaluating.matching import pairs

NONE = "no event"

Labels = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class View:
    """An article as one person has it: the machine's record with what that person said of it."""

    who: str
    shown: Shown
    touched: frozenset[Anchor]
    rejected: frozenset[Anchor]

    def judged(self, words: Anchor) -> bool:
        """Return whether the person said anything of an event at the words."""
        return self.shown.whole is not None or any(_meet(words, anchor) for anchor in self.touched)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people agree on one thing, over the events that both looked at.

    `observed` is the share on which they agree; `kappa` and `alpha` are None where all have one label only.
    """

    one: str
    other: str
    what: str
    articles: int
    units: int
    observed: float
    kappa: float | None
    alpha: float | None


def views_of(gold: Gold, name: str = "") -> list[View]:
    """Return the article as each person has it who corrected it; `name` is put behind their names."""
    return [_view(gold, who, f"{who}{name}") for who in gold.people]


def agreements(articles: Iterable[Sequence[View]]) -> list[Agreement]:
    """Return how far each two people agree on type (or that there is no event) and on status, over all articles."""
    labels: dict[tuple[str, str], dict[str, Labels]] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for views in articles:
        for one, other in combinations(sorted(views, key=lambda view: view.who), 2):
            units = list(_units(one, other))
            if not units:
                continue
            pair = (one.who, other.who)
            made = labels.setdefault(pair, {"type": [], "status": []})
            counted[pair] += 1
            made["type"] += [(_label(a), _label(b)) for a, b in units]
            made["status"] += [(a.status, b.status) for a, b in units if a is not None and b is not None]
    return [
        Agreement(*pair, what, counted[pair], len(told), _observed(told), kappa(told), alpha(told))
        for pair, made in sorted(labels.items())
        for what, told in made.items()
        if told
    ]


def kappa(labels: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two people's labels, from -1 to 1; None where chance alone makes them agree wholly."""
    ones, others = Counter(a for a, _ in labels), Counter(b for _, b in labels)
    chance = sum(ones[label] * others[label] for label in ones) / len(labels) ** 2
    return None if chance == 1 else (_observed(labels) - chance) / (1 - chance)


def alpha(labels: Sequence[tuple[str, str]]) -> float | None:
    """Return Krippendorff's alpha of two people's nominal labels; None where there is one label only."""
    values = Counter(label for pair in labels for label in pair)
    total = sum(values.values())
    expected = sum(n * (total - n) for n in values.values()) / (total * (total - 1))
    return None if expected == 0 else 1 - (1 - _observed(labels)) / expected


def _observed(labels: Sequence[tuple[str, str]]) -> float:
    return sum(a == b for a, b in labels) / len(labels)


def _view(gold: Gold, who: str, name: str) -> View:
    mine = [one for one in gold.corrections if one.who == who]
    return View(name, shown(gold.machine, mine), frozenset(_anchors(mine)), frozenset(_anchors(mine, "reject")))


def _anchors(corrections: Iterable[Correction], kind: str | None = None) -> Iterator[Anchor]:
    for one in corrections:
        if one.anchor is not None and one.kind in ((kind,) if kind else ("confirm", "reject", "change", "add")):
            yield one.anchor


def _units(one: View, other: View) -> Iterator[tuple[Event | None, Event | None]]:
    """Yield each event that both looked at as either has it; None for who has none there."""
    mine, theirs = one.shown.record.events, other.shown.record.events
    both = pairs(mine, theirs)
    for a, b in both:
        if one.judged(one.shown.anchors[a.id]) and other.judged(other.shown.anchors[b.id]):
            yield a, b
    paired = ({a.id for a, _ in both}, {b.id for _, b in both})
    for a in mine:
        words = one.shown.anchors[a.id]
        if a.id not in paired[0] and one.judged(words) and other.judged(words):
            yield a, None
    for b in theirs:
        words = other.shown.anchors[b.id]
        if b.id not in paired[1] and one.judged(words) and other.judged(words):
            yield None, b
    gone = one.rejected & other.rejected
    left: Mapping[Anchor, Event] = {
        view.shown.anchors[e.id]: e for view in (one, other) for e in view.shown.record.events
    }
    for anchor in sorted(gone, key=lambda at: at.start):
        if anchor not in left:
            yield None, None


def _label(event: Event | None) -> str:
    return event.type if event is not None else NONE


def _meet(one: Anchor, other: Anchor) -> bool:
    return one.start < other.end and other.start < one.end
