"""A stretch of an article's text: the evidence under every field of the record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start:end` (Unicode code points, half-open) of an article's text, and those characters."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, article_text: str, start: int, end: int) -> Span:
        """Return the span over `article_text[start:end]`; raises ValueError when it lies outside the text."""
        if not 0 <= start <= end <= len(article_text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(article_text)} characters")
        return cls(start, end, article_text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
