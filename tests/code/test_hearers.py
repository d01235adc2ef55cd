"""Whom a claim, a demand or an offer is said to, and who only brings two sides together."""

from __future__ import annotations

from diurna.code.bystanders import bystanders
from diurna.code.grammar import Grammar
from diurna.code.hearers import hearers
from trees import tree

SPURNED = """
    Miners miner NOUN 2 nsubj
    spurned spurn VERB 0 root
    the the DET 4 det
    offer offer NOUN 2 obj
"""
DECLINED = """
    The the DET 2 det
    offer offer NOUN 4 nsubj:pass
    was be AUX 4 aux:pass
    declined decline VERB 0 root
    by by ADP 6 case
    Apia Apia PROPN 4 obl:agent
"""
MADE = """
    Miners miner NOUN 2 nsubj
    made make VERB 0 root
    the the DET 4 det
    offer offer NOUN 2 obj
"""
BROKERED = """
    Togo Togo PROPN 2 nsubj
    brokered broker VERB 0 root
    a a DET 4 det
    truce truce NOUN 2 obj
    between between ADP 6 case
    clans clan NOUN 4 nmod
"""
BROKERED_ALONE = "\n".join(BROKERED.strip().splitlines()[:4])


def test_who_spurns_an_offer_was_offered_it() -> None:
    assert hearers(Grammar(tree("Miners spurned the offer", SPURNED)), range(3, 4)) == {0}


def test_who_an_offer_is_declined_by_was_offered_it() -> None:
    assert hearers(Grammar(tree("The offer was declined by Apia", DECLINED)), range(1, 2)) == {5}


def test_who_makes_an_offer_was_not_offered_it() -> None:
    assert hearers(Grammar(tree("Miners made the offer", MADE)), range(3, 4)) == set()


def test_who_brokers_a_truce_between_others_is_no_side_of_it() -> None:
    assert bystanders(Grammar(tree("Togo brokered a truce between clans", BROKERED)), range(3, 4)) == {0}


def test_who_brokers_a_truce_of_unnamed_sides_may_be_one() -> None:
    assert bystanders(Grammar(tree("Togo brokered a truce", BROKERED_ALONE)), range(3, 4)) == set()
