"""Cut a sentence into UD words with exact offsets: "don't" is "do" + "n't", "Khan’s" is "Khan" + "’s"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diurna.annotate.word_rules import word_rules

# UD English cuts these off the word before them (EWT and GUM guidelines, "Tokenization").
_NEGATION = re.compile(r"n['’]t$", re.IGNORECASE)
_CLITIC = re.compile(r"['’](?:s|m|d|re|ve|ll)$", re.IGNORECASE)
_APOSTROPHE_WORDS = frozenset(("o'clock", "ma'am", "y'all", "'s", "n't"))


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the `(start, end)` offsets of the words of `text[start:end]`, in order.

    Words do not overlap, hold no white space at their ends, and together hold every character that is not
    white space.
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    contractions = word_rules().contractions
    for found in word_rules().piece.finditer(text, start, end):
        piece = found.group()
        if "'" in piece or "’" in piece or piece.lower() in contractions:
            spans += _cut(text, *found.span())
        else:  # as nearly all are
            spans.append(found.span())
    return spans


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of one piece: contractions and possessives are cut off."""
    piece = text[start:end]
    lowered = piece.lower().replace("’", "'")
    if lowered in word_rules().contractions:
        middle = start + word_rules().contractions[lowered]
        yield from ((start, middle), (middle, end))
        return
    if "'" in lowered and lowered not in _APOSTROPHE_WORDS and not lowered.startswith(("#", "@", "http")):
        found = _NEGATION.search(piece) or _CLITIC.search(piece)
        if found and found.start() > 0:
            yield from _cut(text, start, start + found.start())
            yield (start + found.start(), end)
            return
    yield (start, end)
