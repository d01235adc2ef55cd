"""Threats: what somebody announces that he will do on a condition, and the acts that a threat is of."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from diurna.code.grammar import Grammar
from diurna.code.lexicon import named_list

# By type and mode of the act that is announced, the mode of the threat; "" stands for the type's other modes.
_MODES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ASSAULT": {"": ("violence",)},
    "SANCTION": {"": ("relations",), "expel": ("expel",)},
    "COERCE": {"": ("restrict",), "arrest": ("arrest",), "deport": ("expel",), "seize": ("territory",)},
    "PROTEST": {"": ()},
    "MOBILIZE": {"": ("violence",)},
    "RETREAT": {"": ("relations",)},
}
# "Will send troops if asked", "will withdraw if the rebels do" are offers: of these only what "unless" stands behind.
_FRIENDLY = frozenset(("MOBILIZE", "RETREAT"))
_WILL = frozenset(("will", "would", "shall", "'ll", "’ll", "wo"))
_OWN = frozenset(("i", "we"))
_PRONOUNS = frozenset(("i", "we", "it", "they", "he", "she"))
_ANYONE = frozenset(("anyone", "anybody", "whoever", "everyone", "everybody", "those"))
_CONTENT = frozenset(("ccomp", "xcomp", "obj", "parataxis"))


def threat_of(grammar: Grammar, word: int, kind: str, modes: Collection[str]) -> tuple[str, ...] | None:
    """Return the modes of the threat that an act of type `kind` at `word` is, or None where it is no threat.

    "Russia said it would cut off gas unless Kyiv paid" threatens: who would do it says so, on a condition.
    """
    if kind not in _MODES or not any(c.deprel == "aux" and c.lemma.lower() in _WILL for c in grammar.children[word]):
        return None
    marks = {_mark(grammar, child.index) for child in grammar.children[word] if child.deprel == "advcl"}
    condition = "unless" in marks or (kind not in _FRIENDLY and ("if" in marks or _is_of_anyone(grammar, word)))
    if not condition or not _is_announced(grammar, word):
        return None
    by_mode = _MODES[kind]
    return next((by_mode[mode] for mode in modes if mode in by_mode), by_mode[""])


def is_content(grammar: Grammar, word: int, kind: str) -> bool:
    """Return whether an act is what the threat above it is of: "warned that it would expel them", "warned of war"."""
    token = grammar.tokens[word]
    behind = token.deprel in ("obl", "nmod") and word > token.head and grammar.case(word) in ("of", "with")
    return kind in _MODES and (token.deprel in _CONTENT or behind)


def _is_of_anyone(grammar: Grammar, word: int) -> bool:
    """Return whether it is said of whoever does something: "he would jail anyone who printed the tapes"."""
    objects = (child for child in grammar.children[word] if child.deprel in ("obj", "nsubj:pass"))
    return any(o.lemma.lower() in _ANYONE and grammar.child(o.index, "acl:relcl", "acl") is not None for o in objects)


def _mark(grammar: Grammar, clause: int) -> str:
    mark = grammar.child(clause, "mark")
    return mark.lemma.lower() if mark else ""


def _is_announced(grammar: Grammar, word: int) -> bool:
    """Return whether who would do it says so: "the rebels said they would", "the Kremlin said Russia would" not."""
    subject = grammar.surface_subject(word)
    if subject is None:
        return False
    who = grammar.tokens[subject].lemma.lower()
    if who in _OWN:
        return True
    token = grammar.tokens[word]
    if token.deprel == "ccomp" and token.head >= 0:
        sayings = [token.head]
    else:  # "Unless he goes, the elders said, they will march"
        sayings = [child.index for child in grammar.children[word] if child.deprel == "parataxis"]
    for saying in sayings:
        if grammar.tokens[saying].lemma.lower() in named_list("announces"):
            speakers = {grammar.tokens[one].lemma.lower() for one in grammar.slot(saying, "subj")}
            return who in _PRONOUNS or who in speakers
    return False
