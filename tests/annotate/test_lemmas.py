"""Lemmas are made by an edit of the word."""

import pytest
from training.labels import script

from diurna.annotate.tags import lemma_of


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("Went", "VERB", "go"),
        ("leaders", "NOUN", "leader"),
        ("Khans", "PROPN", "Khans"),
        ("n’t", "PART", "not"),
    ],
)
def test_an_edit_gives_back_the_lemma_it_was_made_from(word: str, upos: str, lemma: str) -> None:
    assert lemma_of(word, upos, script(word.replace("’", "'"), upos, lemma)) == lemma


def test_an_edit_longer_than_the_word_leaves_it() -> None:
    assert lemma_of("As", "VERB", "5:be") == "as"
