"""Whose a plan, a report or a decision is: whoever made it is judged, not the thing."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.makers import makers
from trees import tree

PLAN = """
    Miners miner NOUN 2 nsubj
    denounced denounce VERB 0 root
    the the DET 4 det
    mayor mayor NOUN 6 nmod:poss
    's 's PART 4 case
    plan plan NOUN 2 obj
"""
REPORT = """
    A a DET 2 det
    report report NOUN 5 nsubj
    by by ADP 4 case
    Oxfam Oxfam PROPN 2 nmod
    accused accuse VERB 0 root
    Togo Togo PROPN 5 obj
"""
SUIT = """
    A a DET 2 det
    suit suit NOUN 6 nsubj
    filed file VERB 2 acl VerbForm=Part|Tense=Past
    by by ADP 5 case
    miners miner NOUN 3 obl:agent
    accused accuse VERB 0 root
    Togo Togo PROPN 6 obj
"""
PACT = """
    Ghana Ghana PROPN 2 nsubj
    rejected reject VERB 0 root
    a a DET 4 det
    request request NOUN 2 obj
    of of ADP 6 case
    Oxfam Oxfam PROPN 4 nmod
"""
SON = """
    Miners miner NOUN 2 nsubj
    denounced denounce VERB 0 root
    the the DET 4 det
    mayor mayor NOUN 6 nmod:poss
    's 's PART 4 case
    son son NOUN 2 obj
"""


def test_who_denounces_a_plan_denounces_whose_it_is() -> None:
    assert makers(Grammar(tree("Miners denounced the mayor's plan", PLAN)), 5, range(1, 2)) == {3}


def test_a_report_accuses_as_whom_it_is_by() -> None:
    assert makers(Grammar(tree("A report by Oxfam accused Togo", REPORT)), 1, range(4, 5)) == {3}


def test_a_suit_accuses_as_who_filed_it() -> None:
    assert makers(Grammar(tree("A suit filed by miners accused Togo", SUIT)), 1, range(5, 6)) == {4}


def test_a_request_is_of_the_name_behind_it() -> None:
    sentence = tree("Ghana rejected a request of Oxfam", PACT, names=((5, 5, "organization"),))
    assert makers(Grammar(sentence), 3, range(1, 2)) == {5}


def test_a_son_is_somebody_himself() -> None:
    assert makers(Grammar(tree("Miners denounced the mayor's son", SON)), 5, range(1, 2)) == {5}
