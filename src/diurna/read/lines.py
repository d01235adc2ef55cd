"""The lines of a text, and which of them belong to one paragraph."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

NARROW, WIDE = 40, 120
"""Hard-wrapped text is set to some width between these; a longest line outside them means no wrapping."""

SHORT = 25
"""Shorter lines are those of a list or a poem, and break where their author wants."""

SENTENCE_ENDS = '.!?…:;"”’)'


class Passage(NamedTuple):
    """A paragraph or line `start:end` without the white space around it, and the blank lines before it."""

    start: int
    end: int
    gap: int


def lines_of(text: str) -> list[Passage]:
    """Return the lines of `text` that are not blank, in order. The first one's gap is at least 1."""
    lines: list[Passage] = []
    offset, gap = 0, 1
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = offset + len(line) - len(line.lstrip())
            lines.append(Passage(start, start + len(bare), gap))
            gap = 0
        else:
            gap += 1
        offset += len(line)
    return lines


def passages_of(text: str) -> list[Passage]:
    """Return the paragraphs of `text`. Every line is one, but for two kinds that go on with the one before.

    A line that begins in lower case goes on where the line before is no short one and ends no sentence. In a
    hard-wrapped text a line goes on too where the one before was full: the next word would not have fitted.
    """
    lines = lines_of(text)
    width = _wrapped_width(text, lines)
    passages = lines[:1]
    for before, line in pairwise(lines):
        full = width is not None and line.gap == 0 and _is_full(text, before, line, width)
        if full or _goes_on(text, before, line):
            passages[-1] = Passage(passages[-1].start, line.end, passages[-1].gap)
        else:
            passages.append(line)
    return passages


def _wrapped_width(text: str, lines: list[Passage]) -> int | None:
    """Return the width a hard-wrapped text is set to, or None for a text with a paragraph on each line.

    A wrapped text shows it twice: most lines that another follows are full, and many of the next lines begin
    in lower case, since a line breaks at any word and most words are in lower case.
    """
    pairs = [(before, line) for before, line in pairwise(lines) if line.gap == 0]
    if not pairs:
        return None
    width = max(before.end - before.start for before, _ in pairs)
    if not NARROW <= width <= WIDE:
        return None
    full = sum(_is_full(text, before, line, width) for before, line in pairs)
    lower = sum(_goes_on(text, before, line) for before, line in pairs)
    return width if full >= 0.6 * len(pairs) and lower >= 0.3 * len(pairs) else None


def _is_full(text: str, before: Passage, line: Passage, width: int) -> bool:
    """Return whether the first word of `line` would not have fitted on the line before it."""
    room = width - (before.end - before.start) - 1
    return line.end - line.start > room and " " not in text[line.start : line.start + max(room + 1, 0)]


def _goes_on(text: str, before: Passage, line: Passage) -> bool:
    """Return whether `line` goes on with the sentence that the line before it breaks off."""
    if line.gap or before.end - before.start < SHORT or not text[line.start].islower():
        return False
    return text[before.end - 1] not in SENTENCE_ENDS
