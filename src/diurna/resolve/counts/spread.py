"""Spread: the number that two sources tell differently, from the lower to the higher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diurna.code.grammar import Grammar
from diurna.records import Token
from diurna.resolve.counts.amounts import Amount
from diurna.resolve.counts.phrases import Quantity

SAID_BY = ("according", "to")


def spread(grammar: Grammar, amounts: Mapping[int, Amount], quantity: Quantity) -> Quantity:
    """Return the quantity with the bounds of both numbers in "9,000 according to the police and 20,000 according to X".

    Any other quantity is returned as it is. The passage runs to the end of the second number.
    """
    tokens = grammar.tokens
    if not _said_by(tokens, quantity.last + 1):
        return quantity
    second = next((amounts[at] for at in range(quantity.last + 1, len(tokens)) if at in amounts), None)
    if second is None or not second.known or second.indefinite:
        return quantity
    end = second.last + 1 if _said_by(tokens, second.last + 2) else second.last  # "20,000 people according to"
    if not _said_by(tokens, end + 1):
        return quantity
    least = None if quantity.min is None or second.min is None else min(quantity.min, second.min)
    most = None if quantity.max is None or second.max is None else max(quantity.max, second.max)
    return quantity._replace(min=least, max=most, last=end)


def _said_by(tokens: Sequence[Token], start: int) -> bool:
    """Return whether "according to" stands at a word, a comma before it or not."""
    at = start + 1 if start < len(tokens) and tokens[start].text == "," else start
    return tuple(token.text.lower() for token in tokens[at : at + 2]) == SAID_BY
