"""Where whoever speaks goes on with a further cue: "said prices had risen, [citing the war]", "and [urged calm]"."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.records import Token

_LIKELY, _UNSAID = 0.5, 0.25
"""From when on the head finds a word a cue, and until when no part of what is said."""

_CLAUSES = ("advcl", "conj")
_SUBJECTS = ("nsubj", "nsubj:pass", "expl")
_DEEPEST = 6


def next_saying(grammar: Grammar, cue: int, own: Sequence[int]) -> int:
    """Return where the speaker goes on with another cue, behind what the tree has as content; else the sentence's end.

    "Denied that he knew, [describing the claim as a lie]", "said he would go and [accused them of theft]".
    """
    for verb in grammar.tokens[own[-1] + 1 :]:
        goes_on = verb.deprel in _CLAUSES and verb.upos == "VERB" and cue in (verb.head, _above(grammar, verb))
        if goes_on and load_cues().of(verb) and not grammar.child(verb.index, "nsubj", "nsubj:pass"):
            return grammar.subtree(verb.index)[0]
    return len(grammar.tokens)


def without_next_saying(grammar: Grammar, cue: Token, words: list[int]) -> list[int]:
    """Return the words said, without those from the speaker's own next cue on, though the parser hung it on them."""
    for verb in (grammar.tokens[word] for word in words):
        if verb.deprel in _CLAUSES and _above(grammar, verb) == cue.index:
            first = grammar.subtree(verb.index)[0]
            return [word for word in words if word < first]
    return words


def speaks_above(grammar: Grammar, verb: Token) -> int | None:
    """Return the cue whose speaker a verb goes on with, where the parser hung it on what is said."""
    return _above(grammar, verb) if verb.deprel in _CLAUSES else None


def _speaker_again(grammar: Grammar, clause: int) -> bool:
    subject = grammar.child(clause, "nsubj")
    return subject is not None and subject.text.lower() in ("it", "he", "she", "they")


def _above(grammar: Grammar, verb: Token) -> int | None:
    """Return the saying verb above the clause that a verb without a subject hangs on, if the head is sure of it."""
    reading = grammar.sentence.attribution
    goes_on = verb.text.lower().endswith("ing") or (verb.deprel == "conj" and verb.feats.get("VerbForm") == "Fin")
    if verb.upos != "VERB" or not goes_on or not reading.cue:
        return None
    likely, said = reading.cue[verb.index], reading.content[verb.index]
    # "The embassy said it was concerned and urged the police": the pronoun is the speaker, whoever urges.
    if (likely < _LIKELY or said > _UNSAID) and not (likely > said and _speaker_again(grammar, verb.head)):
        return None
    if not load_cues().of(verb) or grammar.child(verb.index, *_SUBJECTS, "mark"):
        return None
    above = grammar.tokens[verb.head]
    for _ in range(_DEEPEST):
        if above.deprel == "ccomp" and above.head < above.index:
            return above.head if "clause" in load_cues().of(grammar.tokens[above.head]) else None
        if above.deprel not in (*_CLAUSES, "xcomp") or above.head < 0:
            return None
        above = grammar.tokens[above.head]
    return None
