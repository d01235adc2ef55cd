"""What the form of a sentence settles: questions, "whether", bans, what is announced for a day or not planned."""

from __future__ import annotations

import pytest

import diurna
from diurna.code.grammar import Grammar
from diurna.code.settled import is_barred, lasts, settled
from trees import tree

BANS = frozenset(("ban",))
PUNISHMENTS = frozenset(("year", "jail"))

QUESTION = """
    Did do AUX 3 aux
    soldiers soldier NOUN 3 nsubj
    storm storm VERB 0 root
    the the DET 5 det
    mosque mosque NOUN 3 obj
    ? ? PUNCT 3 punct
"""
WHO = """
    Why why ADV 4 advmod
    did do AUX 4 aux
    soldiers soldier NOUN 4 nsubj
    storm storm VERB 0 root
    it it PRON 4 obj
    ? ? PUNCT 4 punct
"""
WHETHER = """
    Nobody nobody PRON 2 nsubj
    knew know VERB 0 root
    whether whether SCONJ 5 mark
    police police NOUN 5 nsubj
    shot shoot VERB 2 ccomp
    him he PRON 5 obj
"""
ANNOUNCED = """
    Bakers baker NOUN 2 nsubj
    announced announce VERB 0 root
    a a DET 4 det
    strike strike NOUN 2 obj
    from from ADP 6 case
    Monday Monday PROPN 2 obl
"""
UNPLANNED = """
    No no DET 2 det
    talks talk NOUN 4 nsubj:pass
    are be AUX 4 aux:pass
    scheduled schedule VERB 0 root
"""
BAN = """
    The the DET 2 det
    ban ban NOUN 8 nsubj
    on on ADP 4 case
    rallies rally NOUN 2 nmod
    and and CCONJ 6 cc
    marches march NOUN 4 conj
    angered anger VERB 0 root
    unions union NOUN 7 obj
"""
FACED = """
    They they PRON 2 nsubj
    face face VERB 0 root
    ten ten NUM 4 nummod
    years year NOUN 2 obj
    in in ADP 6 case
    jail jail NOUN 4 nmod
"""


def read(table: str, text: str = "") -> Grammar:
    return Grammar(tree(text or " ".join(line.split()[0] for line in table.strip().splitlines()), table))


def status(table: str, word: str, behind: str = "") -> str | None:
    text = " ".join(line.split()[0] for line in table.strip().splitlines()) + behind
    grammar = read(table, text)
    return settled(grammar, next(t.index for t in grammar.tokens if t.text == word), text, PUNISHMENTS)


def test_what_is_asked_is_hypothetical() -> None:
    assert status(QUESTION, "storm") == "hypothetical"


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        (" MINISTER: No. No mosque was entered.", "negated"),
        (" They did not.", "negated"),
        (" Yes, on Friday.", "happened"),
        (" The minister would not say.", "hypothetical"),
        (" They have a mandate to do so.", "hypothetical"),
    ],
)
def test_the_answer_right_behind_a_question_says_whether_it_happened(answer: str, meant: str) -> None:
    assert status(QUESTION, "storm", answer) == meant


def test_a_question_for_the_reason_takes_the_deed_as_given() -> None:
    assert status(WHO, "storm") is None


def test_a_plain_sentence_settles_nothing() -> None:
    assert status(QUESTION.replace("Did do AUX 3 aux\n", "All all DET 3 det\n").replace("?", "."), "storm") is None


def test_what_nobody_knows_whether_is_hypothetical() -> None:
    assert status(WHETHER, "shot") == "hypothetical"
    assert status(WHETHER.replace("whether", "that"), "shot") is None


def test_whether_for_this_or_that_reason_takes_the_deed_as_given() -> None:
    reasons = """
        for for ADP 8 case
        ransom ransom NOUN 5 obl
        or or CCONJ 10 cc
        politics politics NOUN 8 conj
    """
    assert status(WHETHER + reasons.strip("\n"), "shot") is None


def test_what_is_announced_from_a_day_on_is_future() -> None:
    assert status(ANNOUNCED, "strike") == "future"
    assert status(ANNOUNCED.replace("from from", "on on"), "strike") is None


def test_talks_that_are_not_scheduled_are_negated() -> None:
    assert status(UNPLANNED, "talks") == "negated"
    assert status(UNPLANNED.replace("No no", "More more"), "talks") is None


def test_what_a_ban_forbids_is_no_event() -> None:
    grammar = read(BAN)
    assert [t.text for t in grammar.tokens if is_barred(grammar, t.index, BANS)] == ["rallies", "marches"]


def test_protests_that_were_held_and_then_banned_are_left() -> None:
    table = """
        The the DET 2 det
        protests protest NOUN 4 nsubj:pass
        were be AUX 4 aux:pass
        banned ban VERB 0 root
    """
    assert not is_barred(read(table), 1, BANS)


def test_a_punishment_that_somebody_faces_is_hypothetical() -> None:
    assert (status(FACED, "years"), status(FACED, "jail")) == ("hypothetical", "hypothetical")
    assert status(FACED.replace("face face", "spent spend"), "jail") is None


def test_what_a_rule_says_of_whoever_does_it_is_hypothetical() -> None:
    table = """
        Drivers driver NOUN 5 nsubj Number=Plur
        who who PRON 3 nsubj PronType=Rel
        block block VERB 1 acl:relcl Tense=Pres
        bridges bridge NOUN 3 obj
        face face VERB 0 root
        jail jail NOUN 5 obj
    """
    assert status(table, "block") == "hypothetical"
    assert status(table.replace("block block VERB 1 acl:relcl Tense=Pres", "blocked block VERB 1 acl:relcl Tense=Past"),
                  "blocked") is None  # fmt: skip


def test_what_lasts_since_a_year_is_not_of_that_year() -> None:
    table = """
        He he PRON 4 nsubj:pass
        has have AUX 4 aux
        been be AUX 4 aux:pass
        held hold VERB 0 root
        since since ADP 6 case
        2022 2022 NUM 4 obl
    """
    assert lasts(read(table), 3)
    assert not lasts(read(table.replace("since since", "in in")), 3)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("UNICEF warned that 200,000 children could die of hunger in Sudan.", []),
        ("The rebels warned that they could attack the capital unless the talks resume.", ["THREATEN"]),
        ("The minister warned that looters would be shot.", ["THREATEN"]),
    ],
)
def test_to_fear_what_others_may_suffer_is_no_threat(text: str, types: list[str]) -> None:
    (record,) = diurna.code([text])

    assert [event.type for event in record.events if event.type == "THREATEN"] == types
