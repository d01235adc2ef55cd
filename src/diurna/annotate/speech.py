"""Decode what the attribution head reads: where sources, cues and contents stand."""

from __future__ import annotations

from diurna.annotate.model import Model, Reading, softmax
from diurna.records import AttributionReading


def decode_attribution(model: Model, reading: Reading) -> AttributionReading:
    """Return for each word the probability that it stands in a source, a cue, a content."""
    probabilities = softmax(reading.parts.reshape(len(reading.parts), len(model.labels.parts), 3))
    inside = 1.0 - probabilities[:, :, 0]
    source, cue, content = (tuple(inside[:, part].tolist()) for part in range(3))
    return AttributionReading(source, cue, content)
