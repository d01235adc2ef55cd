"""Who acts in words that are quoted: the speaker of '"It is a disgrace," she said' accuses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diurna.records import Attribution, Event, Participant, Sentence, holding

# What one does by saying it.
VERBAL = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "AGREE", "THREATEN", "CONCEDE", "REJECT"))


def with_speakers(
    events: Sequence[Event], attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> Iterator[Event]:
    """Yield the events, one of words that are quoted and that names no actor with the speaker as its actor.

    Only what one does by saying it (VERBAL), and not where the words tell it of others: "he was criticized".
    """
    by_id = {one.id: one for one in attributions}
    for event in events:
        held = () if event.actors or event.type not in VERBAL else holding(event.trigger, attributions)
        voice = by_id[held[0]] if held else None
        if voice is None or voice.source is None or voice.form == "indirect" or _is_passive(event, sentences):
            yield event
        else:
            yield replace(event, actors=(Participant(voice.source),))


def _is_passive(event: Event, sentences: Sequence[Sentence]) -> bool:
    place = bisect_right(sentences, event.trigger.start, key=lambda one: one.start) - 1
    inside = [t for t in sentences[place].tokens if t.start < event.trigger.end and event.trigger.start < t.end]
    return any(t.feats.get("Voice") == "Pass" for t in inside)
