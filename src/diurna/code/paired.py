"""Two parties that a hyphen joins: "India-Pakistan talks", "the Trump–Putin summit"."""

from __future__ import annotations

from diurna.code.grammar import Grammar

_JOINTS = frozenset("-–—/")
_NEAR = 3  # words between the second name and the event's: "US-China trade talks"


def parties(grammar: Grammar, first: int, last: int, trigger: range) -> list[tuple[int, int]]:
    """Return the words of each of two names that a hyphen joins, where they are all of `first..last`, or stand in it
    right before the noun `trigger`; else `first..last`.

    The annotator reads "Guinea-Bissau" and "Jean-Marie" as one name each and "Trump-Putin" as two; an article such as
    the "Al" of "Al-Shabaab" is no name by itself.
    """
    tokens, names = grammar.tokens, grammar.sentence.names
    before = tokens[trigger.start].upos in ("NOUN", "PROPN") and last < trigger.start <= last + _NEAR
    for left in names:
        right = next((name for name in names if name.first == left.last + 2), None)
        if right is None or not first <= left.first < right.last <= last:
            continue
        whole = right.last == last and left.first == first
        word = tokens[left.last].text
        if (before or whole) and tokens[left.last + 1].text in _JOINTS and (len(word) > 2 or word.isupper()):
            return [(left.first, left.last), (right.first, right.last)]
    return [(first, last)]
