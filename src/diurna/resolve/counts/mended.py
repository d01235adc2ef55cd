"""Verbs of counts.csv that the tagger took for another part of speech ("killed" as a noun), read as verbs again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from diurna.records import Sentence, Token
from diurna.resolve.counts.tables import count_words

OF_VERBS = frozenset(("aux", "aux:pass", "nsubj", "nsubj:pass", "obj"))


def mended(sentence: Sentence) -> Sentence:
    """Return the sentence with each plain verb form of counts.csv tagged and lemmatized as that verb.

    Only forms in -ed, which are no nouns, and forms in -ing tagged as auxiliaries. A form that counts.csv also has as a
    noun or adjective ("30 wounded") needs a dependent that only verbs have.
    """
    verbal = {token.head for token in sentence.tokens if token.deprel in OF_VERBS}
    tokens = tuple([_mended(token, token.index in verbal) for token in sentence.tokens])
    return sentence if tokens == sentence.tokens else replace(sentence, tokens=tokens)


def _mended(token: Token, verbal: bool) -> Token:
    form = token.text.lower()
    verb = _verbs().get(form)
    if verb is None or (token.upos, token.lemma) == ("VERB", verb):
        return token
    if form.endswith("ing"):
        return replace(token, upos="VERB", lemma=verb) if token.upos in ("AUX", "VERB") else token
    also = any((form, pos) in count_words() for pos in ("NOUN", "ADJ"))
    past = {"Tense": "Past", "VerbForm": "Part"}
    if token.upos == "VERB":
        return replace(token, lemma=verb)
    return token if also and not verbal else replace(token, upos="VERB", lemma=verb, feats=past)


@cache
def _verbs() -> Mapping[str, str]:
    """Return the lemmas of the regular forms in -ed and -ing of the verbs in counts.csv."""
    found = {}
    for lemma, pos in count_words():
        if pos == "VERB":
            stem = lemma.removesuffix("e")
            found[f"{stem}ed"] = lemma
            found[f"{stem}ing"] = lemma
            found[f"{lemma}{lemma[-1]}ed"] = found[f"{lemma}{lemma[-1]}ing"] = lemma  # kidnapped, nabbed
    return found
