"""Who takes part beside another: along with, together with, alongside."""

from __future__ import annotations

import diurna
from diurna.code.alongside import alongside
from diurna.code.grammar import Grammar
from trees import tree

SUBJECT = """
    Togo Togo PROPN 6 nsubj
    , , PUNCT 5 punct
    along along ADP 5 case
    with with ADP 3 fixed
    Ghana Ghana PROPN 1 nmod
    rejected reject VERB 0 root
    it it PRON 6 obj
"""
TOGETHER = """
    Togo Togo PROPN 6 nsubj
    , , PUNCT 1 punct
    together together ADV 1 advmod
    with with ADP 5 case
    Ghana Ghana PROPN 3 obl
    rejected reject VERB 0 root
    it it PRON 6 obj
"""
OBJECT = """
    Police police NOUN 2 nsubj
    held hold VERB 0 root
    the the DET 4 det
    mayor mayor NOUN 2 obj
    along along ADP 8 case
    with with ADP 5 fixed
    his his PRON 8 nmod:poss
    brother brother NOUN 2 obl
"""
RIVER = """
    Police police NOUN 2 nsubj
    held hold VERB 0 root
    smugglers smuggler NOUN 2 obj
    along along ADP 6 case
    the the DET 6 det
    river river NOUN 3 nmod
"""


def test_along_with_a_subject_another_acts() -> None:
    assert alongside(Grammar(tree("Togo, along with Ghana rejected it", SUBJECT)), 0) == {4}


def test_together_with_a_subject_another_acts() -> None:
    assert alongside(Grammar(tree("Togo, together with Ghana rejected it", TOGETHER)), 0) == {4}


def test_along_with_an_object_another_is_held() -> None:
    grammar = Grammar(tree("Police held the mayor along with his brother", OBJECT))
    assert (alongside(grammar, 3), alongside(grammar, 0)) == ({7}, set())


def test_along_a_river_nobody_is_held() -> None:
    assert alongside(Grammar(tree("Police held smugglers along the river", RIVER)), 2) == set()


def test_along_with_stands_behind_an_apposition_too() -> None:
    text = "Police arrested the federation's general secretary, Babul Akhter, along with two organisers."
    (record,) = diurna.code([text])
    (event,) = record.events
    assert [p.span.text for p in event.recipients] == ["the federation's general secretary", "two organisers"]
