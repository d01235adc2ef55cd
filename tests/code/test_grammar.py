"""Logical roles: whatever the construction, the subject is who does it and the object to whom it is done."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from trees import tree

LIGHT = frozenset({("launch", "")})


def roles(table: str, word: str) -> set[tuple[str, str]]:
    """Return the (slot, word) pairs of a word, conjuncts expanded, leaving particles and adverbs aside."""
    text = " ".join(line.split()[0] for line in table.strip().splitlines())
    grammar = Grammar(tree(text, table), LIGHT)
    index = next(t.index for t in grammar.tokens if t.text == word)
    slots = {slot for slot, _ in grammar.arguments(index)} - {"adv", "prt"}
    return {(slot, grammar.tokens[i].text) for slot in slots for i in grammar.slot(index, slot)}


def test_a_passive_is_undone() -> None:
    table = """
        Reporters reporter NOUN 3 nsubj:pass
        were be AUX 3 aux:pass
        beaten beat VERB 0 root VerbForm=Part|Tense=Past
        by by ADP 5 case
        police police NOUN 3 obl:agent
    """
    assert {("obj", "Reporters"), ("subj", "police")} <= roles(table, "beaten")


def test_a_relative_clause_has_its_noun() -> None:
    table = """
        men man NOUN 0 root
        who who PRON 3 nsubj PronType=Rel
        stormed storm VERB 1 acl:relcl
        parliament parliament NOUN 3 obj
    """
    assert roles(table, "stormed") == {("subj", "men"), ("obj", "parliament")}


def test_a_relative_clause_without_object_has_its_noun_as_object() -> None:
    table = """
        men man NOUN 0 root
        police police NOUN 3 nsubj
        arrested arrest VERB 1 acl:relcl
    """
    assert roles(table, "arrested") == {("subj", "police"), ("obj", "men")}


def test_an_infinitive_has_the_object_of_its_governor() -> None:
    table = """
        Paris Paris PROPN 2 nsubj
        urged urge VERB 0 root
        Rome Rome PROPN 2 obj
        to to PART 5 mark
        release release VERB 2 xcomp VerbForm=Inf
        him he PRON 5 obj
    """
    assert roles(table, "release") == {("subj", "Rome"), ("obj", "him")}


def test_joined_verbs_share_their_subject() -> None:
    table = """
        Gunmen gunman NOUN 2 nsubj
        seized seize VERB 0 root
        and and CCONJ 4 cc
        burned burn VERB 2 conj
        villages village NOUN 4 obj
    """
    assert roles(table, "burned") == {("subj", "Gunmen"), ("obj", "villages")}
    assert roles(table, "seized") == {("subj", "Gunmen"), ("obj", "villages")}


def test_a_noun_of_action_has_the_subject_of_its_light_verb() -> None:
    table = """
        Rebels rebel NOUN 2 nsubj
        launched launch VERB 0 root
        attacks attack NOUN 2 obj
        on on ADP 5 case
        Goma Goma PROPN 3 nmod
        and and CCONJ 7 cc
        Bukavu Bukavu PROPN 5 conj
    """
    assert roles(table, "attacks") == {("subj", "Rebels"), ("on", "Goma"), ("on", "Bukavu")}
