"""The noun phrase right beside a verb, for where the tree gives the verb none that has a number."""

from __future__ import annotations

from collections.abc import Mapping

from diurna.code.grammar import Grammar
from diurna.resolve.counts.amounts import Amount
from diurna.resolve.counts.phrases import Quantity, inside, quantity_of

BESIDE = frozenset(("AUX", "ADV", "PART"))


def right_behind(grammar: Grammar, amounts: Mapping[int, Amount], word: int) -> Quantity | None:
    """Return the number right behind an active verb: "killing 12", "captured the two leaders"."""
    tokens = grammar.tokens
    at = word + 1
    if at < len(tokens) and at not in amounts and tokens[at].upos == "DET":
        at += 1
    amount = amounts.get(at)
    if amount is None or amount.first != at:
        return None
    head = at = amount.last
    while at + 1 < len(tokens) and inside(tokens[at + 1]) and at + 1 not in amounts:
        at += 1
        head = at if tokens[at].upos in ("NOUN", "PROPN") else head
    return quantity_of(grammar, amounts, grammar.conjuncts(head))


def right_before(grammar: Grammar, amounts: Mapping[int, Amount], word: int) -> Quantity | None:
    """Return the number right before a passive or intransitive verb: "two guards were hurt", "and 15 arrested"."""
    tokens = grammar.tokens
    at = word - 1
    while at >= 0 and tokens[at].upos in BESIDE and tokens[at].lemma.lower() != "to" and at not in amounts:
        at -= 1  # but not over "to": "blocked roads in 15 states to protest"
    if at < 0 or not (at in amounts or tokens[at].upos in ("NOUN", "PROPN")):
        return None
    return quantity_of(grammar, amounts, [at])
