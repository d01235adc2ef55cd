"""Duties: "Russia said the United States must agree to a ban" asks the United States for it, and agrees to nothing."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.lexicon import named_list

# What somebody is told that he must do, by the mode of the request; what harms or refuses is left to the head.
_ASKED = {
    "AGREE": (), "CONSULT": ("meet",), "SUPPORT": ("assist",), "COOPERATE": ("assist",), "AID": ("assist",),
    "CONCEDE": ("yield",), "RETREAT": ("yield",),
}  # fmt: skip
_MUST = frozenset(("must", "should", "ought"))


def asked(grammar: Grammar, word: int, kind: str) -> tuple[tuple[str, ...], int, int] | None:
    """Return a request's modes, who asks and who is asked, where an act of type `kind` is somebody's duty; else None.

    The words are those of the speaker and of the one who must. "We must talk" asks nobody else.
    """
    if kind not in _ASKED:
        return None
    verb = _duty(grammar, word)
    saying = _saying(grammar, verb) if verb is not None else None
    if verb is None or saying is None:
        return None
    speaker, other = grammar.surface_subject(saying), grammar.surface_subject(verb)
    if speaker is None or other is None or grammar.tokens[other].upos == "PRON":
        return None
    return _ASKED[kind], speaker, other


def _duty(grammar: Grammar, word: int) -> int | None:
    """Return the word that "must" stands by: the act's own, or what it hangs on ("must be ready to mediate")."""
    for here in (word, grammar.tokens[word].head if grammar.tokens[word].deprel == "xcomp" else -1):
        if here >= 0 and any(c.deprel == "aux" and c.lemma.lower() in _MUST for c in grammar.children[here]):
            return here
    return None


def _saying(grammar: Grammar, verb: int) -> int | None:
    token = grammar.tokens[verb]
    told = [token.head] if token.deprel == "ccomp" and token.head >= 0 else []
    told += [child.index for child in grammar.children[verb] if child.deprel == "parataxis"]
    return next((saying for saying in told if grammar.tokens[saying].lemma.lower() in named_list("insists")), None)
