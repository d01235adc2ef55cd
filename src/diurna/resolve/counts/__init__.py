"""How many: the killed, wounded, arrested ... that a sentence tells, and the event each number belongs to."""

from diurna.resolve.counts.count import counts_of

__all__ = ["counts_of"]
