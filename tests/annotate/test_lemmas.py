"""Lemmas: from the table where a form is irregular, else by its ending."""

import pytest

from diurna.annotate.lemmas import lemma_of


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("Went", "VERB", "go"), ("seized", "VERB", "seize"), ("stopped", "VERB", "stop"), ("denies", "VERB", "deny"),
        ("vetoed", "VERB", "veto"), ("leaders", "NOUN", "leader"), ("gunmen", "NOUN", "gunman"), ("n’t", "PART", "not"),
        ("parties", "NOUN", "party"), ("Khan", "PROPN", "Khan"), ("was", "AUX", "be"), ("them", "PRON", "they"),
        ("blogged", "VERB", "blog"), ("axolotls", "NOUN", "axolotl"),
    ],
)  # fmt: skip
def test_lemmas(word: str, upos: str, lemma: str) -> None:
    assert lemma_of(word, upos) == lemma
