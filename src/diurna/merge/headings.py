"""Headings that only name what the text tells: "BJP Reacts To Yadav-Khan Meeting" over a page on the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diurna.records import Article, Event

# A heading tells a meeting in the present tense or as a question, which reads like one to come.
MEETINGS = frozenset(("CONSULT", "AGREE"))


def told_in_headings(events: Sequence[Event], article: Article) -> list[Event]:
    """Return the events, each that a heading tells and the text tells more fully as a mention of that one.

    It is that one where the types are one, or both are meetings, and it has no participant that the text's has not;
    of a meeting it has two at least.
    """
    headings = [block for block in article.layout.blocks if block.kind == "heading"]
    above = {e.id for e in events if any(block.start <= e.trigger.start < block.end for block in headings)}
    made = {event.id: event for event in events}
    for event in (one for one in events if one.id in above):
        told = next((made[e.id] for e in events if e.id not in above and _tells(e, event)), None)
        if told is not None:
            made[told.id] = replace(told, mentions=tuple(sorted({*told.mentions, *event.mentions, event.trigger})))
            del made[event.id]
    return list(made.values())


def _tells(full: Event, brief: Event) -> bool:
    """Return whether one event is what a heading names by another."""
    if full.type == brief.type:
        both = [(full.actors, brief.actors), (full.recipients, brief.recipients)]
        parts = [({p.entity or p.name for p in ours}, {p.entity or p.name for p in theirs}) for ours, theirs in both]
        if any(theirs for _, theirs in parts) and all(theirs <= ours for ours, theirs in parts):
            return True
    if full.type != "CONSULT" or brief.type not in MEETINGS or full.status != "happened":
        return False
    ours = {p.entity for p in (*full.actors, *full.recipients)}
    theirs = {p.entity for p in (*brief.actors, *brief.recipients)}
    return len(theirs) > 1 and None not in theirs and theirs <= ours
