"""Decode each word's tag, features and lemma."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from diurna.annotate.model import Model, Reading


def decode_tags(
    model: Model, reading: Reading, words: Sequence[str]
) -> tuple[list[str], list[Mapping[str, str]], list[str]]:
    """Return the UPOS, the features and the lemma of each word."""
    labels = model.labels
    upos = [labels.upos[i] for i in reading.upos.argmax(-1)]
    feats = [_features(labels.feats[i]) for i in reading.feats.argmax(-1)]
    lemmas = [
        lemma_of(word, tag, labels.lemmas[i])
        for word, tag, i in zip(words, upos, reading.lemmas.argmax(-1), strict=True)
    ]
    return upos, feats, lemmas


def lemma_of(word: str, upos: str, edit: str) -> str:
    """Return the lemma that an edit (`cut:ending`) makes of a word; one that cuts more than there is keeps the word."""
    base = word if upos == "PROPN" else word.lower()
    base = base.replace("’", "'")
    cut, _, ending = edit.partition(":")
    if int(cut) > len(base) or (int(cut) == len(base) and not ending):
        return base
    return base[: len(base) - int(cut)] + ending


@cache
def _features(bundle: str) -> Mapping[str, str]:
    """Return a bundle "Number=Sing|Person=3" as a mapping; one object for all words that have it."""
    pairs = (part.split("=", 1) for part in bundle.split("|") if "=" in part)
    return MappingProxyType({name: value for name, value in pairs})
