"""How many a noun phrase speaks of, and of whom: "a man and his two sons" are three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from diurna.code.grammar import Grammar
from diurna.records import Token
from diurna.resolve.counts.amounts import Amount
from diurna.resolve.counts.tables import is_act, nouns

REACH = 10  # words between a number and its noun: "14 suspected al-Qaida-linked militants"
BETWEEN = frozenset(("ADJ", "NOUN", "PROPN", "ADV", "PART", "NUM", "X"))
JOINTS = frozenset(("-", "–", "/", '"', "'", "“", "”"))
CLAUSES = frozenset(("root", "conj", "ccomp", "advcl", "parataxis"))
INSTANCES = frozenset(("including", "among", "mostly", "mainly"))
YEARS = range(1900, 2100)
WHEN = frozenset(("in", "since", "until", "during"))


class Quantity(NamedTuple):
    """How many of whom, told by words `first..last`; `of` is None where the words do not say who or say several."""

    min: int | None
    max: int | None
    of: str | None
    first: int
    last: int


def quantity_of(grammar: Grammar, amounts: Mapping[int, Amount], heads: Sequence[int]) -> Quantity | None:
    """Return what coordinated nouns sum up to, or None where none of them has a number.

    Beside a number a definite person is one ("the imam and three others": 4); a bare plural after it shares the
    number ("8,000 men and boys"), before it leaves the upper bound open ("guards and two clerks").
    """
    told: list[Quantity] = []
    bare: list[int] = []
    definite: list[Quantity] = []
    for head in heads:
        token = grammar.tokens[head]
        if head != heads[0] and _set_apart(grammar, heads[0], head):
            break
        if nouns().get(token.lemma.lower()) == "thing":
            continue
        found = _single(grammar, amounts, head)
        if found is not None:
            # A tree may take a number and its noun for two conjuncts.
            told += [found] if all(found.first != one.first for one in told) else []
        elif (one := _definite(grammar, head)) is not None:
            definite.append(one)
        elif token.upos == "NOUN" and not (amounts.keys() & range(max(head - 1, 0), head)):
            bare.append(head)
    if not told:
        return None
    return _sum(grammar, sorted((*told, *definite), key=lambda q: q.first), bare)


def _sum(grammar: Grammar, parts: Sequence[Quantity], bare: Sequence[int]) -> Quantity:
    first, last = parts[0].first, max(part.last for part in parts)
    left_open = any(head < first for head in bare)
    kinds = {part.of for part in parts} | {grammar.tokens[head].lemma.lower() for head in bare}
    lows = [part.min for part in parts if part.min is not None]
    highs = [part.max for part in parts if part.max is not None]
    return Quantity(
        sum(lows) if lows else None,
        None if left_open or len(highs) < len(parts) else sum(highs),
        parts[0].of if len(kinds) == 1 else None,
        first,
        max([last, *(head for head in bare if head <= last + REACH)]),
    )


def _single(grammar: Grammar, amounts: Mapping[int, Amount], head: int) -> Quantity | None:
    """Return what one noun, or a number that stands for one ("killing 12", "dozens of"), tells by itself."""
    tokens = grammar.tokens
    amount = amounts.get(head)
    if amount is not None:
        if amount.indefinite or not amount.known or (_bare_year(grammar, amount) and _dates(grammar, head)):
            return None
        whole = part_of(grammar, amount, head)
        of, last = (_kind(tokens[whole]), whole) if whole is not None else (None, amount.last)
        if whole is not None and nouns().get(tokens[whole].lemma.lower()) == "thing":
            return None
        return Quantity(amount.min, amount.max, of, amount.first, max(last, amount.last))
    amount = _amount_before(grammar, amounts, head)
    if amount is None or not amount.known:
        return None
    noun = tokens[head]
    if amount.indefinite and noun.feats.get("Number") == "Plur" and noun.text.lower() != noun.lemma.lower():
        return None
    return Quantity(amount.min, amount.max, _kind(tokens[head]), amount.first, head)


def _amount_before(grammar: Grammar, amounts: Mapping[int, Amount], head: int) -> Amount | None:
    """Return the amount that a noun phrase begins with, over what may stand between it and the noun."""
    tokens = grammar.tokens
    for index in range(head - 1, max(head - REACH, -1), -1):
        amount = amounts.get(index)
        if amount is not None:
            year = _bare_year(grammar, amount) and (tokens[index].head != head or _dated(grammar, amount.first, head))
            return None if year else amount
        if tokens[index].text.lower() == "of" and index in range(1, head) and index - 1 in amounts:
            continue  # "dozens of soldiers", where the tree makes the soldiers the head
        if not inside(tokens[index]):
            return None
    return None


def _bare_year(grammar: Grammar, amount: Amount) -> bool:
    """Return whether an amount is a number alone that can be read as a year: "2024", not "2,024" or "some 2024"."""
    return amount.first == amount.last and amount.min in YEARS and grammar.tokens[amount.first].text.isdigit()


def _dates(grammar: Grammar, number: int) -> bool:
    """Return whether a year without a noun says when: "the massacre of 1994", "in 2019 police arrested"."""
    return grammar.case(number) in WHEN | {"of"}


def _dated(grammar: Grammar, number: int, noun: int) -> bool:
    """Return whether a year before a noun says when it was: "the 2024 killings", "in 2019 protesters", "2023 deaths".

    Acts are seldom counted so ("2,024 killings" would have its comma), people are: "killed 2000 people".
    """
    lemma = grammar.tokens[noun].lemma.lower()
    before = grammar.tokens[number - 1] if number else None
    if is_act(lemma) or (before is not None and before.lemma.lower() in WHEN):
        return True
    return before is not None and before.upos in ("DET", "PRON", "PART") and nouns().get(lemma) != "people"


def inside(token: Token) -> bool:
    """Return whether a word may stand between a number and its noun."""
    return token.upos in BETWEEN or token.text in JOINTS or (token.upos == "VERB" and token.deprel == "amod")


def part_of(grammar: Grammar, amount: Amount, head: int) -> int | None:
    """Return the noun of whom a number is a part: "three of the suspects", "dozens of soldiers"."""
    for child in grammar.children[head]:
        if child.deprel.startswith("nmod") and child.index > amount.last and grammar.case(child.index) == "of":
            return child.index
    # A tree may hang the noun elsewhere; right behind the number it can be no other.
    after = amount.last + 1
    tokens = grammar.tokens
    while after < len(tokens) and tokens[after].upos in ("ADJ", "PROPN") and after - amount.last < REACH:
        after += 1
    return after if after < len(tokens) and tokens[after].upos == "NOUN" else None


def _definite(grammar: Grammar, head: int) -> Quantity | None:
    """Return one for a person told of as known ("the imam", "his wife", a name), None for a plural."""
    token = grammar.tokens[head]
    if token.feats.get("Number") == "Plur" or token.upos not in ("NOUN", "PROPN"):
        return None
    owner = grammar.child(head, "det", "nmod:poss")
    if token.upos == "NOUN" and owner is None:
        return None
    within = [index for index in grammar.subtree(owner.index if owner else head) if index <= head]
    return Quantity(1, 1, _kind(token) if token.upos == "NOUN" else None, min(within), head)


def _kind(token: Token) -> str | None:
    lemma = token.lemma if token.upos == "PROPN" else token.lemma.lower()
    return None if nouns().get(lemma.lower()) == "people" else lemma


def _set_apart(grammar: Grammar, first: int, other: int) -> bool:
    """Return whether a noun is an instance, not an addition ("eight people, including two soldiers"), or what
    another verb is done to ("killing two guards and wounding others").
    """
    between = grammar.tokens[first:other]
    if any(token.upos == "VERB" and token.deprel in CLAUSES for token in between):
        return True
    return not INSTANCES.isdisjoint(token.text.lower() for token in between)
