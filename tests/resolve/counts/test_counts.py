"""How many a sentence tells, of whom, and of which event."""

from __future__ import annotations

import pytest
from counted import bounds, events_in, sentence, told

from diurna.resolve.counts import counts_of

KILLED = "killed/FIN/0/root/kill"


def test_the_object_of_kill_was_killed() -> None:
    written = (
        f"Gunmen/NOUN/2/nsubj/gunman {KILLED} at/ADP/4/case least/ADJ/5/nummod 14/NUM/6/nummod"
        " civilians/NOUN/2/obj/civilian"
    )
    assert told(written, killed="ASSAULT") == {"killed": {"killed": (14, None, "civilian", "at least 14 civilians")}}


def test_the_subject_of_a_passive_was_arrested() -> None:
    written = (
        "More/ADJ/3/advmod than/ADP/1/fixed 200/NUM/4/nummod people/NOUN/7/nsubj:pass/person have/AUX/7/aux"
        " been/AUX/7/aux:pass/be arrested/PART/0/root/arrest"
    )
    assert told(written, arrested="COERCE") == {"arrested": {"arrested": (201, None, None, "More than 200 people")}}


def test_a_man_and_his_two_sons_are_three() -> None:
    written = (
        f"Raiders/NOUN/2/nsubj/raider {KILLED} a/DET/4/det man/NOUN/2/obj and/CCONJ/8/cc his/PRON/8/nmod:poss"
        " two/NUM/8/nummod sons/NOUN/4/conj/son"
    )
    assert told(written, killed="ASSAULT")["killed"]["killed"] == (3, 3, None, "a man and his two sons")


def test_a_soldier_is_one() -> None:
    written = f"A/DET/3/det roadside/NOUN/3/compound bomb/NOUN/4/nsubj {KILLED} a/DET/6/det soldier/NOUN/4/obj"
    assert told(written, killed="ASSAULT")["killed"]["killed"] == (1, 1, "soldier", "a soldier")


def test_those_included_are_not_added() -> None:
    written = (
        f"Shells/NOUN/2/nsubj/shell {KILLED} two/NUM/4/nummod people/NOUN/2/obj/person ,/PUNCT/8/punct"
        " including/VERB/8/case/include a/DET/8/det child/NOUN/4/conj"
    )
    assert told(written, killed="ASSAULT")["killed"]["killed"] == (2, 2, None, "two people")


def test_a_plural_without_a_number_tells_none() -> None:
    assert told(f"Gunmen/NOUN/2/nsubj/gunman {KILLED} civilians/NOUN/2/obj/civilian", killed="ASSAULT") == {}


def test_the_second_noun_shares_the_number_of_the_first() -> None:
    written = (
        f"Militias/NOUN/2/nsubj/militia {KILLED} almost/ADV/4/advmod 8,000/NUM/5/nummod men/NOUN/2/obj/man"
        " and/CCONJ/7/cc boys/NOUN/5/conj/boy"
    )
    assert told(written, killed="ASSAULT")["killed"]["killed"] == (8000, 8000, None, "almost 8,000 men and boys")


def test_things_are_not_counted() -> None:
    written = "Rebels/NOUN/2/nsubj/rebel seized/FIN/0/root/seize two/NUM/4/nummod trucks/NOUN/2/obj/truck"
    assert told(written, seized="ASSAULT") == {}


def test_seized_in_an_assault_is_abducted_and_in_a_coercion_arrested() -> None:
    written = "Men/NOUN/2/nsubj/man seized/FIN/0/root/seize two/NUM/4/nummod clerks/NOUN/2/obj/clerk"
    assert set(told(written, seized="ASSAULT")["seized"]) == {"abducted"}
    assert set(told(written, seized="COERCE")["seized"]) == {"arrested"}


def test_leaving_12_dead_and_30_injured() -> None:
    written = (
        "A/DET/2/det bomb/NOUN/3/nsubj exploded/FIN/0/root/explode ,/PUNCT/5/punct leaving/ING/3/advcl/leave"
        " 12/NUM/7/nummod dead/ADJ/5/obj and/CCONJ/10/cc 30/NUM/10/nummod injured/ADJ/7/conj"
    )
    assert told(written, exploded="ASSAULT") == {
        "exploded": {"killed": (12, 12, None, "12 dead"), "wounded": (30, 30, None, "30 injured")}
    }


def test_killing_12_belongs_to_the_verb_it_hangs_on() -> None:
    written = (
        "Rebels/NOUN/2/nsubj/rebel attacked/FIN/0/root/attack a/DET/4/det post/NOUN/2/obj ,/PUNCT/6/punct"
        " killing/ING/2/advcl/kill 12/NUM/8/nummod guards/NOUN/6/obj/guard"
    )
    assert told(written, attacked="ASSAULT")["attacked"]["killed"] == (12, 12, "guard", "12 guards")


def test_the_attack_claimed_14_lives() -> None:
    written = "The/DET/2/det attack/NOUN/3/nsubj claimed/FIN/0/root/claim 14/NUM/5/nummod lives/NOUN/3/obj/life"
    assert told(written, attack="ASSAULT") == {"attack": {"killed": (14, 14, None, "14 lives")}}


