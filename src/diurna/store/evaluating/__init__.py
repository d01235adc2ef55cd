"""The machine against what people corrected, and people against each other (docs/correcting.md)."""

from diurna.store.evaluating.agreement import Agreement, agreements, views_of
from diurna.store.evaluating.scores import Score, compared, scores, type_scores

__all__ = ["Agreement", "Score", "agreements", "compared", "scores", "type_scores", "views_of"]
