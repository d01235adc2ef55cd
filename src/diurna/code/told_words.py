"""The words that name an event: whole words, and none that only determine what follows."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.records import Span

_DETERMINES = frozenset(("det", "nmod:poss", "punct"))


def trigger_of(grammar: Grammar, words: range, text: str) -> Span:
    """Return the span of a trigger: "stone-pelting" where it was found at "pelting", "extended" of "extended its"."""
    tokens, first, last = grammar.tokens, words.start, words.stop - 1
    while first < last and tokens[first].text in "-–":
        first += 1
    while last > first and tokens[last].deprel in _DETERMINES and tokens[last].head not in words:
        last -= 1
    while first > 1 and tokens[first - 1].text in "-–" and tokens[first - 2].end + 1 == tokens[first].start:
        first -= 2
    return Span.of(text, tokens[first].start, tokens[last].end)
