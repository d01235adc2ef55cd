"""Answers from a store: events by filters, timelines, dyads, networks, and how two stores differ."""

from diurna.show.answers.compare import compare
from diurna.show.answers.filters import AnswerError, Each, Filters, are_joined
from diurna.show.answers.frames import framed
from diurna.show.answers.questions import Answer, dyad, events, network, timeline

__all__ = [
    "Answer",
    "AnswerError",
    "Each",
    "Filters",
    "are_joined",
    "compare",
    "dyad",
    "events",
    "framed",
    "network",
    "timeline",
]
