"""Whom a noun or pronoun means that the sentences before it tell of by another: read from plain text."""

from __future__ import annotations

import pytest

from diurna.annotate import annotate
from diurna.read import article_of
from diurna.records import Span
from diurna.resolve.entities import find_entities


def meant(text: str, words: str) -> list[str]:
    """Return the names of those whom the last occurrence of `words` speaks of."""
    found = find_entities(next(iter(annotate([article_of(text)]))))
    start = text.rindex(words)
    return [found.entity(id).name for id in found.at(Span(start, start + len(words), words))]


CULLEN = "Pat Cullen accused Health Secretary Steve Barclay of lying. "
ADAMU = "Grace Adamu urged the president to resign. "
NAVY = "Minister Ali Sow said the navy had shelled rebels. Rebels have fought the navy since May. "


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (CULLEN + "The 58-year-old urged members to strike.", "The 58-year-old", ["Pat Cullen"]),
        ("Ann Lee said Tom Brook had fled. The 58-year-old was freed.", "The 58-year-old", []),
        ("Tom Brook, 40, met Ann Lee, 58. The 58-year-old was freed.", "The 58-year-old", ["Ann Lee"]),
        (CULLEN + "The former mayor urged members to strike.", "The former mayor", ["Pat Cullen"]),
        ("Mayor Ann Lee met voters. The former mayor was arrested.", "The former mayor", ["former mayor"]),
        (ADAMU + "The laureate met students.", "The laureate", ["Grace Adamu"]),
        ("Minister Grace Adamu urged calm. The activist was freed.", "The activist", ["activist"]),
        ("Ann Lee met students. The author of the report was freed.", "The author", ["author"]),
        ("Ann Lee met students in Oslo. The mother of two was freed.", "The mother", ["Ann Lee"]),
        ("President Ann Lee met students. The outgoing leader thanked them.", "The outgoing leader", ["Ann Lee"]),
        ("President Ann Lee met students. The rebel leader thanked them.", "The rebel leader", ["rebel leader"]),
        ("Police arrested a nurse in Leeds. The man was later freed.", "The man", ["nurse"]),
    ],
)
def test_one_told_of_anew_is_whom_the_sentence_before_is_about(text: str, words: str, names: list[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Rebels freed six nurses near the Catholic Church. The group demanded talks.", "The group", ["Rebels"]),
        ("Oxfam praised the Supreme Court. The Oxford-based group urged reforms.", "group", ["Oxfam"]),
        ("The Teachers Service Commission met. The teachers went on strike.", "The teachers", ["teachers"]),
        ("Togo's ruling Green Party sued. Lawyers said the ruling party lied.", "the ruling party", ["Green Party"]),
        ("His party blamed Togo. The ruling party sued.", "The ruling party", ["ruling party"]),
        ("The Landless Movement seized a farm. The company sued.", "The company", ["company"]),
    ],
)
def test_a_body_is_called_only_what_it_can_be(text: str, words: str, names: list[str]) -> None:
    assert meant(text, words) == names


def test_both_sides_are_who_fight_or_negotiate() -> None:
    assert meant(NAVY + "Ghana urged both sides to talk.", "both sides") == ["rebels", "navy"]
    assert meant("Talks between Togo and Ghana failed. Kenya urged the two sides to meet.", "the two sides") == [
        "Togo",
        "Ghana",
    ]
    assert meant("Ann Lee met Tom Brook. Ghana urged both camps to talk.", "both camps") == ["both camps"]
    swap = "Togo and Ghana exchanged prisoners. Minister Ann Lee met the freed men. Both sides signed a treaty."
    assert meant(swap, "Both sides") == ["Togo", "Ghana"]


def test_the_pair_are_two_counted_before() -> None:
    text = "Two teachers joined the march in Dhaka. The pair were later questioned."
    assert meant(text, "The pair") == ["Two teachers"]


def test_whom_they_do_something_to_is_none_of_them() -> None:
    text = "President Ann Lee and Minister Tom Brook flew to Lima. Brook met miners there. They turned him down."
    assert meant(text, "They") == ["miners"]
    assert meant(text, "him") == ["Tom Brook"]
    text = "Officers freed the nurses after colleagues held a vigil. They vowed to sue the police."
    assert meant(text, "They") != ["Officers"]


def test_whom_the_police_arrest_are_no_police() -> None:
    text = "Police fired tear gas at striking miners. Two of them were arrested."
    assert meant(text, "them") == ["striking miners"]


def test_what_is_done_about_somebody_is_done_by_another() -> None:
    text = "Rebels shot at drivers in Goma. The drivers staged a protest against them."
    assert meant(text, "them") == ["Rebels"]


def test_an_ambassador_told_of_by_his_land_is_the_one_named_later() -> None:
    text = "Manila summoned China's ambassador on Monday. Officials told Ambassador Liu Ning to apologise."
    assert meant(text, "Liu Ning") == meant(text, "China's ambassador") == ["Liu Ning"]


def test_a_president_of_a_union_is_not_that_of_the_country() -> None:
    text = "The Miners Union met President Ann Lee in Lima. Its acting president accused her of lying."
    assert meant(text, "Its acting president") == ["Miners Union's acting president"]


def test_a_body_has_a_head_and_a_state_has_ministers() -> None:
    text = "The United Nations praised Chad on Monday and asked Chad for access. Its head, Ann Lee, thanked the army."
    assert meant(text, "Its") == ["United Nations"]


def test_his_party_is_the_one_he_leads() -> None:
    text = "Green Dawn accused the government of fraud. Its president, Ravi Kumar, said his party would sue."
    assert meant(text, "his party") == ["Green Dawn"]


def test_a_body_that_is_it_is_not_they_in_the_same_sentence() -> None:
    text = "Amnesty International urged Togo to free the miners. It said they had been held for years."
    assert meant(text, "they") == ["miners"]


def test_a_noun_of_the_actor_lists_is_a_person_or_a_body() -> None:
    text = "Hoodlums raided the village. They burned a school."
    assert meant(text, "They") == ["Hoodlums"]
