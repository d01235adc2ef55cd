"""Merging across articles: many reports, one event. Copies are found, tellings joined, sources counted."""

from diurna.merge.across.best import Best, Field, best_of
from diurna.merge.across.copies import CROWDED, bands, copied, copy_groups, runs
from diurna.merge.across.joining import Decisions, Joined, Joining, Key
from diurna.merge.across.sources import sources_of
from diurna.merge.across.telling import Telling, Who, from_line, tellings_of, to_line

__all__ = [
    "CROWDED",
    "Best",
    "Decisions",
    "Field",
    "Joined",
    "Joining",
    "Key",
    "Telling",
    "Who",
    "bands",
    "best_of",
    "copied",
    "copy_groups",
    "from_line",
    "runs",
    "sources_of",
    "tellings_of",
    "to_line",
]  # fmt: skip
