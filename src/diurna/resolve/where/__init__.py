"""Where: the places that toponyms mean."""

from diurna.resolve.where.candidates import candidates
from diurna.resolve.where.gazetteer import Candidate
from diurna.resolve.where.resolve import resolve_places

__all__ = ["Candidate", "candidates", "resolve_places"]
