"""Which of two numbers in a sentence is of the killed and which of the wounded."""

from __future__ import annotations

from counted import told


def test_of_two_numbers_each_verb_has_its_own() -> None:
    written = (
        "Six/NUM/2/nummod miners/NOUN/4/nsubj:pass/miner were/AUX/4/aux:pass/be killed/PART/0/root/kill"
        " and/CCONJ/7/cc 20/NUM/4/conj wounded/PART/4/conj/wound in/ADP/10/case the/DET/10/det raid/NOUN/7/obl"
    )
    assert told(written, killed="ASSAULT") == {
        "killed": {"killed": (6, 6, "miner", "Six miners"), "wounded": (20, 20, None, "20")}
    }


def test_two_verbs_without_a_second_number_share_the_first() -> None:
    written = (
        "Twelve/NUM/2/nummod guards/NOUN/4/nsubj:pass/guard were/AUX/4/aux:pass/be abducted/PART/0/root/abduct"
        " and/CCONJ/7/cc later/ADV/7/advmod/late killed/PART/4/conj/kill"
    )
    assert told(written, abducted="ASSAULT") == {
        "abducted": {"abducted": (12, 12, "guard", "Twelve guards"), "killed": (12, 12, "guard", "Twelve guards")}
    }


def test_two_groups_before_dead_are_one_sum() -> None:
    written = (
        "The/DET/2/det shelling/NOUN/3/nsubj left/FIN/0/root/leave eight/NUM/5/nummod farmers/NOUN/3/obj/farmer"
        " and/CCONJ/8/cc two/NUM/8/nummod nurses/NOUN/5/conj/nurse dead/ADJ/3/xcomp"
    )
    assert told(written, shelling="ASSAULT") == {"shelling": {"killed": (10, 10, None, "eight farmers and two nurses")}}


def test_two_groups_before_wounded_are_one_sum() -> None:
    written = (
        "The/DET/2/det blast/NOUN/3/nsubj left/FIN/0/root/leave a/DET/5/det cook/NOUN/3/obj and/CCONJ/8/cc"
        " two/NUM/8/nummod waiters/NOUN/5/conj/waiter wounded/PART/3/conj/wound"
    )
    assert told(written, blast="ASSAULT") == {"blast": {"wounded": (3, 3, None, "a cook and two waiters")}}


def test_the_dead_are_not_of_the_wounded_told_behind_them() -> None:
    written = (
        "The/DET/2/det raid/NOUN/3/nsubj left/FIN/0/root/leave two/NUM/5/nummod guards/NOUN/3/obj/guard"
        " and/CCONJ/8/cc a/DET/8/det cook/NOUN/5/conj dead/ADJ/3/xcomp and/CCONJ/13/cc five/NUM/12/nummod"
        " soldiers/NOUN/5/conj/soldier wounded/PART/3/conj/wound"
    )
    assert told(written, raid="ASSAULT") == {
        "raid": {"killed": (3, 3, None, "two guards and a cook"), "wounded": (5, 5, "soldier", "five soldiers")}
    }
