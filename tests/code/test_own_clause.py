"""Which likely nouns the event's own clause speaks for: others are dropped, and one alone needs less."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.participants import actors_and_recipients
from diurna.code.weights import weights
from diurna.records import TriggerReading
from trees import tree

REQUEST = """
    Elders elder NOUN 2 nsubj
    suspended suspend VERB 0 root
    protests protest NOUN 2 obj
    at at ADP 6 case
    the the DET 6 det
    request request NOUN 2 obl
    of of ADP 8 case
    mediators mediator NOUN 6 nmod
"""
REFUSED = """
    Kano Kano PROPN 2 nsubj
    asked ask VERB 0 root
    and and CCONJ 5 cc
    Abuja Abuja PROPN 5 nsubj
    refused refuse VERB 2 conj
"""
DRAFTED = """
    Policemen policeman NOUN 3 nsubj:pass
    were be AUX 3 aux:pass
    drafted draft VERB 0 root
"""


def roles(text: str, table: str, at: int, actor: dict[int, float], recipient: dict[int, float]) -> list[list[str]]:
    sentence = tree(text, table)
    words = range(len(sentence.tokens))
    likely = (tuple(actor.get(w, 0.0) for w in words), tuple(recipient.get(w, 0.0) for w in words))
    reading = TriggerReading(at, at, {}, {}, {}, {}, *likely)
    found = actors_and_recipients(Grammar(sentence), range(at, at + 1), reading, None, weights().limits, text)
    return [[one.span.text for one in role] for role in found]


def test_who_is_doubted_and_stands_elsewhere_does_not_act_beside_who_does() -> None:
    text = "Elders suspended protests at the request of mediators"
    assert roles(text, REQUEST, 5, {0: 0.8, 7: 0.95}, {}) == [["mediators"], []]


def test_who_is_sure_acts_wherever_it_stands() -> None:
    text = "Elders suspended protests at the request of mediators"
    assert roles(text, REQUEST, 5, {0: 0.95, 7: 0.95}, {}) == [["Elders", "mediators"], []]


def test_whom_nobody_is_likelier_than_is_taken_where_another_clause_has_it_for_a_subject() -> None:
    text = "Kano asked and Abuja refused"
    assert roles(text, REFUSED, 4, {3: 0.9}, {0: 0.5}) == [["Abuja"], ["Kano"]]


def test_who_has_the_other_role_already_is_not_taken() -> None:
    text = "Kano asked and Abuja refused"
    assert roles(text, REFUSED, 4, {3: 0.9}, {3: 0.5}) == [["Abuja"], []]


def test_a_passive_without_an_agent_has_no_likeliest_actor() -> None:
    text = "Policemen were drafted"
    assert roles(text, DRAFTED, 2, {0: 0.5}, {}) == [[], []]


def test_a_noun_of_action_has_no_likeliest_actor() -> None:
    text = "Elders suspended protests at the request of mediators"
    assert roles(text, REQUEST, 2, {0: 0.5}, {}) == [[], []]
