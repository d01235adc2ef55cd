"""Who is named as one of a group: "leaders including Zarif", "five, among them the actor Branislav Trifunovic"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.grammar import Grammar
from diurna.code.phrases import is_nominal, phrase

# What leads from a group to some of it; the parser hangs what follows on the group or on its verb.
_LEADS = (("including",), ("such", "as"), ("among", "them"), ("among", "whom"))
_LONGEST = 6  # words before the noun of the one who is named: "the former deputy interior minister"


def named_of(grammar: Grammar, head: int) -> set[int]:
    """Return the nouns that name members of the group `head`, with the names that they are coordinated with."""
    return {*_under(grammar, head), *_behind(grammar, head)}


def _under(grammar: Grammar, head: int) -> Iterator[int]:
    """Yield the examples that the tree has under the group."""
    for child in grammar.children[head]:
        marks = [grammar.tokens[mark.index].text.lower() for mark in grammar.children[child.index]]
        if child.index > head and child.upos == "PROPN" and not {"including", "such"}.isdisjoint(marks):
            yield from _with_names(grammar, child.index)


def _behind(grammar: Grammar, head: int) -> Iterator[int]:
    """Yield the examples that stand right behind the group, wherever the tree has them."""
    words = [token.text.lower() for token in grammar.tokens]
    after = phrase(grammar, head)[1] + 1
    after += after < len(words) and words[after] == ","
    lead = next((lead for lead in _LEADS if tuple(words[after : after + len(lead)]) == lead), None)
    if lead is None:
        return
    first = after + len(lead)
    for word in range(first, min(first + _LONGEST, len(words))):
        start, last = phrase(grammar, word)
        if is_nominal(grammar, word) and first in (start, word) and _has_name(grammar, start, last):
            yield from _with_names(grammar, word)
            return


def _with_names(grammar: Grammar, word: int) -> Iterator[int]:
    yield word
    yield from (one for one in grammar.conjuncts(word) if grammar.tokens[one].upos == "PROPN")


def _has_name(grammar: Grammar, first: int, last: int) -> bool:
    return any(token.upos == "PROPN" for token in grammar.tokens[first : last + 1])
