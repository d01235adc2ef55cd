"""Which patterns are tried in a sentence at all."""

from __future__ import annotations

import pytest

from diurna.code.claims import load_claims
from diurna.code.needs import are_met, needs_of, said_in

CLASSES = {"month": ["May", "October"], "day": ["day before yesterday"]}


@pytest.mark.parametrize(
    ("needs", "sentence", "met"),
    [
        ("{month}", "The truce of MAY held.", True),
        ("{month}", "The mayor resigned.", False),
        ("{month} {digits}", "Troops left in May 2019.", True),
        ("{month} {digits}", "Troops left in May.", False),
        ("mid|early", "Talks opened in early spring.", True),
        ("mid|early", "Talks opened in midsummer.", False),
        ("{day}", "They met the day before\nyesterday.", True),
        ("{day}", "They met the day before.", False),
        ("", "Anything may stand here.", True),
    ],
)
def test_a_pattern_is_tried_where_one_word_of_each_kind_stands(needs: str, sentence: str, met: bool) -> None:
    assert are_met(needs_of(needs, CLASSES), said_in(sentence)) is met


def test_an_unknown_class_is_named() -> None:
    with pytest.raises(KeyError, match="season"):
        needs_of("{season}", CLASSES)


def test_every_claim_that_a_rule_can_make_has_what_it_needs() -> None:
    for rule in load_claims().rules:
        for example in rule.examples:
            sentence = example["text"].replace("<", "").replace(">", "")
            assert rule.pattern.search(sentence) and are_met(rule.needs, said_in(sentence))
