"""What a word's verb group says of it: tense, aspect, modality, polarity (TimeML 1.2.1, EVENT and MAKEINSTANCE)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diurna.code.grammar import Grammar
from diurna.code.status import negated
from diurna.records import Token

Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["NONE", "PERFECTIVE", "PROGRESSIVE", "PERFECTIVE_PROGRESSIVE"]

_WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_MODALS = frozenset(("may", "might", "could", "would", "should", "can", "must", "ought", "'d", "’d"))


@dataclass(frozen=True, slots=True)
class Verbal:
    """What the verb group says; `modality` is the modal's word in lower case, "" where there is none."""

    tense: Tense
    aspect: Aspect
    modality: str
    negated: bool


def verbal_of(grammar: Grammar, word: int) -> Verbal:
    """Return the tense, aspect, modality and polarity of the verb group whose main word is `word`.

    A noun or adjective has no tense unless a copula carries one.
    """
    token = grammar.tokens[word]
    group = [child for child in grammar.children[word] if child.deprel in ("aux", "aux:pass", "cop")]
    modal = next((c.text.lower() for c in group if c.text.lower() in _MODALS or c.lemma.lower() in _MODALS), "")
    return Verbal(_tense(grammar, token, group), _aspect(token, group), modal, negated(grammar, word))


def _tense(grammar: Grammar, token: Token, group: list[Token]) -> Tense:
    if token.upos not in ("VERB", "AUX") and not any(c.deprel == "cop" for c in group):
        return "NONE"
    if any(c.text.lower() in _WILL or c.lemma.lower() in _WILL for c in group):
        return "FUTURE"
    marked = any(c.deprel == "mark" and c.lemma.lower() == "to" for c in grammar.children[token.index])
    carriers = [c for c in group if c.feats.get("VerbForm") == "Fin" and c.text.lower() not in _MODALS]
    carrier = carriers[0] if carriers else token
    if _going(carrier, token, grammar):
        return "FUTURE"
    tense, form = carrier.feats.get("Tense"), carrier.feats.get("VerbForm")
    if form == "Fin":
        return "PRESENT" if tense == "Pres" else "PAST"
    if form == "Inf" and marked:
        return "INFINITIVE"
    if form == "Ger" or (form == "Part" and tense == "Pres"):
        return "PRESPART"
    if form == "Part":
        return "PASTPART"
    return "PRESENT" if any(c.text.lower() in _MODALS for c in group) else "INFINITIVE"


def _going(carrier: Token, token: Token, grammar: Grammar) -> bool:
    """Return whether "going to" makes the verb a future one."""
    head = grammar.tokens[token.head] if token.head >= 0 else None
    return carrier is token and head is not None and head.text.lower() == "going" and token.deprel == "xcomp"


def _aspect(token: Token, group: list[Token]) -> Aspect:
    perfect = any(c.deprel in ("aux",) and c.lemma.lower() == "have" for c in group)
    progressive = token.feats.get("VerbForm") in ("Ger", "Part") and any(
        c.deprel == "aux" and c.lemma.lower() == "be" for c in group
    )
    if perfect:
        return "PERFECTIVE_PROGRESSIVE" if progressive else "PERFECTIVE"
    return "PROGRESSIVE" if progressive else "NONE"
