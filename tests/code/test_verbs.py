"""Tense, aspect, modality and polarity of verb groups, read from trees."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.verbs import Verbal, verbal_of
from trees import tree


def verbal(table: str, word: str) -> Verbal:
    text = " ".join(line.split()[0] for line in table.strip().splitlines())
    grammar = Grammar(tree(text, table))
    return verbal_of(grammar, next(t.index for t in grammar.tokens if t.text == word))


def test_a_perfect_that_goes_on() -> None:
    table = """
        Dockers docker NOUN 4 nsubj
        have have AUX 4 aux Tense=Pres|VerbForm=Fin
        been be AUX 4 aux Tense=Past|VerbForm=Part
        striking strike VERB 0 root Tense=Pres|VerbForm=Part
    """
    assert verbal(table, "striking") == Verbal("PRESENT", "PERFECTIVE_PROGRESSIVE", "", False)


def test_a_passive_has_the_tense_of_its_auxiliary() -> None:
    table = """
        Editors editor NOUN 3 nsubj:pass
        were be AUX 3 aux:pass Tense=Past|VerbForm=Fin
        freed free VERB 0 root Tense=Past|VerbForm=Part
    """
    assert verbal(table, "freed") == Verbal("PAST", "NONE", "", False)


def test_going_to_is_future() -> None:
    table = """
        Envoys envoy NOUN 3 nsubj
        are be AUX 3 aux Tense=Pres|VerbForm=Fin
        going go VERB 0 root Tense=Pres|VerbForm=Part
        to to PART 5 mark
        meet meet VERB 3 xcomp VerbForm=Inf
    """
    assert verbal(table, "meet").tense == "FUTURE"


def test_a_denied_modal() -> None:
    table = """
        Rebels rebel NOUN 4 nsubj
        might might AUX 4 aux VerbForm=Fin
        not not PART 4 advmod
        disarm disarm VERB 0 root VerbForm=Inf
    """
    assert verbal(table, "disarm") == Verbal("PRESENT", "NONE", "might", True)


def test_a_noun_has_no_tense() -> None:
    assert verbal("The the DET 2 det\nraid raid NOUN 0 root", "raid") == Verbal("NONE", "NONE", "", False)
