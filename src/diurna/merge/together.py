"""Who takes part in an event that two tellings tell: those of the fuller one, and whom the other names besides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diurna.merge.apart import SAID, may_be
from diurna.merge.page import Page
from diurna.records import Event, Participant, Span, meet

_BESIDE = 150  # characters: the same clause or the next ("attacked a checkpost, killing two constables")
# "The facility", "them": words that take up who was named before, and so name nobody else.
_TAKES_UP = re.compile(
    r"(?:the|this|that|these|those|its?|his|her|their|they|them|he|him|she|who|both|all|others?)\b", re.IGNORECASE
)


def with_all(full: Event, brief: Event, page: Page) -> Event:
    """Return the fuller telling with those whom the other names besides.

    Where the fuller names nobody, they are the other's. Further ones are those of a telling in its sentence who cannot
    be meant by one of its own: persons with names, and all of whom the same one does it, or who do it to the
    same ("killing four soldiers and kidnapping a lieutenant"). Farther off the same one is often told anew, of what did
    not happen nobody is taken, and what somebody says is said to whom that sentence tells.
    """
    there = [*full.actors, *full.recipients]
    people = page.people
    beside = any(_beside(spot, brief.trigger, page) for spot in (full.trigger, *full.mentions))
    further = beside and full.status == brief.status and full.type not in SAID and full.type != "AGREE"

    def side(ours: Sequence[Participant], theirs: Sequence[Participant], same: bool) -> tuple[Participant, ...]:
        if not ours or not further:
            return tuple(ours or (p for p in theirs if not _is_there(p, there)))
        new = [p for p in theirs if _is_another(p, there)]
        known = [p for p in ours if p.entity]
        besides = [p for p in new if not (p.entity and any(may_be(p, q, people) for q in known))]
        taken = [p for p in besides if same or (p.entity in people and _is_named(p))]
        return tuple(sorted((*ours, *taken), key=lambda p: p.span))

    actors = side(full.actors, brief.actors, meet(full.recipients, brief.recipients))
    recipients = side(full.recipients, brief.recipients, meet(full.actors, brief.actors))
    return replace(full, actors=actors, recipients=recipients)


def _beside(one: Span, other: Span, page: Page) -> bool:
    return abs(one.start - other.start) < _BESIDE and page.sentence(one.start) == page.sentence(other.start)


def _is_named(one: Participant) -> bool:
    return any(word[:1].isupper() for word in (one.name or "").split())


def _is_another(one: Participant, there: Sequence[Participant]) -> bool:
    """Return whether a participant's words name nobody who is there already, be it in another number or spelling."""
    return not _TAKES_UP.match(one.span.text) and not _is_there(one, there)


def _is_there(one: Participant, there: Sequence[Participant]) -> bool:
    return any(one.entity == p.entity is not None or _words_alike(one, p) for p in there)


def _words_alike(one: Participant, other: Participant) -> bool:
    """Return whether two share their noun or a word of a name, or the words of one are among those of the other."""
    ours, theirs = (re.findall(r"\w{2,}", p.name or p.span.text) for p in (one, other))
    known_by = [
        {w.lower() for w in words[-1:]} | {w.lower() for w in words if w[0].isupper()} for words in (ours, theirs)
    ]
    return bool(known_by[0] & known_by[1]) or set(ours) <= set(theirs) or set(theirs) <= set(ours)
