"""Learn from corrections: refit how the lexicon and the event head are weighed (docs/correcting.md)."""

from diurna.store.learning.kept import Learned, keep_learned, newest, undo_learned
from diurna.store.learning.learn import LearningError, Lesson, learn

__all__ = ["Learned", "LearningError", "Lesson", "keep_learned", "learn", "newest", "undo_learned"]
