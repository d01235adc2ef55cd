"""Status: what did not happen, may happen or is to come is told from what happened."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.status import denied, status_of
from trees import tree


def status(table: str, word: str) -> str:
    text = " ".join(line.split()[0] for line in table.strip().splitlines())
    grammar = Grammar(tree(text, table))
    return status_of(grammar, next(t.index for t in grammar.tokens if t.text == word))


def test_a_past_tense_happened() -> None:
    assert status("Rebels rebel NOUN 2 nsubj\nattacked attack VERB 0 root", "attacked") == "happened"


def test_not_is_negated() -> None:
    table = """
        Troops troop NOUN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        attack attack VERB 0 root
    """
    assert status(table, "attack") == "negated"


def test_a_subject_of_which_there_is_none_is_negated() -> None:
    table = """
        No no DET 2 det
        charges charge NOUN 5 nsubj:pass
        had have AUX 5 aux
        been be AUX 5 aux:pass
        filed file VERB 0 root
    """
    assert status(table, "filed") == "negated"


def test_not_the_first_lawsuit_is_a_lawsuit() -> None:
    table = """
        It it PRON 6 nsubj
        is be AUX 6 cop
        not not PART 6 advmod
        the the DET 6 det
        first first ADJ 6 amod
        lawsuit lawsuit NOUN 0 root
    """
    assert status(table, "lawsuit") == "happened"


def test_will_is_future() -> None:
    table = """
        Ministers minister NOUN 3 nsubj
        will will AUX 3 aux
        meet meet VERB 0 root
    """
    assert status(table, "meet") == "future"


def test_may_and_if_are_hypothetical() -> None:
    may = """
        Rebels rebel NOUN 3 nsubj
        may may AUX 3 aux
        attack attack VERB 0 root
    """
    if_ = """
        if if SCONJ 3 mark
        rebels rebel NOUN 3 nsubj
        attack attack VERB 5 advcl
        troops troop NOUN 5 nsubj
        respond respond VERB 0 root
    """
    assert (status(may, "attack"), status(if_, "attack")) == ("hypothetical", "hypothetical")


def test_what_is_planned_is_future_and_what_failed_is_negated() -> None:
    plans = """
        He he PRON 2 nsubj
        plans plan VERB 0 root
        to to PART 4 mark
        visit visit VERB 2 xcomp
        Oslo Oslo PROPN 4 obj
    """
    failed = plans.replace("plans plan", "failed fail")
    assert (status(plans, "visit"), status(failed, "visit")) == ("future", "negated")


def test_a_planned_noun_is_future() -> None:
    table = """
        Their they PRON 3 nmod:poss
        upcoming upcoming ADJ 3 amod
        talks talk NOUN 4 nsubj
        worry worry VERB 0 root
        Cairo Cairo PROPN 4 obj
    """
    assert status(table, "talks") == "future"


NOBODY = """
    Nobody nobody PRON 3 nsubj
    has have AUX 3 aux
    apologised apologise VERB 0 root
"""
WILL_NOT = """
    Ministers minister NOUN 4 nsubj
    will will AUX 4 aux
    not not PART 4 advmod
    yield yield VERB 0 root
"""


def test_what_nobody_did_is_negated() -> None:
    assert status(NOBODY, "apologised") == "negated"


def test_promising_nothing_is_promising_not() -> None:
    table = """
        Kampala Kampala PROPN 2 nsubj
        promised promise VERB 0 root
        nothing nothing PRON 2 obj
    """
    assert status(table, "promised") == "negated"


def test_will_not_may_refuse_and_is_no_flat_denial() -> None:
    flat, refusal = Grammar(tree("Nobody has apologised", NOBODY)), Grammar(tree("Ministers will not yield", WILL_NOT))
    assert denied(flat, 2)
    assert not denied(refusal, 3)


def test_until_leads_up_to_what_took_place() -> None:
    table = """
        Herders herder NOUN 2 nsubj
        blocked block VERB 0 root Tense=Past|VerbForm=Fin
        roads road NOUN 2 obj
        until until SCONJ 6 mark
        he he PRON 6 nsubj
        signed sign VERB 2 advcl Tense=Past|VerbForm=Fin
    """
    assert status(table, "signed") == "happened"
    assert status(
        table.replace("blocked block VERB 0 root Tense=Past|VerbForm=Fin", "block block VERB 0 root"), "signed"
    ) == ("hypothetical")
