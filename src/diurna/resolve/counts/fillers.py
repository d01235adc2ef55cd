"""Fillers: the nouns that stand in a slot of a word that counts, as the tree has them and as it should have them."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.grammar import Grammar
from diurna.resolve.counts.tables import Place

WITHIN = frozenset(("conj", "nmod", "compound", "flat", "appos"))  # how nouns of one phrase hang on each other


def fillers(grammar: Grammar, word: int, place: Place) -> Iterator[list[int]]:
    """Yield, for each filler of a slot, the nouns coordinated there."""
    token = grammar.tokens[word]
    if place.slot == "self":
        if token.upos == "ADJ" and (noun := _noun_before(grammar, word)) is not None:
            yield [each for each in grammar.conjuncts(noun) if each < word]
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
        if place.slot == "obj" and (noun := _noun_left(grammar, word)) is not None:
            yield grammar.conjuncts(noun)
        yield from _filling(grammar, word, place.slot)
        if place.slot == "obj" and _past_participle(grammar, word):
            yield from _qualified(grammar, word)


def _noun_before(grammar: Grammar, word: int) -> int | None:
    """Return the first of the nouns right before an adjective: the guards of "two guards and a cook dead"."""
    at = word - 1
    if at >= 0 and grammar.tokens[at].upos == "ADV":  # "badly"
        at -= 1
    while 0 <= at < word and grammar.tokens[at].upos in ("NOUN", "PROPN"):
        if grammar.tokens[at].deprel not in WITHIN:
            return at
        at = grammar.tokens[at].head
    return None


def _noun_left(grammar: Grammar, word: int) -> int | None:
    """Return the object of "leave" of whose last noun a participle is said: "left a man and two boys wounded"."""
    token = grammar.tokens[word]
    noun = _noun_before(grammar, word) if token.deprel in ("acl", "amod", "conj") else None
    governor = grammar.tokens[noun].head if noun is not None else -1
    if noun is None or governor < 0 or grammar.tokens[governor].lemma.lower() != "leave":
        return None
    # "a cook dead and two boys wounded": those before "dead" are not of the wounded.
    return None if any(grammar.tokens[each].deprel == "xcomp" for each in range(noun, word)) else noun


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


def gapped(grammar: Grammar, word: int) -> bool:
    """Return whether a participle leaves out its "were", so that its own number stands before it: "and 14 wounded"."""
    own = grammar.child(word, "obj", "nsubj", "nsubj:pass", "aux", "aux:pass")
    participle = grammar.tokens[word].deprel == "conj" and _past_participle(grammar, word)
    return participle and own is None and _noun_left(grammar, word) is None
