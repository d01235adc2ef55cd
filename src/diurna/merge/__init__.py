"""The merge step: one event told several times is one event."""

from diurna.merge.within import merge_events, merge_record

__all__ = ["merge_events", "merge_record"]