def test_the_death_toll_of_the_attack_rose_to_31() -> None:
    written = (
        "The/DET/3/det death/NOUN/3/compound toll/NOUN/7/nsubj from/ADP/6/case the/DET/6/det bombing/NOUN/3/nmod"
        " rose/FIN/0/root/rise to/ADP/9/case 31/NUM/7/obl"
    )
    assert told(written, bombing="ASSAULT") == {"bombing": {"killed": (31, 31, None, "31")}}


def test_the_death_toll_is_31() -> None:
    written = (
        "The/DET/3/det death/NOUN/3/compound toll/NOUN/10/nsubj of/ADP/6/case the/DET/6/det raid/NOUN/3/nmod"
        " is/AUX/10/cop/be at/ADP/9/case least/ADJ/10/nummod 31/NUM/0/root"
    )
    assert told(written, raid="ASSAULT") == {"raid": {"killed": (31, None, None, "at least 31")}}


def test_no_arrests_is_zero() -> None:
    written = "Police/NOUN/2/nsubj made/FIN/0/root/make no/DET/4/det arrests/NOUN/2/obj/arrest"
    assert told(written, arrests="COERCE") == {"arrests": {"arrested": (0, 0, None, "no arrests")}}


def test_not_killed_tells_no_number() -> None:
    written = (
        "Two/NUM/2/nummod guards/NOUN/5/nsubj:pass/guard were/AUX/5/aux:pass/be not/PART/5/advmod"
        " killed/PART/0/root/kill"
    )
    assert told(written, killed="ASSAULT") == {}


def test_part_of_a_group() -> None:
    written = (
        "Three/NUM/6/nsubj:pass of/ADP/4/case the/DET/4/det suspects/NOUN/1/nmod/suspect were/AUX/6/aux:pass/be"
        " released/PART/0/root/release"
    )
    assert told(written, released="RETREAT")["released"]["released"] == (3, 3, "suspect", "Three of the suspects")


def test_participants_of_a_protest() -> None:
    written = (
        "Some/DET/2/advmod 300/NUM/3/nummod students/NOUN/4/nsubj/student marched/FIN/0/root/march through/ADP/6/case"
        " Tbilisi/PROPN/4/obl"
    )
    assert told(written, marched="PROTEST") == {"marched": {"participants": (300, 300, "student", "Some 300 students")}}


def test_the_displaced_fled_their_homes() -> None:
    written = (
        "Tens/NOUN/4/nsubj/ten of/ADP/3/case thousands/NOUN/1/nmod/thousand fled/FIN/0/root/flee their/PRON/6/nmod:poss"
        " homes/NOUN/4/obj/home as/SCONJ/9/mark troops/NOUN/9/nsubj/troop shelled/FIN/4/advcl/shell them/PRON/9/obj"
    )
    assert told(written, shelled="ASSAULT")["shelled"]["displaced"] == (20000, None, None, "Tens of thousands")


def test_two_events_of_one_sentence_have_each_their_own() -> None:
    written = (
        "Bombs/NOUN/2/nsubj/bomb killed/FIN/0/root/kill nine/NUM/4/nummod guards/NOUN/2/obj/guard after/SCONJ/9/mark"
        " five/NUM/7/nummod soldiers/NOUN/9/nsubj:pass/soldier were/AUX/9/aux:pass/be wounded/PART/2/advcl/wound"
        " in/ADP/12/case an/DET/12/det ambush/NOUN/9/obl"
    )
    assert told(written, killed="ASSAULT", ambush="ASSAULT") == {
        "killed": {"killed": (9, 9, "guard", "nine guards")},
        "ambush": {"wounded": (5, 5, "soldier", "five soldiers")},
    }


def test_deaths_after_the_sentence_that_tells_of_the_shooting_belong_to_it() -> None:
    first = "Police opened fire on the crowd. "
    text, second = sentence("Three/NUM/2/nummod people/NOUN/3/nsubj/person died/FIN/0/root/die", offset=len(first))
    shooting = events_in(first, opened_fire="ASSAULT")
    counts = counts_of(second, [], shooting, first + text)
    assert {kind: bounds(c) for kind, c in counts["opened fire"].items()} == {"killed": (3, 3, None, "Three people")}


@pytest.mark.parametrize("cause", ["earthquake", "storm"])
def test_the_dead_of_a_disaster_belong_to_no_attack(cause: str) -> None:
    first = "Rebels attacked the town. "
    text, second = sentence(
        f"An/DET/2/det {cause}/NOUN/3/nsubj killed/FIN/0/root/kill nine/NUM/5/nummod people/NOUN/3/obj/person",
        len(first),
    )
    assert counts_of(second, [], events_in(first, attacked="ASSAULT"), first + text) == {}


def test_a_verb_tagged_as_a_noun_is_read_as_a_verb() -> None:
    written = (
        "Two/NUM/2/nummod guards/NOUN/4/nsubj/guard were/AUX/4/cop/be killed/NOUN/0/root in/ADP/7/case a/DET/7/det"
        " raid/NOUN/4/nmod"
    )
    assert told(written, killed="ASSAULT")["killed"]["killed"] == (2, 2, "guard", "Two guards")


def test_words_of_a_count_stand_in_the_text() -> None:
    text, made = sentence(f"Gunmen/NOUN/2/nsubj/gunman {KILLED} two/NUM/4/nummod clerks/NOUN/2/obj/clerk")
    span = counts_of(made, events_in(text, killed="ASSAULT"), [], text)["killed"]["killed"].span
    assert text[span.start : span.end] == span.text == "two clerks"
