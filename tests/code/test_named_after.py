"""The name right behind a person's description belongs to it, wherever the tree hangs it."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.phrases import phrase
from trees import tree

AMBASSADOR = """
    US US PROPN 2 compound
    ambassador ambassador NOUN 7 nsubj
    to to ADP 4 case
    Togo Togo PROPN 2 nmod
    Ana Ana PROPN 7 vocative
    Reid Reid PROPN 5 flat
    resigned resign VERB 0 root
"""
ACTOR = """
    activist activist NOUN 6 nsubj
    and and CCONJ 3 cc
    blogger blogger NOUN 1 conj
    Ana Ana PROPN 1 conj
    Reid Reid PROPN 4 flat
    resigned resign VERB 0 root
"""
REPORTERS = """
    She she PRON 2 nsubj
    told tell VERB 0 root
    reporters reporter NOUN 2 obj Number=Plur
    Ana Ana PROPN 2 vocative
    Reid Reid PROPN 4 flat
"""
AND_ANOTHER = """
    The the DET 2 det
    minister minister NOUN 6 nsubj
    and and CCONJ 4 cc
    Ana Ana PROPN 2 conj
    Reid Reid PROPN 4 flat
    resigned resign VERB 0 root
"""


def words(text: str, table: str, head: int, name: tuple[int, int]) -> tuple[int, int]:
    return phrase(Grammar(tree(text, table, names=((*name, "person"),))), head)


def test_an_ambassador_to_a_land_and_the_name_behind_it_are_one() -> None:
    assert words("US ambassador to Togo Ana Reid resigned", AMBASSADOR, 1, (4, 5)) == (0, 5)


def test_two_descriptions_of_one_name_are_one() -> None:
    assert words("activist and blogger Ana Reid resigned", ACTOR, 0, (3, 4)) == (0, 4)


def test_of_several_people_one_name_is_none() -> None:
    assert words("She told reporters Ana Reid", REPORTERS, 2, (3, 4)) == (2, 2)


def test_who_is_joined_by_and_is_another() -> None:
    assert words("The minister and Ana Reid resigned", AND_ANOTHER, 1, (3, 4)) == (0, 1)
