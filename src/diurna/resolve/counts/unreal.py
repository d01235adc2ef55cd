"""Unreal: numbers of what might have been, was tried, or is to come ("could have killed 200", "will free 40")."""

from __future__ import annotations

from typing import Literal

from diurna.code.grammar import Grammar
from diurna.code.status import governing_words
from diurna.records import Event
from diurna.resolve.counts.tables import kinds
from diurna.resolve.counts.tellings import Telling

ToldAs = Literal["fact", "guessed", "planned", "unreal"]

WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
COULD = frozenset(("could", "would", "should", "can"))
MAY = frozenset(("may", "might"))  # of the past they guess ("may have died"), of the days to come they leave open
IF = frozenset(("if", "unless", "whether"))
CLAUSES = frozenset(("xcomp", "acl", "advcl", "ccomp"))
ALLOWED = frozenset(("released", "participants"))  # a deal's prisoners and a crowd expected are worth telling
HIGHEST = 3  # verbs looked at above the one that tells the number


def holds(grammar: Grammar, telling: Telling, event: Event, own: bool) -> bool:
    """Return whether a number may be told of an event; `own` where the telling word triggers it itself.

    Nobody was killed, hurt, arrested, displaced or abducted by what might have been. What is planned or guessed is not
    told of another event that took place, but for "up to 40 may have died", which leaves it open.
    """
    told = told_as(grammar, telling.word)
    if told == "unreal" and telling.kind not in ALLOWED:
        return False
    if told == "guessed" and telling.quantity.min is None:
        return True
    promise = event.type in kinds()[telling.kind].otherwise and telling.kind in ALLOWED  # "promised to free 350 rebels"
    return told == "fact" or own or promise or event.status in ("future", "hypothetical")


def told_as(grammar: Grammar, word: int) -> ToldAs:
    """Return whether a word tells what took place, what is planned or guessed, or what did not or might not."""
    if grammar.tokens[word].upos == "NOUN":
        return _noun_told_as(grammar, word)
    here = word
    for _ in range(HIGHEST):
        told = _by_auxiliaries(grammar, here)
        token = grammar.tokens[here]
        if told != "fact" or token.head < 0:
            return told
        marks = {child.lemma.lower() for child in grammar.children[here] if child.deprel == "mark"}
        if token.deprel in CLAUSES and marks & {"to", "from"}:
            told = _by_governor(grammar, token.head)
            if told != "fact":
                return told
        if marks - {"to", "from"} or not (token.deprel == "xcomp" or _shares(grammar, here)):
            return "fact"
        here = token.head
    return "fact"


def _noun_told_as(grammar: Grammar, word: int) -> ToldAs:
    """Return how an object is told by its verb: "could cause 200 deaths", but not "could condemn the deaths"."""
    token = grammar.tokens[word]
    if any(child.lemma.lower() == "attempted" or child.text.lower() == "attempted" for child in grammar.children[word]):
        return "unreal"
    if token.deprel == "nmod" and grammar.case(word) == "of":  # "hundreds of deaths"
        token = grammar.tokens[token.head]
    bare = token.deprel == "obj" and grammar.child(token.index, "det") is None
    return _by_auxiliaries(grammar, token.head) if bare else "fact"


def _by_auxiliaries(grammar: Grammar, word: int) -> ToldAs:
    own = {form for c in grammar.children[word] if c.deprel == "aux" for form in (c.lemma.lower(), c.text.lower())}
    if own & COULD or (own & MAY and "have" not in own) or _has_if(grammar, word):
        return "unreal"
    if own & MAY:
        return "guessed"
    if not own & WILL:
        return "fact"
    conditions = [child.index for child in grammar.children[word] if child.deprel == "advcl"]
    return "unreal" if any(_has_if(grammar, each) for each in conditions) else "planned"


def _has_if(grammar: Grammar, word: int) -> bool:
    return any(child.deprel == "mark" and child.lemma.lower() in IF for child in grammar.children[word])


def _by_governor(grammar: Grammar, governor: int) -> ToldAs:
    """Return how a verb, noun or adjective tells what it is about: "tried to kill", "a plot to kill"."""
    lemma = grammar.tokens[governor].lemma.lower()
    if lemma == "able":  # "police were able to arrest 12 men": they did
        return "fact"
    match governing_words().get(lemma):
        case "future":
            return "planned"
        case "hypothetical" | "negated":
            return "unreal"
    return "fact"


def _shares(grammar: Grammar, word: int) -> bool:
    """Return whether a verb stands under the auxiliary of the one before: "could explode and kill", "killing 200"."""
    token = grammar.tokens[word]
    if token.deprel == "conj":
        return token.feats.get("VerbForm") != "Fin" and grammar.child(word, "nsubj", "nsubj:pass") is None
    return token.deprel == "advcl" and token.text.lower().endswith("ing")
