"""Nominals that no name answers, and those that sum up several names."""

from __future__ import annotations

from written_sentences import document, span_of

from diurna.resolve.entities import find_entities

TALKS = (
    "[person Imran/PROPN/6/nsubj Khan/PROPN/1/flat ] and/CCONJ/4/cc [person Ashraf/PROPN/1/conj Ghani/PROPN/4/flat ]"
    " met/VERB/0/root/meet _./PUNCT/6/punct"
)


def test_the_two_leaders_are_two_ids() -> None:
    page = document(
        TALKS,
        "The/DET/3/det two/NUM/3/nummod leaders/NOUN/4/nsubj/leader agreed/VERB/0/root/agree _./PUNCT/4/punct",
    )
    assert find_entities(page).at(span_of(page, "The two leaders")) == ("e1", "e2")


def test_they_are_both_of_those_who_met() -> None:
    page = document(TALKS, "They/PRON/2/nsubj agreed/VERB/0/root/agree _./PUNCT/2/punct")
    entities = find_entities(page)
    assert entities.at(span_of(page, "They")) == ("e1", "e2")
    assert [m.kind for m in entities.entities[1].mentions] == ["name", "pronoun"]


def test_a_coordination_is_all_its_members() -> None:
    page = document(TALKS)
    assert find_entities(page).at(span_of(page, "Imran Khan and Ashraf Ghani")) == ("e1", "e2")


def test_gunmen_told_again_are_the_same_gunmen() -> None:
    page = document(
        "Two/NUM/2/nummod gunmen/NOUN/3/nsubj/gunman fired/VERB/0/root/fire _./PUNCT/3/punct",
        "The/DET/2/det gunmen/NOUN/3/nsubj/gunman fled/VERB/0/root/flee _./PUNCT/3/punct",
    )
    entities = find_entities(page)
    (gunmen,) = entities.entities
    assert (gunmen.name, gunmen.type) == ("Two gunmen", "person")
    assert [m.span.text for m in gunmen.mentions] == ["Two gunmen", "The gunmen"]


def test_something_told_once_and_indefinite_is_no_entity() -> None:
    page = document("A/DET/2/det man/NOUN/3/nsubj fell/VERB/0/root/fall _./PUNCT/3/punct")
    assert find_entities(page).entities == ()


def test_a_phrase_whose_head_is_bound_to_nothing_has_no_entity() -> None:
    page = document(
        "A/DET/2/det meeting/NOUN/5/nsubj with/ADP/4/case [person Khan/PROPN/2/nmod ]"
        " failed/VERB/0/root/fail _./PUNCT/5/punct"
    )
    entities = find_entities(page)
    assert entities.at(span_of(page, "A meeting with Khan")) == ()
    assert entities.at(span_of(page, "Khan")) == ("e1",)


EDITORS = (
    "Togo/PROPN/2/nsubj freed/VERB/0/root/free two/NUM/4/nummod editors/NOUN/2/obj/editor _,/PUNCT/6/punct"
    " [person Koffi/PROPN/4/appos Adjaho/PROPN/6/flat ] and/CCONJ/9/cc [person Marc/PROPN/6/conj"
    " Senou/PROPN/9/flat ] _./PUNCT/2/punct"
)
ONE_EDITOR = (
    "Togo/PROPN/2/nsubj freed/VERB/0/root/free two/NUM/4/nummod editors/NOUN/2/obj/editor _,/PUNCT/6/punct"
    " [person Koffi/PROPN/4/appos Adjaho/PROPN/6/flat ] _./PUNCT/2/punct"
)
THE_EDITORS = "The/DET/3/det two/NUM/3/nummod editors/NOUN/4/nsubj/editor fled/VERB/0/root/flee _./PUNCT/4/punct"


def test_two_whose_names_follow_are_those_two_and_stay_so() -> None:
    page = document(EDITORS, THE_EDITORS)
    entities = find_entities(page)
    for words in ("two editors", "The two editors"):
        assert [entities.entity(id).name for id in entities.at(span_of(page, words))] == ["Koffi Adjaho", "Marc Senou"]


def test_two_of_whom_one_name_follows_are_not_that_one() -> None:
    page = document(ONE_EDITOR, THE_EDITORS)
    entities = find_entities(page)
    assert [entities.entity(id).name for id in entities.at(span_of(page, "The two editors"))] == ["two editors"]
