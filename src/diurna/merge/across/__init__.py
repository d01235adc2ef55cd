"""Merging across articles: many reports, one event. Copies of a text are found, tellings are joined, sources counted."""

from diurna.merge.across.copies import copy_groups
from diurna.merge.across.joining import Decisions, Joined, Joining
from diurna.merge.across.telling import Telling, Who, tellings_of

__all__ = ["Decisions", "Joined", "Joining", "Telling", "Who", "copy_groups", "tellings_of"]
