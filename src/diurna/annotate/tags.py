"""Decode each word's tag, features and lemma."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from diurna.annotate.lemmas import lemma_of
from diurna.annotate.model import Model, Reading


def decode_tags(
    model: Model, reading: Reading, words: Sequence[str]
) -> tuple[list[str], list[Mapping[str, str]], list[str]]:
    """Return the UPOS, the features and the lemma of each word."""
    labels = model.labels
    upos = [labels.upos[i] for i in reading.upos.argmax(-1).tolist()]
    feats = [_features(labels.feats[i]) for i in reading.feats.argmax(-1).tolist()]
    return upos, feats, [lemma_of(word, tag) for word, tag in zip(words, upos, strict=True)]


@cache
def _features(bundle: str) -> Mapping[str, str]:
    """Return a bundle "Number=Sing|Person=3" as a mapping; one object for all words that have it."""
    pairs = (part.split("=", 1) for part in bundle.split("|") if "=" in part)
    return MappingProxyType({name: value for name, value in pairs})
