"""Tellings: the words of a sentence that say how many were killed, wounded, arrested ... and the number there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.resolve.counts.amounts import Amount, amounts_of
from diurna.resolve.counts.nearby import right_before, right_behind
from diurna.resolve.counts.phrases import Quantity, quantity_of
from diurna.resolve.counts.tables import CountWord, Place, count_words

NOT = frozenset(("not", "n't", "never"))
CAUSES = ("subj", "by", "of", "from", "in")


@dataclass(frozen=True, slots=True)
class Telling:
    """Word `word` tells a quantity of a kind ("killed")."""

    word: int
    kind: str
    quantity: Quantity
    as_trigger: bool


def tellings_of(grammar: Grammar) -> list[Telling]:
    """Return all that the words of counts.csv tell in a sentence, in text order; of each word one number a kind."""
    told_by = [(token, count_words().get((token.lemma.lower(), token.upos), ())) for token in grammar.tokens]
    if not any(rows for _, rows in told_by):
        return []
    amounts = amounts_of(grammar.tokens)
    found = []
    for token, rows in told_by:
        told: set[tuple[str, bool]] = set()
        for row in rows:
            if (row.kind, row.as_trigger) in told or (row.asked and not _met(grammar, token.index, row.asked)):
                continue
            quantity = _quantity(grammar, amounts, token.index, row)
            if quantity is not None and not _denied(grammar, token.index, quantity):
                told.add((row.kind, row.as_trigger))
                found.append(Telling(token.index, row.kind, quantity, row.as_trigger))
    return found


def by_nature(grammar: Grammar, word: int) -> bool:
    """Return whether what a word tells was done by a storm, a crash, an illness: no event of the ontology."""
    natural = load_lexicon().lists["natural-causes"]
    arguments = grammar.arguments(word)
    return any(slot in CAUSES and grammar.tokens[head].lemma.lower() in natural for slot, head in arguments)


def _quantity(grammar: Grammar, amounts: Mapping[int, Amount], word: int, row: CountWord) -> Quantity | None:
    for heads in _heads(grammar, word, row.place):
        if row.place.lemmas and not any(grammar.tokens[head].lemma.lower() in row.place.lemmas for head in heads):
            continue
        quantity = quantity_of(grammar, amounts, heads)
        if quantity is not None:
            return quantity
    return None if row.place.lemmas else _beside(grammar, amounts, word, row.place.slot)


def _beside(grammar: Grammar, amounts: Mapping[int, Amount], word: int, slot: str) -> Quantity | None:
    """Return the number right beside a verb, whatever the tree makes of it."""
    if grammar.tokens[word].upos != "VERB" or slot not in ("subj", "obj"):
        return None
    if slot == "subj":
        return right_before(grammar, amounts, word)
    if _plainly_passive(grammar, word):
        return right_before(grammar, amounts, word)
    behind = right_behind(grammar, amounts, word)
    return right_before(grammar, amounts, word) if behind is None and grammar.passive(word) else behind


def _plainly_passive(grammar: Grammar, word: int) -> bool:
    """Return whether a verb is passive by what stands before it: "be", or a number ("and 15 arrested")."""
    if grammar.tokens[word].text.lower().endswith("ing"):
        return False
    before = grammar.tokens[max(word - 3, 0) : word]
    return any(token.lemma.lower() == "be" for token in before) or (bool(before) and before[-1].upos == "NUM")


def _heads(grammar: Grammar, word: int, place: Place) -> Iterator[list[int]]:
    """Yield, for each filler of a slot, the nouns coordinated there."""
    token = grammar.tokens[word]
    if place.slot == "self":
        yield [word]
    elif place.slot == "head":
        if token.deprel == "amod":
            yield grammar.conjuncts(token.head)
    elif place.slot == "is":
        if token.deprel.startswith("nsubj") and grammar.tokens[token.head].upos != "VERB":
            yield [token.head]
    elif place.slot.startswith("verb."):
        if token.head >= 0 and grammar.tokens[token.head].upos == "VERB":
            slot = place.slot.removeprefix("verb.")
            yield from _filling(grammar, token.head, slot, leaving=word)
    else:
        yield from _filling(grammar, word, place.slot)
        if place.slot == "obj" and _past_participle(grammar, word):
            yield from _qualified(grammar, word)


def _filling(grammar: Grammar, word: int, slot: str, leaving: int = -1) -> Iterator[list[int]]:
    for name, head in grammar.arguments(word):
        if name == slot and head != leaving:
            yield grammar.conjuncts(head)


def _past_participle(grammar: Grammar, word: int) -> bool:
    feats = grammar.tokens[word].feats
    return feats.get("VerbForm") == "Part" and feats.get("Tense") != "Pres"


def _qualified(grammar: Grammar, word: int) -> Iterator[list[int]]:
    """Yield whom a bare participle is said of: "30 injured passengers", "were reported killed", "left 30 injured"."""
    token = grammar.tokens[word]
    if grammar.child(word, "nummod"):
        yield [word]
    if token.deprel == "amod":
        yield grammar.conjuncts(token.head)
    subject = grammar.surface_subject(word) if token.deprel in ("xcomp", "conj") else None
    if subject is not None and grammar.child(word, "obj") is None:
        yield grammar.conjuncts(subject)


def _met(grammar: Grammar, word: int, asked: Place) -> bool:
    return any(
        grammar.tokens[head].lemma.lower() in asked.lemmas for heads in _heads(grammar, word, asked) for head in heads
    )


def _denied(grammar: Grammar, word: int, quantity: Quantity) -> bool:
    """Return whether the verb is negated, so that its number is none of the dead; "no arrests" tells one itself."""
    return quantity.max != 0 and any(child.lemma.lower() in NOT for child in grammar.children[word])
