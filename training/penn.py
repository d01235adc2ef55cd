"""What a Penn tag says of a word's universal tag and features: sets of what it allows (UD's own conversion table).

GMB's news carries Penn tags (made half automatically); they teach news words ("clashed", "withdrawal") that the
treebanks' web text seldom has.
"""

from __future__ import annotations

from functools import cache

_UPOS = {
    "CC": ("CCONJ",), "CD": ("NUM",), "DT": ("DET", "PRON"), "EX": ("PRON",), "IN": ("ADP", "SCONJ"),
    "JJ": ("ADJ",), "JJR": ("ADJ",), "JJS": ("ADJ",), "MD": ("AUX",), "NN": ("NOUN",), "NNS": ("NOUN",),
    "NNP": ("PROPN",), "NNPS": ("PROPN",), "PDT": ("DET",), "POS": ("PART",), "PRP": ("PRON",), "PRP$": ("PRON",),
    "RB": ("ADV", "PART"), "RBR": ("ADV",), "RBS": ("ADV",), "RP": ("ADP",), "TO": ("PART", "ADP"),
    "VB": ("VERB", "AUX"), "VBD": ("VERB", "AUX"), "VBG": ("VERB", "AUX"), "VBN": ("VERB", "AUX"),
    "VBP": ("VERB", "AUX"), "VBZ": ("VERB", "AUX"), "WDT": ("PRON", "DET", "SCONJ"), "WP": ("PRON",), "WP$": ("PRON",),
    "WRB": ("ADV", "SCONJ"), ",": ("PUNCT",), ".": ("PUNCT",), "``": ("PUNCT",), "LRB": ("PUNCT",), "RRB": ("PUNCT",),
}  # fmt: skip

# Features that every bundle of the tag's words carries.
_FEATS = {
    "NN": ("Number=Sing",), "NNS": ("Number=Plur",), "NNP": ("Number=Sing",), "NNPS": ("Number=Plur",),
    "VB": ("VerbForm=Inf",), "VBD": ("Tense=Past", "VerbForm=Fin"), "VBG": ("VerbForm=",),
    "VBN": ("Tense=Past", "VerbForm=Part"), "VBP": ("Tense=Pres", "VerbForm=Fin"),
    "VBZ": ("Tense=Pres", "VerbForm=Fin", "Person=3"),
}  # fmt: skip


def upos_allowed(word: str, penn: str) -> tuple[str, ...]:
    """Return the universal tags that the word may have; empty where the Penn tag does not say."""
    if not any(c.isalnum() for c in word) and penn.isalpha():
        return ()
    return _UPOS.get(penn, ())


@cache
def feats_allowed(penn: str, bundles: tuple[str, ...]) -> tuple[str, ...]:
    """Return those feature bundles (of `bundles`) that a word of the Penn tag may have; empty where it does not say."""
    wanted = _FEATS.get(penn)
    if wanted is None:
        return ()
    if penn == "VBG":  # a gerund or a present participle, never a past one
        return tuple(b for b in bundles if "VerbForm=Ger" in b or ("Tense=Pres" in b and "VerbForm=Part" in b))
    return tuple(
        b for b in bundles if all(w in b.split("|") for w in wanted) and "Typo" not in b and "PronType" not in b
    )
