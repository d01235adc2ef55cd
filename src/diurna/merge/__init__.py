"""The merge step: one event told several times is one event."""

from diurna.merge.page import Page
from diurna.merge.within import merge_events, merge_record

__all__ = ["Page", "merge_events", "merge_record"]
