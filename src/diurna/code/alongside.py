"""Who takes part beside another: "Togo, together with Ghana", "arrested the mayor along with his brother"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.grammar import Grammar
from diurna.code.phrases import is_nominal
from diurna.records import Token

# The first words of what joins the two; "along the river" joins nothing.
_BESIDE = (("alongside",), ("along", "with"), ("together", "with"))
_OBJECTS = ("obj", "nsubj:pass")


def alongside(grammar: Grammar, head: int) -> set[int]:
    """Return the nouns that "along with", "together with" or "alongside" joins to a participant.

    The tree has them under it, under "together", or, right behind an object, under its verb.
    """
    token, found = grammar.tokens[head], set[int]()
    under = [child for word in (head, *_together(grammar, head)) for child in grammar.children[word]]
    last = grammar.subtree(head)[-1]
    if token.deprel in _OBJECTS and token.head >= 0:
        beside = (*grammar.children[token.head], *_under_together(grammar, token.head))
        last += last + 1 < len(grammar.tokens) and grammar.tokens[last + 1].text == ","
        under += [child for child in beside if _first(grammar, child) == last + 1]
    for child in under:
        if child.index > head and child.deprel in ("nmod", "obl") and is_nominal(grammar, child.index):
            first = _first(grammar, child)
            words = tuple(token.lemma.lower() for token in grammar.tokens[first : first + 2])
            if words in _BESIDE or words[:1] in _BESIDE:
                found.update(grammar.conjuncts(child.index))
    return found


def _first(grammar: Grammar, noun: Token) -> int:
    """Return the first word of a prepositional phrase, "together" before its preposition among them."""
    first = next((word for word in grammar.subtree(noun.index) if grammar.tokens[word].upos != "PUNCT"), noun.index)
    return first - (first > 0 and grammar.tokens[first - 1].lemma.lower() == "together")


def _together(grammar: Grammar, head: int) -> Iterator[int]:
    yield from (child.index for child in grammar.children[head] if child.lemma.lower() == "together")


def _under_together(grammar: Grammar, verb: int) -> Iterator[Token]:
    for word in _together(grammar, verb):
        yield from grammar.children[word]
