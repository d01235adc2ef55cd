"""Whose a thing said, planned or done is: who criticizes "the mayor's plan" or "a report by Oxfam" criticizes them."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.code.phrases import is_nominal

# What joins a thing and who made it: "a report by Oxfam", "a pact between Togo and Ghana".
_BY = ("by", "between")


def makers(grammar: Grammar, head: int, trigger: range) -> set[int]:
    """Return the words for whose a thing of lists.csv is, as far as its phrase tells; `head` alone where it does not.

    They are its possessor, whom "by" or "between" names behind it or behind how it came about ("a suit filed by
    miners"), and the name behind "of" of what has no possessor ("Iran's bombing of Erbil").
    """
    token = grammar.tokens[head]
    if token.upos != "NOUN" or token.lemma.lower() not in load_lexicon().lists["made"]:
        return {head}
    found = {word for word in _makers(grammar, head) if word not in trigger and is_nominal(grammar, word)}
    return found or {head}


def _makers(grammar: Grammar, head: int) -> Iterator[int]:
    owner = grammar.child(head, "nmod:poss")
    if owner is not None:
        yield from grammar.conjuncts(owner.index)
    for child in grammar.children[head]:
        case = grammar.case(child.index) if child.deprel in ("nmod", "obl") else ""
        if case in _BY or (case == "of" and owner is None and _is_name(grammar, child.index)):
            yield from grammar.conjuncts(child.index)
        elif child.deprel == "acl" and grammar.passive(child.index):
            yield from grammar.slot(child.index, "by")


def _is_name(grammar: Grammar, word: int) -> bool:
    names = (name for name in grammar.sentence.names if name.type in ("person", "organization", "group"))
    return any(name.first <= word <= name.last for name in names)
