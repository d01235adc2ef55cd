"""Join tellings of different articles into events, one telling at a time, by average likeness within blocks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from diurna.merge.across.blocks import FULL, looks_in, stands_in
from diurna.merge.across.likeness import log_odds, weights
from diurna.merge.across.telling import Telling

CANDIDATES = 6
"""How many joined events a telling is compared with: those that share most blocks with it, full ones counting least."""

COMPARED = 8
"""How many tellings stand for a joined event in a comparison, of as many texts as there are."""

Key = tuple[str, str]


@dataclass(slots=True)
class Joined:
    """A joined event: its id, its tellings with the likeness at which each came, and those that stand for all.

    Of an event that very many reports tell so many are `away`: in the store, and not at hand but for those that stand
    for all.
    """

    id: str
    tellings: dict[Key, Telling] = field(default_factory=dict)
    scores: dict[Key, float] = field(default_factory=dict)
    sample: list[Telling] = field(default_factory=list)
    away: int = 0

    @property
    def size(self) -> int:
        """Return how many tellings it has, at hand or away."""
        return len(self.tellings) + self.away

    def put(self, telling: Telling, score: float) -> None:
        """Take in a telling; it stands for the event where there is room, or in place of a copy of one that does."""
        self.tellings[telling.key] = telling
        self.scores[telling.key] = round(score, 4)
        if len(self.sample) < COMPARED:
            self.sample.append(telling)
            return
        texts = [one.copies or one.article_key for one in self.sample]
        if (telling.copies or telling.article_key) not in texts:
            double = next((place for place, text in enumerate(texts) if text in texts[:place]), None)
            if double is not None:
                self.sample[double] = telling

    def take(self, key: Key) -> Telling:
        """Take out a telling and return it."""
        taken = self.tellings.pop(key)
        del self.scores[key]
        left, self.sample = list(self.tellings.items()), []
        for other, telling in left:
            self.put(telling, self.scores[other])
        return taken


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided of pairs of tellings: that they are one event, or two. It always wins."""

    one: Mapping[Key, frozenset[Key]] = field(default_factory=dict)
    two: Mapping[Key, frozenset[Key]] = field(default_factory=dict)


