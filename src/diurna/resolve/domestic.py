"""What people of one country do among themselves is no diplomacy: a party leader's visit to another."""

from __future__ import annotations

from dataclasses import replace

from diurna.records import Event
from diurna.resolve.who.tables import SPECIAL

# The PLOVER manual's context of relations between states.
DIPLOMACY = "diplomatic"


def without_diplomacy(event: Event) -> Event:
    """Return the event without the context `diplomatic` where it has two participants or more, all of one country.

    A visitor and the place that he visits are two. Of the 182 such coded events in the 52 coded Wikinews articles that
    train, one has it.
    """
    place = event.place if event.place is not None and event.place.country and "visit" in event.modes else None
    involved = [one.country for one in (*event.actors, *event.recipients)] + ([place.country] if place else [])
    countries = set(involved)
    if DIPLOMACY not in event.contexts or len(involved) < 2 or len(countries) > 1:
        return event
    if None in countries or countries <= SPECIAL:
        return event
    return replace(event, contexts=tuple(context for context in event.contexts if context != DIPLOMACY))
