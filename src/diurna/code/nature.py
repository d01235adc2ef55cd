"""Harm that nobody did: storms, fires, illness and accidents."""

from __future__ import annotations

from collections.abc import Iterable

from diurna.code.grammar import Grammar
from diurna.code.lexicon import Lexicon


def is_natural(grammar: Grammar, words: Iterable[int], lexicon: Lexicon) -> bool:
    """Return whether a storm, a fire, an illness or an accident did the harm: "the quake killed", "died in a crash"."""
    causes, accidents = lexicon.lists.get("natural-causes", frozenset()), lexicon.lists.get("accidents", frozenset())
    for word in words:
        if grammar.tokens[word].upos == "NOUN" and grammar.tokens[word].lemma in accidents:
            return True
        if any(_is_one_of(grammar, cause, causes) for cause in grammar.slot(word, "subj")):
            return True
        if any(_is_one_of(grammar, where, accidents) for where in grammar.slot(word, "in")):
            return True
    return False


def _is_one_of(grammar: Grammar, word: int, things: frozenset[str]) -> bool:
    """Return whether a noun is one of these: a "fire", not "police firing", which may be tagged a verb."""
    return grammar.tokens[word].upos != "VERB" and grammar.tokens[word].lemma in things
