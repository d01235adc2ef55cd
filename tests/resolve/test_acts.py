"""Whom a judgement of an act is aimed at: whoever did what it takes up."""

from __future__ import annotations

from diurna.records import Event, Participant, Span
from diurna.resolve.acts import with_whose_act
from trees import tree

TEXT = "Togo closed the border. Ghana criticized the move."
CLOSED = """
    Togo Togo PROPN 2 nsubj
    closed close VERB 0 root
    the the DET 4 det
    border border NOUN 2 obj
    . . PUNCT 2 punct
"""
CRITICIZED = """
    Ghana Ghana PROPN 2 nsubj
    criticized criticize VERB 0 root
    {which} {which} DET 4 det
    {what} {what} NOUN 2 obj
    . . PUNCT 2 punct
"""


def told(text: str, kind: str, trigger: str, actor: str) -> Event:
    start, at = text.index(trigger), text.index(actor)
    who = (Participant(Span.of(text, at, at + len(actor))),)
    return Event("", kind, Span.of(text, start, start + len(trigger)), "happened", 0.9, actors=who)


def judged(text: str, kind: str, by: str, which: str, what: str) -> list[str]:
    sentences = (tree(text, CLOSED), tree(text, CRITICIZED.format(which=which, what=what), text.index("Ghana")))
    events = [told(text, "SANCTION", "closed", "Togo"), told(text, kind, "criticized", by)]
    return [one.span.text for one in with_whose_act(events, sentences)[1].recipients]


def test_who_did_it_is_whom_criticism_of_the_move_is_of() -> None:
    assert judged(TEXT, "ACCUSE", "Ghana", "the", "move") == ["Togo"]


def test_nobody_criticizes_himself() -> None:
    assert judged(TEXT, "ACCUSE", "Togo", "the", "move") == []


def test_a_thing_is_no_act() -> None:
    text = "Togo closed the border. Ghana criticized the weather."
    assert judged(text, "ACCUSE", "Ghana", "the", "weather") == []


def test_another_move_takes_up_nothing() -> None:
    assert judged(TEXT.replace("the move", "any move"), "ACCUSE", "Ghana", "any", "move") == []


def test_the_word_of_an_act_takes_it_up() -> None:
    text = "Togo closed the border. Ghana criticized the closure."
    assert judged(text, "ACCUSE", "Ghana", "the", "closure") == ["Togo"]


def test_who_refuses_a_move_refuses_nobody() -> None:
    assert judged(TEXT, "REJECT", "Ghana", "the", "move") == []
