"""Join tellings of different articles into events, one telling at a time, by average likeness within blocks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from diurna.merge.across.blocks import FULL, looks_in, stands_in
from diurna.merge.across.likeness import log_odds, weights
from diurna.merge.across.telling import Telling

CANDIDATES = 10
"""How many joined events a telling is compared with: those that share most blocks with it, full ones counting least."""

COMPARED = 8
"""How many tellings stand for a joined event in a comparison: the first of each text, copies after them."""

Key = tuple[str, str]


@dataclass(slots=True)
class Joined:
    """A joined event: its id, and its tellings with the likeness at which each came."""

    id: str
    tellings: dict[Key, Telling] = field(default_factory=dict)
    scores: dict[Key, float] = field(default_factory=dict)

    def sample(self) -> list[Telling]:
        """Return the tellings that stand for all: one of each text first, in the order they came."""
        first: dict[str, Telling] = {}
        for telling in self.tellings.values():
            first.setdefault(telling.copies or telling.article_key, telling)
        chosen = list(first.values())[:COMPARED]
        if len(chosen) < COMPARED:
            chosen += [t for t in self.tellings.values() if t not in chosen][: COMPARED - len(chosen)]
        return chosen


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided of pairs of tellings: that they are one event, or two. It always wins."""

    one: Mapping[Key, frozenset[Key]] = field(default_factory=dict)
    two: Mapping[Key, frozenset[Key]] = field(default_factory=dict)


class Joining:
    """The joined events at hand, and the blocks that they stand in; `changed`, `gone` and `placed` say what is new.

    Those of a store are put in by `known`, as many as the new tellings may have to do with; `add` then places each
    new telling.
    """

    def __init__(self, decisions: Decisions | None = None, by: Mapping[str, float] | None = None) -> None:
        self.events: dict[str, Joined] = {}
        self.blocks: dict[int, list[str]] = defaultdict(list)
        self.decisions = decisions or Decisions()
        self.by = by or weights()
        self.changed: set[str] = set()
        self.gone: dict[str, str] = {}
        self.placed: list[tuple[int, str]] = []
        self._of: dict[Key, str] = {}

    def known(self, event: Joined, blocks: Iterable[int]) -> None:
        """Put in a joined event that was made before, with the blocks that it stands in."""
        self.events[event.id] = event
        self._of |= dict.fromkeys(event.tellings, event.id)
        for block in blocks:
            self.blocks[block].append(event.id)

    def event_of(self, key: Key) -> str | None:
        """Return the id of the joined event that a telling is of, or None where it is of none at hand."""
        return self._of.get(key)

    def add(self, telling: Telling) -> str:
        """Place a telling, and return the id of its joined event: one that was there, or a new one."""
        decided = [id for key in self.decisions.one.get(telling.key, ()) if (id := self._of.get(key))]
        scored = self._scored(telling)
        likely = [id for score, id in scored if score >= self.by["same"]]
        if decided:
            home = decided[0]
        elif likely:
            home = likely[0]
        else:
            home = self._new_id(telling)
            self.events[home] = Joined(home)
        self._put(telling, home, 1.0 if decided else next((_likely(s) for s, id in scored if id == home), 1.0))
        for other in decided[1:]:
            home = self._fuse(home, other)
        for other in likely[:3]:
            if other != home and other in self.events and self._one(home, other):
                home = self._fuse(home, other)
        return home

    def remove(self, key: Key) -> None:
        """Take a telling out of its joined event, which goes when it was the last."""
        id = self._of.pop(key, None)
        if id is None:
            return
        event = self.events[id]
        del event.tellings[key], event.scores[key]
        self.changed.add(id)
        if not event.tellings:
            self._drop(id, "")

    def apart(self, keys: Collection[Key]) -> str | None:
        """Make the tellings, all of one joined event, an event of their own; return its id, None where none is here."""
        moved = [self.events[id].tellings[key] for key in keys if (id := self._of.get(key))]
        if not moved:
            return None
        for telling in moved:
            self.remove(telling.key)
        home = self._new_id(moved[0])
        self.events[home] = Joined(home)
        for telling in moved:
            self._put(telling, home, 1.0)
        return home

    def together(self, keys: Collection[Key]) -> str | None:
        """Make the joined events of the tellings one, and return its id; None where none is here."""
        ids = list(dict.fromkeys(id for key in keys if (id := self._of.get(key))))
        home = ids[0] if ids else None
        for other in ids[1:]:
            assert home is not None
            home = self._fuse(home, other)
        return home

    def _scored(self, telling: Telling) -> list[tuple[float, str]]:
        """Return the joined events that may be the telling's, likeliest first, with the mean of the log odds."""
        shared: dict[str, float] = defaultdict(float)
        for block in looks_in(telling):
            here = self.blocks.get(block, ())
            for id in here:
                shared[id] += 1 / len(here)
        near = sorted(shared, key=lambda id: (-shared[id], id))[:CANDIDATES]
        scored = [(self._mean([telling], id), id) for id in near if not self._kept_apart([telling.key], id)]
        return sorted(scored, key=lambda one: (-one[0], one[1]))

    def _mean(self, tellings: list[Telling], id: str) -> float:
        theirs = self.events[id].sample()
        return sum(log_odds(one, other, self.by) for one in tellings for other in theirs) / (
            len(tellings) * len(theirs)
        )

    def _one(self, home: str, other: str) -> bool:
        """Return whether two joined events are one on average, all tellings taken together."""
        if self._kept_apart(self.events[home].tellings, other):
            return False
        return self._mean(self.events[home].sample(), other) >= self.by["same"]

    def _kept_apart(self, keys: Iterable[Key], id: str) -> bool:
        two = self.decisions.two
        return bool(two) and any(key in two and two[key] & self.events[id].tellings.keys() for key in keys)

    def _put(self, telling: Telling, home: str, score: float) -> None:
        event = self.events[home]
        event.tellings[telling.key] = telling
        event.scores[telling.key] = round(score, 4)
        self._of[telling.key] = home
        self.changed.add(home)
        self._stand(home, stands_in(telling))

    def _stand(self, home: str, blocks: Iterable[int]) -> None:
        for block in blocks:
            here = self.blocks[block]
            if home not in here and len(here) < FULL:
                here.append(home)
                self.placed.append((block, home))

    def _fuse(self, home: str, other: str) -> str:
        """Make two joined events one: the one with more tellings keeps its id, of equals the one that was there first."""
        if len(self.events[other].tellings) > len(self.events[home].tellings):
            home, other = other, home
        ours, theirs = self.events[home], self.events[other]
        ours.tellings |= theirs.tellings
        ours.scores |= theirs.scores
        self._of |= dict.fromkeys(theirs.tellings, home)
        blocks = [block for block, ids in self.blocks.items() if other in ids]
        self._drop(other, home)
        self._stand(home, blocks)
        self.changed.add(home)
        return home

    def _drop(self, id: str, into: str) -> None:
        del self.events[id]
        self.changed.discard(id)
        self.gone[id] = into
        for ids in self.blocks.values():
            if id in ids:
                ids.remove(id)
        self.placed = [(block, placed) for block, placed in self.placed if placed != id]

    def _new_id(self, telling: Telling) -> str:
        """Return an id made of the telling's place, so that the same articles give the same ids."""
        told, turn = f"{telling.article_key} {telling.start} {telling.end} {telling.type}", 0
        while True:
            id = "j" + blake2b(f"{told} {turn}".encode(), digest_size=8).hexdigest()
            if id not in self.events and id not in self.gone:
                return id
            turn += 1


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
