"""Denials of what somebody said before: "Kenya accused Somalia of shelling it. Somalia denied the accusation."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources.abc import Traversable

from diurna.code.table import listed, packaged_list
from diurna.records import Attribution, Event, Participant, Sentence, Span

NEAR = 2
"""How many sentences after it was alleged an event may be denied."""

LONGEST = 6
"""How many words what is denied may have and still only take up what was said ("all the allegations against it")."""


_PRONOUNS = ("it", "this", "that")


def load_denials(file: Traversable | None = None) -> frozenset[str]:
    """Return the words of `file` by which a denial takes up what was said; by default the package's own, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong.
    """
    return packaged_list("diurna.resolve", "denials.csv", "word") if file is None else listed(file, "word")


def denied(events: Sequence[Event], attributions: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Event]:
    """Return the events, the words by which a denial takes up what another alleged as mentions of what was alleged.

    So the event is told twice: on the word of who alleges it, and in what the other denies. It is the last thing
    alleged in the sentences before, by another than who denies, of which the denier is the actor or nobody is; with it
    go the events that stand on the same word.
    """
    made = list(events)
    starts = [sentence.start for sentence in sentences]
    for one in attributions:
        if one.stance != "denies" or not _takes_up(one.content, sentences, starts):
            continue
        for place in _alleged(made, one, attributions, starts):
            mentions = {*made[place].mentions, one.content}
            made[place] = replace(made[place], mentions=tuple(sorted(mentions)))
    return made


def _takes_up(content: Span, sentences: Sequence[Sentence], starts: Sequence[int]) -> bool:
    place = bisect_right(starts, content.start) - 1
    if place < 0:
        return False
    inside = [t for t in sentences[place].tokens if content.start <= t.start < content.end]
    if not inside or len(inside) > LONGEST:
        return False
    first, last = inside[0].index, inside[-1].index
    head = next((t for t in inside if not first <= t.head <= last), inside[-1])
    return head.lemma.lower() in load_denials()


def _alleged(
    events: Sequence[Event], denial: Attribution, attributions: Sequence[Attribution], starts: Sequence[int]
) -> Iterator[int]:
    """Yield the places of the events that a denial is of."""
    by_id = {one.id: one for one in attributions}
    here = bisect_right(starts, denial.content.start)
    whole = denial.content.text.lower() in _PRONOUNS
    found: list[tuple[int, str]] = []
    for place, event in enumerate(events):
        word = by_id.get(event.attribution[0]) if event.attribution else None
        back = here - bisect_right(starts, event.trigger.start)
        if word is None or not 0 <= back <= NEAR or event.trigger.start > denial.content.start:
            continue
        another = word.entity is None or word.entity != denial.entity
        accused = whole or not event.actors or any(_is_of(actor, denial) for actor in event.actors)
        if word.stance in ("asserts", "believes") and another and accused:
            found.append((place, word.id))
    if found:
        last = found[-1][1]
        yield from (place for place, word in found if word == last)


def _is_of(actor: Participant, denial: Attribution) -> bool:
    """Return whether an actor is who denies, or by its words of the same body ("government troops")."""
    if actor.entity is not None and actor.entity == denial.entity:
        return True
    own = denial.source.text.lower().split() if denial.source else []
    return bool(set(own) & set(actor.span.text.lower().split()) - {"the", "a", "an", "of"})
