"""Verbs that the parser hung too low, put where no other reading is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diurna.records import Token

_MODALS = frozenset(("will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "'d", "wo"))
_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "conj")
_DEEPEST = 6


def rehung(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a sentence, a past verb coordinated with an infinitive hung on the finite verb above.

    "The minister said the army would stay and [urged] residents to return": "would urged" is no English, so it is the
    minister who urged.
    """
    moved = {t.index: head for t in tokens if t.deprel == "conj" and (head := _finite_above(tokens, t)) is not None}
    if not moved:
        return tokens
    return tuple(replace(t, head=moved[t.index]) if t.index in moved else t for t in tokens)


def _finite_above(tokens: Sequence[Token], verb: Token) -> int | None:
    """Return the finite verb that a past verb is coordinated with, where it now hangs on an infinitive."""
    above = tokens[verb.head]
    if not _past(verb) or above.upos != "VERB" or not _infinitive(tokens, above):
        return None
    if any(t.head == verb.index and (t.deprel in _SUBJECTS or t.upos == "AUX") for t in tokens):
        return None
    for _ in range(_DEEPEST):
        if above.deprel not in _CLAUSES or above.head < 0:
            return None
        above = tokens[above.head]
        if _past(above):
            return above.index
    return None


def _past(token: Token) -> bool:
    return token.upos == "VERB" and token.feats.get("Tense") == "Past" and token.feats.get("VerbForm") == "Fin"


def _infinitive(tokens: Sequence[Token], verb: Token) -> bool:
    """Return whether a verb stands behind "would" or "to", without a "have" whose participle might go on."""
    before = [t for t in tokens if t.head == verb.index and t.index < verb.index]
    led = any(t.lemma.lower() in _MODALS or (t.upos == "PART" and t.lemma.lower() == "to") for t in before)
    return led and not any(t.lemma.lower() == "have" for t in before) and verb.feats.get("VerbForm") != "Part"
