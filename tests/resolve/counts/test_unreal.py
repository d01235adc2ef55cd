"""Numbers of what did not take place, or not yet."""

from __future__ import annotations

from counted import told


def test_who_could_have_been_killed_was_not() -> None:
    written = (
        "The/DET/2/det bomb/NOUN/5/nsubj could/AUX/5/aux have/AUX/5/aux killed/PART/0/root/kill"
        " hundreds/NOUN/5/obj/hundred"
    )
    assert told(written, killed="ASSAULT") == {}


def test_who_may_be_displaced_is_not_yet() -> None:
    written = (
        "Villagers/NOUN/2/nsubj/villager fear/FIN/0/root the/DET/4/det offensive/NOUN/6/nsubj may/AUX/6/aux"
        " displace/VERB/2/ccomp 5,000/NUM/8/nummod/5000 people/NOUN/6/obj"
    )
    assert told(written, offensive="ASSAULT") == {}


def test_who_would_have_died_did_not() -> None:
    written = (
        "Had/AUX/4/aux/have the/DET/3/det guards/NOUN/4/nsubj/guard fired/PART/9/advcl/fire ,/PUNCT/4/punct"
        " dozens/NOUN/9/nsubj/dozen would/AUX/9/aux have/AUX/9/aux died/PART/0/root/die"
    )
    assert told(written, fired="ASSAULT") == {}


def test_whom_a_plot_would_kill_was_not_killed() -> None:
    written = (
        "A/DET/2/det plot/NOUN/8/nsubj:pass to/PART/4/mark kill/VERB/2/acl 30/NUM/6/nummod clerks/NOUN/4/obj/clerk"
        " was/AUX/8/aux:pass/be uncovered/PART/0/root/uncover"
    )
    assert told(written, kill="ASSAULT") == {}


def test_whom_men_tried_to_abduct_was_not_abducted() -> None:
    written = (
        "Gunmen/NOUN/2/nsubj/gunman tried/FIN/0/root/try to/PART/4/mark abduct/VERB/2/xcomp three/NUM/6/nummod"
        " nurses/NOUN/4/obj/nurse"
    )
    assert told(written, abduct="ASSAULT") == {}


def test_whom_men_managed_to_abduct_was_abducted() -> None:
    written = (
        "Gunmen/NOUN/2/nsubj/gunman managed/FIN/0/root/manage to/PART/4/mark abduct/VERB/2/xcomp three/NUM/6/nummod"
        " nurses/NOUN/4/obj/nurse"
    )
    assert told(written, abduct="ASSAULT") == {"abduct": {"abducted": (3, 3, "nurse", "three nurses")}}


def test_whom_police_were_able_to_arrest_was_arrested() -> None:
    written = (
        "Police/NOUN/3/nsubj were/AUX/3/cop/be able/ADJ/0/root to/PART/5/mark arrest/VERB/3/xcomp 12/NUM/7/nummod"
        " thieves/NOUN/5/obj/thief"
    )
    assert told(written, arrest="COERCE") == {"arrest": {"arrested": (12, 12, "thief", "12 thieves")}}


def test_whom_a_court_could_jail_is_not_jailed() -> None:
    written = (
        "If/SCONJ/2/mark convicted/PART/9/advcl/convict ,/PUNCT/2/punct the/DET/6/det 12/NUM/6/nummod"
        " men/NOUN/9/nsubj:pass/man could/AUX/9/aux be/AUX/9/aux:pass jailed/PART/0/root/jail for/ADP/11/case"
        " life/NOUN/9/obl"
    )
    assert told(written, jailed="COERCE") == {}


def test_those_killed_by_men_who_could_hang_are_dead() -> None:
    written = (
        "Gunmen/NOUN/6/nsubj/gunman who/PRON/5/nsubj:pass could/AUX/5/aux be/AUX/5/aux:pass hanged/PART/1/acl/hang"
        " killed/FIN/0/root/kill 12/NUM/8/nummod nurses/NOUN/6/obj/nurse"
    )
    assert told(written, killed="ASSAULT") == {"killed": {"killed": (12, 12, "nurse", "12 nurses")}}


def test_what_could_cause_deaths_caused_none() -> None:
    written = (
        "The/DET/2/det shelling/NOUN/5/nsubj could/AUX/5/aux have/AUX/5/aux caused/PART/0/root/cause"
        " 200/NUM/7/nummod deaths/NOUN/5/obj/death"
    )
    assert told(written, shelling="ASSAULT") == {}


def test_what_caused_deaths_killed() -> None:
    written = "The/DET/2/det shelling/NOUN/3/nsubj caused/FIN/0/root/cause 200/NUM/5/nummod deaths/NOUN/3/obj/death"
    assert told(written, shelling="ASSAULT") == {"shelling": {"killed": (200, 200, None, "200 deaths")}}


def test_up_to_so_many_may_have_died() -> None:
    written = (
        "As/ADV/2/advmod many/ADJ/5/amod as/ADP/1/fixed 30/NUM/5/nummod people/NOUN/8/nsubj might/AUX/8/aux"
        " have/AUX/8/aux died/PART/0/root/die in/ADP/11/case the/DET/11/det shelling/NOUN/8/obl"
    )
    assert told(written, shelling="ASSAULT") == {"shelling": {"killed": (None, 30, None, "As many as 30 people")}}


def test_a_promise_is_of_so_many() -> None:
    written = (
        "The/DET/2/det junta/NOUN/3/nsubj promised/FIN/0/root/promise to/PART/5/mark free/VERB/3/xcomp"
        " 350/NUM/7/nummod rebels/NOUN/5/obj/rebel"
    )
    assert told(written, promised="AGREE") == {"promised": {"released": (350, 350, "rebel", "350 rebels")}}


def test_a_release_to_come_is_of_so_many() -> None:
    written = (
        "The/DET/2/det junta/NOUN/4/nsubj will/AUX/4/aux release/VERB/0/root 400/NUM/6/nummod priests/NOUN/4/obj/priest"
    )
    assert told(written, release="RETREAT") == {"release": {"released": (400, 400, "priest", "400 priests")}}


def test_those_who_will_be_displaced_are_not_of_the_war_so_far() -> None:
    written = (
        "The/DET/2/det war/NOUN/4/nsubj will/AUX/4/aux displace/VERB/0/root 400/NUM/6/nummod families/NOUN/4/obj/family"
    )
    assert told(written, war="ASSAULT") == {}
