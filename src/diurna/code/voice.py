"""Whether a verb of saying is passive, so that its subject does not speak but is spoken of or to."""

from __future__ import annotations

from diurna.code.grammar import Grammar

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s"))
_OPENING = frozenset((",", "when", "once", "if", "(", "–", "—", "-"))


def passive(grammar: Grammar, word: int) -> bool:
    """Return whether a verb is passive; "be" before a participle, or a bare one, shows it where the tree does not."""
    if grammar.passive(word) or bare(grammar, word):
        return True
    token = grammar.tokens[word]
    auxiliaries = [c for c in grammar.children[word] if c.upos == "AUX" and c.index < word]
    # "What is sure is that Ukraine has told us": the last of them is the verb's.
    be = bool(auxiliaries) and auxiliaries[-1].text.lower() in _BE
    return token.upos == "VERB" and be and not token.text.lower().endswith("ing")


def bare(grammar: Grammar, word: int) -> bool:
    """Return whether a verb is a participle that opens its clause: "[Asked] about the raid, the general said"."""
    token = grammar.tokens[word]
    past = token.upos == "VERB" and token.text.lower().endswith(("ed", "en", "t", "ld"))
    if not past or token.deprel not in ("advcl", "acl", "ccomp", "csubj", "parataxis", "dep"):
        return False
    if grammar.child(word, "nsubj", "nsubj:pass", "aux", "obj") or (token.deprel != "acl" and token.head < word):
        return False
    return word == 0 or grammar.tokens[word - 1].text.lower() in _OPENING
