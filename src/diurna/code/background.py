"""What the page's author adds behind what somebody says: who that is, what had come of it."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.records import Token

_RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))
_SAID = frozenset(("ccomp", "csubj", "csubj:pass", "parataxis"))
_BREAKS = frozenset((",", "-", "–", "—", "--"))
_TAKING_UP = frozenset(("figure", "number", "charge", "account", "version", "comparison", "reference"))
_MODALS = frozenset(("would", "could", "might", "should", "may", "will"))


def without_background(grammar: Grammar, cue: Token, words: Sequence[int]) -> list[int]:
    """Return the words said, up to a relative clause behind a comma that tells of a thing named, not of a clause said.

    "Endorsed Marek, [who lost the last election]", "denied a role in the raid, [which killed nine]": nobody says that.
    """
    start = background(grammar, cue, words)
    return [word for word in words if start is None or word < start]


def background(grammar: Grammar, cue: Token, words: Sequence[int]) -> int | None:
    """Return where such a clause begins, in the words or right behind them, or None; no clause said lies around it."""
    for verb in grammar.tokens[words[0] :]:
        if _takes_up(grammar, verb, words):
            return grammar.subtree(verb.index)[0]
        if verb.deprel not in ("acl:relcl", "advcl:relcl") or verb.index < cue.index:
            continue
        below = [word for word in grammar.subtree(verb.index) if grammar.tokens[word].upos != "PUNCT"]
        first = below[0]
        if not words[0] < first - 1 <= words[-1] + 1 or below[-1] < words[-1] or grammar.tokens[first - 1].text != ",":
            continue
        opening = {grammar.tokens[i].lemma.lower() for i in below[:3]}
        planned = any(c.lemma.lower() in _MODALS for c in grammar.children[verb.index] if c.upos == "AUX")
        if opening & _RELATIVE and not planned and _named(grammar, cue, verb):
            return first - 1
    return None


def _takes_up(grammar: Grammar, noun: Token, words: Sequence[int]) -> bool:
    """Return whether a noun takes up all that is said, to tell more of it: "arrested 60 men, a figure that [...]"."""
    if noun.deprel not in ("appos", "parataxis", "obl:unmarked", "obl") or noun.upos != "NOUN":
        return False
    claimed = noun.lemma.lower() in _TAKING_UP or "clause" in load_cues().of(noun)
    if not claimed or not grammar.child(noun.index, "acl:relcl", "acl", "nmod"):
        return False
    below = [word for word in grammar.subtree(noun.index) if grammar.tokens[word].upos != "PUNCT"]
    behind = words[0] < below[0] - 1 <= words[-1] + 1 and grammar.tokens[below[0] - 1].text in _BREAKS
    return behind and below[-1] >= words[-1]


def _named(grammar: Grammar, cue: Token, verb: Token) -> bool:
    """Return whether what the clause tells of stands under the cue with no other clause around it."""
    above = verb.head
    while above not in (-1, cue.index):
        if grammar.tokens[above].deprel in _SAID:
            return False
        above = grammar.tokens[above].head
    return above == cue.index
