"""What people say of records (docs/correcting.md): appended, shown, taken back, exported as gold."""

from diurna.store.corrections.correcting import correct, corrections_of, seen, undo
from diurna.store.corrections.correction import FIELDS, KINDS, Anchor, Correction, CorrectionError
from diurna.store.corrections.kept import correction_of, corrections_at, in_force, taken_back
from diurna.store.corrections.queue import Queued, queue
from diurna.store.corrections.shown import Shown, corrected, shown

__all__ = [
    "FIELDS", "KINDS", "Anchor", "Correction", "CorrectionError", "Queued", "Shown", "correct", "corrected",
    "correction_of", "corrections_at", "corrections_of", "in_force", "queue", "seen", "shown", "taken_back", "undo",
]  # fmt: skip
