"""Who takes part: whole names, each of those who are joined, and two events on one word."""

from __future__ import annotations

import diurna
from diurna.code.grammar import Grammar
from diurna.code.participants import actors_and_recipients
from diurna.code.phrases import phrase
from diurna.code.weights import weights
from diurna.read import article_of
from diurna.records import NameType, TriggerReading
from trees import tree

STAFFER = """
    Prosecutors prosecutor NOUN 2 nsubj
    charged charge VERB 0 root
    former former ADJ 4 amod
    staffer staffer NOUN 2 obj
    Ana Ana PROPN 4 appos
    Moyo Moyo PROPN 5 flat
"""
MAGISTRATES = """
    French French ADJ 4 amod
    and and CCONJ 3 cc
    Spanish Spanish ADJ 1 conj
    magistrates magistrate NOUN 5 nsubj
    met meet VERB 0 root
"""
MINISTER = """
    The the DET 3 det
    energy energy NOUN 3 compound
    minister minister NOUN 6 nsubj
    Ana Ana PROPN 3 conj
    Reid Reid PROPN 4 flat
    resigned resign VERB 0 root
"""
DEMANDS = """
    women woman NOUN 6 nsubj
    , , PUNCT 3 punct
    adolescents adolescent NOUN 1 conj
    and and CCONJ 5 cc
    girls girl NOUN 1 conj
    marched march VERB 0 root
"""


def actors(
    text: str, table: str, trigger: int, likely: tuple[float, ...], names: tuple[tuple[int, int], ...] = (),
    kind: NameType = "group",
) -> list[str]:  # fmt: skip
    grammar = Grammar(tree(text, table, names=tuple((a, b, kind) for a, b in names)))
    reading = TriggerReading(trigger, trigger, {}, {}, {}, {}, likely, tuple(0.0 for _ in likely))
    found, _ = actors_and_recipients(grammar, range(trigger, trigger + 1), reading, None, weights().limits, text)
    return [one.span.text for one in found]


def test_a_description_and_the_name_after_it_are_one_person() -> None:
    text = "Prosecutors charged former staffer Ana Moyo"
    grammar = Grammar(tree(text, STAFFER, names=((4, 5, "person"),)))
    assert phrase(grammar, 3) == (2, 5)


def test_a_title_and_the_name_right_behind_it_are_one_participant() -> None:
    likely = (0.9, 0.9, 0.9, 0.9, 0.9, 0.0)
    found = actors("The energy minister Ana Reid resigned", MINISTER, 5, likely, ((3, 4),), "person")
    assert found == ["The energy minister Ana Reid"]


def test_two_people_are_not_run_together() -> None:
    likely = (0.9, 0.0, 0.9, 0.0, 0.9, 0.0)
    assert actors("women , adolescents and girls marched", DEMANDS, 5, likely, ((2, 2), (4, 4)), "person") == [
        "women", "adolescents", "girls",
    ]  # fmt: skip


def test_french_and_spanish_magistrates_are_two() -> None:
    found = actors("French and Spanish magistrates met", MAGISTRATES, 4, (0.1, 0.0, 0.5, 0.9, 0.0), ((0, 0), (2, 2)))
    assert found == ["French", "Spanish magistrates"]


def test_who_is_joined_to_an_actor_needs_less_to_be_one() -> None:
    likely = (0.9, 0.0, 0.9, 0.0, 0.4, 0.0)
    assert actors("women , adolescents and girls marched", DEMANDS, 5, likely) == ["women", "adolescents", "girls"]


def test_who_is_not_joined_needs_more() -> None:
    likely = (0.3, 0.0, 0.3, 0.0, 0.3, 0.0)
    assert actors("women , adolescents and girls marched", DEMANDS, 5, likely) == []


def test_a_sentence_to_prison_is_a_conviction_and_an_arrest() -> None:
    (record,) = diurna.code(["A Lagos court sentenced the senator to prison on Monday."])
    assert sorted((e.type, e.modes) for e in record.events) == [("COERCE", ("arrest",)), ("SANCTION", ("convict",))]


def test_what_is_dated_a_year_back_is_historical() -> None:
    text = "Rebels killed forty villagers in Ituri in March 2016."
    (record,) = diurna.code([article_of({"id": "a", "text": text, "published": "2019-05-04"})])
    assert [(e.type, e.status) for e in record.events] == [("ASSAULT", "historical")]


def test_a_name_behind_a_description_brings_the_one_joined_to_it() -> None:
    text = "former staffer Ana Moyo and Tom Reid resigned"
    table = """
        former former ADJ 2 amod
        staffer staffer NOUN 8 nsubj
        Ana Ana PROPN 2 appos
        Moyo Moyo PROPN 3 flat
        and and CCONJ 6 cc
        Tom Tom PROPN 3 conj
        Reid Reid PROPN 6 flat
        resigned resign VERB 0 root
    """
    likely = (0.9, 0.9, 0.9, 0.9, 0.0, 0.1, 0.1, 0.0)
    assert actors(text, table, 7, likely, ((2, 3), (5, 6)), "person") == ["former staffer Ana Moyo", "Tom Reid"]
