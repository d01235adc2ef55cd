"""Processions, rallies and demonstrations in which nobody protests: of a temple, of cars, of a new tractor."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from diurna.code.grammar import Grammar


def is_festive(grammar: Grammar, word: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Return whether a noun of protest is told of something else: "the temple procession", "the march past".

    The pairs of words are the lexicon's list `no-protest`; a demonstration "of" what is no crowd shows a thing.
    """
    token = grammar.tokens[word]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    around = [t.lemma.lower() for t in grammar.tokens[max(0, word - 1) : word + 2]]
    if any(f"{one} {next_}" in lists.get("no-protest", ()) for one, next_ in pairwise(around)):
        return True
    if token.lemma.lower() != "demonstration":
        return False
    shown = [c.lemma.lower() for c in grammar.children[word] if c.deprel == "nmod" and grammar.case(c.index) == "of"]
    return bool(shown) and not any(thing in lists.get("crowds", ()) for thing in shown)
