"""What the page's author adds behind what somebody says: who that is, what had come of it."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.code.grammar import Grammar
from diurna.records import Token

_RELATIVE = frozenset(("which", "who", "whom", "whose", "where"))
_SAID = frozenset(("ccomp", "csubj", "csubj:pass", "parataxis"))
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


def _named(grammar: Grammar, cue: Token, verb: Token) -> bool:
    """Return whether what the clause tells of stands under the cue with no other clause around it."""
    above = verb.head
    while above not in (-1, cue.index):
        if grammar.tokens[above].deprel in _SAID:
            return False
        above = grammar.tokens[above].head
    return above == cue.index