class Joining:
    """The joined events at hand, and the blocks that they stand in; `changed`, `gone` and `placed` say what is new.

    Those of a store are put in by `stand` and `known`, as many as the new tellings may have to do with; `add` then
    places each new telling. `gone` maps an event that is no more to the one it became part of, or to "". `fetch` brings
    the tellings of an event that are away.
    """

    def __init__(self, decisions: Decisions | None = None, by: Mapping[str, float] | None = None) -> None:
        self.events: dict[str, Joined] = {}
        self.blocks: dict[int, list[str]] = defaultdict(list)
        self.decisions = decisions or Decisions()
        self.by = by or weights()
        self.fetch: Callable[[Joined], None] = lambda event: None
        self.changed: set[str] = set()
        self.gone: dict[str, str] = {}
        self.placed: dict[tuple[int, str], bool] = {}
        self._of: dict[Key, str] = {}

    def stand(self, block: int, id: str) -> None:
        """Put in that a joined event stands in a block."""
        self.blocks[block].append(id)

    def known(self, event: Joined) -> None:
        """Put in a joined event that was made before."""
        self.events[event.id] = event
        self._of |= dict.fromkeys(event.tellings, event.id)

    def event_of(self, key: Key) -> str | None:
        """Return the id of the joined event that a telling is of, or None where it is of none at hand."""
        return self._of.get(key)

    def near(self, telling: Telling) -> list[str]:
        """Return the joined events that share most blocks with the telling, at hand or not, the nearest first."""
        shared: dict[str, float] = defaultdict(float)
        for block in looks_in(telling):
            here = self.blocks.get(block, ())
            for id in here:
                shared[id] += 1 / len(here)
        return sorted(shared, key=lambda id: (-shared[id], id))[:CANDIDATES]

    def add(self, telling: Telling) -> str:
        """Place a telling, and return the id of its joined event: one that was there, or a new one."""
        decided = list(
            dict.fromkeys(id for key in self.decisions.one.get(telling.key, ()) if (id := self._of.get(key)))
        )
        scored = self._scored(telling)
        likely = [id for odds, id in scored if odds >= self.by["same"]]
        if decided or likely:
            home = decided[0] if decided else likely[0]
            score = 1.0 if decided else _likely(scored[0][0])
        else:
            home, score = self._new(telling), 1.0
        self._put(telling, home, score)
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
        telling = event.take(key)
        self.changed.add(id)
        self._leave(id, set(stands_in(telling)) - _standing(event))
        if not event.tellings:
            self._drop(id, "")

    def apart(self, keys: Collection[Key]) -> str | None:
        """Make the tellings an event of their own, out of all others; return its id, or None where none is at hand."""
        taken = [self.events[id].tellings[key] for key in keys if (id := self._of.get(key))]
        if not taken:
            return None
        for telling in taken:
            self.remove(telling.key)
        home = self._new(taken[0])
        for telling in taken:
            self._put(telling, home, 1.0)
        return home

    def together(self, keys: Collection[Key]) -> str | None:
        """Make the joined events of the tellings one, and return its id; None where none is at hand."""
        ids = list(dict.fromkeys(id for key in keys if (id := self._of.get(key))))
        home = ids[0] if ids else None
        for other in ids[1:]:
            assert home is not None
            home = self._fuse(home, other)
        return home

    def _scored(self, telling: Telling) -> list[tuple[float, str]]:
        """Return the joined events that may be the telling's, likeliest first, with the mean of the log odds."""
        near = [id for id in self.near(telling) if id in self.events and not self._kept_apart([telling.key], id)]
        return sorted(((self._mean([telling], id), id) for id in near), key=lambda one: (-one[0], one[1]))

    def _mean(self, tellings: list[Telling], id: str) -> float:
        theirs = self.events[id].sample
        total = sum(log_odds(one, other, self.by) for one in tellings for other in theirs)
        return total / (len(tellings) * len(theirs))

    def _one(self, home: str, other: str) -> bool:
        """Return whether two joined events are one on average, all tellings taken together."""
        if self._kept_apart(self.events[home].tellings, other):
            return False
        return self._mean(self.events[home].sample, other) >= self.by["same"]

    def _kept_apart(self, keys: Iterable[Key], id: str) -> bool:
        two = self.decisions.two
        return bool(two) and any(key in two and two[key] & self.events[id].tellings.keys() for key in keys)

    def _put(self, telling: Telling, home: str, score: float) -> None:
        self.events[home].put(telling, score)
        self._of[telling.key] = home
        self.changed.add(home)
        self._enter(home, stands_in(telling))

    def _enter(self, home: str, blocks: Iterable[int]) -> None:
        for block in blocks:
            here = self.blocks[block]
            if home not in here and len(here) < FULL:
                here.append(home)
                self.placed[block, home] = True

    def _leave(self, id: str, blocks: Iterable[int]) -> None:
        for block in blocks:
            if id in self.blocks.get(block, ()):
                self.blocks[block].remove(id)
            self.placed[block, id] = False

    def _fuse(self, home: str, other: str) -> str:
        """Make two joined events one: the one with more tellings keeps its id, of equals the first named."""
        if self.events[other].size > self.events[home].size:
            home, other = other, home
        ours, theirs = self.events[home], self.events[other]
        if theirs.away:
            self.fetch(theirs)
        blocks = _standing(theirs)
        for key, telling in theirs.tellings.items():
            ours.put(telling, theirs.scores[key])
        self._of |= dict.fromkeys(theirs.tellings, home)
        self._leave(other, blocks)
        self._drop(other, home)
        self._enter(home, blocks)
        self.changed.add(home)
        return home

    def _drop(self, id: str, into: str) -> None:
        del self.events[id]
        self.changed.discard(id)
        self.gone[id] = into

    def _new(self, telling: Telling) -> str:
        """Make an event for a telling; its id is made of the telling's place, so that coding again gives it again."""
        told, turn = f"{telling.article_key} {telling.start} {telling.end} {telling.type}", 0
        while True:
            id = "j" + blake2b(f"{told} {turn}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
            if id not in self.events and not self.gone.get(id):
                self.gone.pop(id, None)
                self.events[id] = Joined(id)
                return id
            turn += 1


def _standing(event: Joined) -> set[int]:
    return {block for telling in event.tellings.values() for block in stands_in(telling)}


def _likely(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
