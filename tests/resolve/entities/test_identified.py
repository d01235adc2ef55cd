"""Somebody whom the page says who he is, and somebody told of by his age."""

from __future__ import annotations

from written_sentences import document, span_of

from diurna.records import Document
from diurna.resolve.entities import find_entities

ATTACKER = (
    "The/DET/2/det attacker/NOUN/9/nsubj _,/PUNCT/4/punct identified/VERB/2/acl/identify as/ADP/6/case"
    " [person Paul/PROPN/4/obl Moyo/PROPN/6/flat ] _,/PUNCT/2/punct fled/VERB/0/root/flee _./PUNCT/9/punct"
)
POLICE_NAMED = (
    "Police/NOUN/2/nsubj/police named/VERB/0/root/name the/DET/4/det shooter/NOUN/2/obj as/ADP/6/case"
    " [person Paul/PROPN/2/obl Moyo/PROPN/6/flat ] _./PUNCT/2/punct"
)
APPOINTED = (
    "Togo/PROPN/2/nsubj named/VERB/0/root/name [person Paul/PROPN/2/obj Moyo/PROPN/3/flat ] as/ADP/7/case"
    " an/DET/7/det/a envoy/NOUN/2/obl _./PUNCT/2/punct"
)
A_MAN = (
    "A/DET/7/det/a 34/NUM/4/nummod _-/PUNCT/2/punct _year/NOUN/6/obl:unmarked _-/PUNCT/4/punct _old/ADJ/7/amod"
    " man/NOUN/8/nsubj fled/VERB/0/root/flee _./PUNCT/8/punct"
)
THE_OLD = (
    "The/DET/6/det 34/NUM/4/nummod _-/PUNCT/2/punct _year/NOUN/6/compound _-/PUNCT/4/punct _old/ADJ/7/nsubj"
    " hid/VERB/0/root/hide _./PUNCT/7/punct"
)
MOYO = (
    "[person Paul/PROPN/6/nsubj Moyo/PROPN/1/flat ] _,/PUNCT/4/punct 34/NUM/1/appos _,/PUNCT/4/punct"
    " fled/VERB/0/root/flee _./PUNCT/6/punct"
)


def names_at(page: Document, words: str) -> list[str]:
    entities = find_entities(page)
    return [entities.entity(id).name for id in entities.at(span_of(page, words))]


def test_an_attacker_identified_by_name_is_who_is_named() -> None:
    assert names_at(document(ATTACKER), "The attacker") == ["Paul Moyo"]


def test_whom_police_name_is_who_is_named() -> None:
    assert names_at(document(POLICE_NAMED), "the shooter") == ["Paul Moyo"]


def test_who_is_named_for_an_office_names_nobody_else() -> None:
    assert names_at(document(APPOINTED), "an envoy") == []


def test_a_man_told_of_by_his_age_is_the_man_of_that_age() -> None:
    page = document(A_MAN, THE_OLD)
    assert names_at(page, "The 34-year-old") == names_at(page, "A 34-year-old man") == ["34-year-old man"]


def test_an_age_behind_a_name_is_his() -> None:
    assert names_at(document(MOYO, THE_OLD), "The 34-year-old") == ["Paul Moyo"]


def test_of_two_of_one_age_neither_is_meant() -> None:
    assert names_at(document(MOYO, A_MAN, THE_OLD), "The 34-year-old") == []
