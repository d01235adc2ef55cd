"""Where a page turns to another scene: a sentence that opens with the place of its own event, or with "elsewhere"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from diurna.records import Event

_SAME = re.compile(r"\W*(?:and|but|meanwhile|also|later|earlier)?\W*", re.IGNORECASE)
_NEAR = 24  # characters between the preposition and the place: "In the old town of Kano"


def scenes_of(
    text: str, starts: Sequence[int], events: Sequence[Event], fronts: re.Pattern[str], turns: re.Pattern[str]
) -> tuple[str | None, ...]:
    """Return of each sentence the scene in which it stands; None before the page turns to one.

    "In Surat, pilgrims were stoned": what goes before was elsewhere, and what follows is in Surat until another place
    opens a sentence. `fronts` are the prepositions before such a place, `turns` the words that only say "elsewhere".
    """
    return tuple(_scenes(text, starts, events, fronts, turns))


def _scenes(
    text: str, starts: Sequence[int], events: Sequence[Event], fronts: re.Pattern[str], turns: re.Pattern[str]
) -> Iterator[str | None]:
    scene: str | None = None
    told: dict[int, list[Event]] = {}
    for event in events:
        told.setdefault(bisect_right(starts, event.trigger.start) - 1, []).append(event)
    for number, start in enumerate(starts):
        opens = _SAME.match(text, start)
        here = opens.end() if opens else start
        if turns.match(text, here):
            scene = f"{number}"
        elif front := fronts.match(text, here):
            near = range(front.end(), front.end() + _NEAR)
            placed = (e for e in told.get(number, ()) if e.place and e.place.span.start in near)
            scene = next((e.place.name for e in placed if e.place and e.place.span.end <= e.trigger.start), scene)
        yield scene
