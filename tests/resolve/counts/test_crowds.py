"""How many took part in a protest, and who at a protest took no part in it."""

from __future__ import annotations

from counted import told


def test_those_arrested_after_a_march_did_not_march() -> None:
    written = (
        "Nine/NUM/2/nummod people/NOUN/4/nsubj:pass were/AUX/4/aux:pass/be arrested/PART/0/root/arrest"
        " after/ADP/7/case the/DET/7/det march/NOUN/4/obl"
    )
    found = told(written, arrested="COERCE", march="PROTEST")
    assert found == {"arrested": {"arrested": (9, 9, None, "Nine people")}}


def test_those_met_after_a_protest_did_not_protest() -> None:
    written = (
        "The/DET/2/det minister/NOUN/3/nsubj met/FIN/0/root/meet 12/NUM/5/nummod mayors/NOUN/3/obj/mayor"
        " after/ADP/8/case the/DET/8/det protest/NOUN/3/obl"
    )
    assert told(written, protest="PROTEST") == {}


def test_whom_a_march_draws_marches() -> None:
    written = (
        "The/DET/2/det march/NOUN/3/nsubj drew/FIN/0/root/draw about/ADV/5/advmod 2,000/NUM/6/nummod/2000"
        " nurses/NOUN/3/obj/nurse"
    )
    assert told(written, march="PROTEST") == {"march": {"participants": (2000, 2000, "nurse", "about 2,000 nurses")}}


def test_arrested_protesters_are_no_crowd() -> None:
    written = (
        "Police/NOUN/2/nsubj arrested/FIN/0/root/arrest 30/NUM/4/nummod protesters/NOUN/2/obj/protester"
        " at/ADP/7/case a/DET/7/det rally/NOUN/2/obl"
    )
    assert told(written, arrested="COERCE", rally="PROTEST") == {
        "arrested": {"arrested": (30, 30, "protester", "30 protesters")}
    }


def test_protesters_who_block_a_road_are_a_crowd() -> None:
    written = (
        "Some/DET/3/det 30/NUM/3/nummod protesters/NOUN/4/nsubj/protester blocked/FIN/0/root/block a/DET/6/det"
        " road/NOUN/4/obj"
    )
    assert told(written, blocked="PROTEST") == {
        "blocked": {"participants": (30, 30, "protester", "Some 30 protesters")}
    }


def test_those_who_turn_out_for_a_rally_are_a_crowd() -> None:
    written = (
        "More/ADV/3/advmod than/ADP/1/fixed 900/NUM/4/nummod miners/NOUN/5/nsubj/miner turned/FIN/0/root/turn"
        " out/ADP/5/compound:prt for/ADP/9/case the/DET/9/det rally/NOUN/5/obl"
    )
    assert told(written, rally="PROTEST") == {"rally": {"participants": (901, None, "miner", "More than 900 miners")}}


def test_those_who_turn_out_to_vote_are_none() -> None:
    written = (
        "More/ADV/3/advmod than/ADP/1/fixed 900/NUM/4/nummod miners/NOUN/5/nsubj/miner turned/FIN/0/root/turn"
        " out/ADP/5/compound:prt to/PART/8/mark vote/VERB/5/xcomp after/ADP/11/case the/DET/11/det rally/NOUN/8/obl"
    )
    assert told(written, rally="PROTEST") == {}


def test_those_who_pour_onto_the_streets_are_a_crowd() -> None:
    written = (
        "Hundreds/NOUN/4/nsubj/hundred of/ADP/3/case thousands/NOUN/1/nmod/thousand poured/FIN/0/root/pour"
        " onto/ADP/7/case the/DET/7/det streets/NOUN/4/obl/street in/ADP/9/case protest/NOUN/4/obl"
    )
    assert told(written, protest="PROTEST") == {
        "protest": {"participants": (200000, None, None, "Hundreds of thousands")}
    }


def test_an_estimate_of_the_crowd_is_told() -> None:
    written = (
        "Police/NOUN/2/nsubj put/FIN/0/root the/DET/4/det crowd/NOUN/2/obj at/ADP/6/case 3,000/NUM/2/obl/3000"
        " after/ADP/9/case the/DET/9/det march/NOUN/2/obl"
    )
    assert told(written, march="PROTEST") == {"march": {"participants": (3000, 3000, None, "3,000")}}


def test_a_fine_put_at_a_number_is_no_crowd() -> None:
    written = (
        "The/DET/2/det court/NOUN/3/nsubj put/FIN/0/root the/DET/5/det fine/NOUN/3/obj at/ADP/7/case"
        " 3,000/NUM/3/obl/3000 after/ADP/10/case the/DET/10/det march/NOUN/3/obl"
    )
    assert told(written, march="PROTEST") == {}


def test_tractors_are_no_people() -> None:
    written = (
        "Around/ADV/2/advmod 350/NUM/3/nummod tractors/NOUN/4/nsubj/tractor blocked/FIN/0/root/block a/DET/6/det"
        " road/NOUN/4/obj"
    )
    assert told(written, blocked="PROTEST") == {}


def test_two_sources_give_the_lower_and_the_upper_bound() -> None:
    written = (
        "The/DET/2/det strike/NOUN/3/nsubj drew/FIN/0/root/draw 195,000/NUM/5/nummod people/NOUN/3/obj"
        " according/ADP/9/case to/ADP/6/fixed the/DET/9/det police/NOUN/3/obl and/CCONJ/12/cc nearly/ADV/12/advmod"
        " 600,000/NUM/9/conj according/ADP/16/case to/ADP/13/fixed the/DET/16/det unions/NOUN/3/obl/union"
    )
    assert told(written, strike="PROTEST") == {
        "strike": {"participants": (195000, 600000, None, "195,000 people according to the police and nearly 600,000")}
    }


def test_one_source_gives_one_number() -> None:
    written = (
        "The/DET/2/det strike/NOUN/3/nsubj drew/FIN/0/root/draw 195,000/NUM/5/nummod people/NOUN/3/obj"
        " according/ADP/9/case to/ADP/6/fixed the/DET/9/det police/NOUN/3/obl and/CCONJ/13/cc 12/NUM/12/nummod"
        " trains/NOUN/13/nsubj/train stood/FIN/3/conj/stand still/ADV/13/advmod"
    )
    assert told(written, strike="PROTEST") == {"strike": {"participants": (195000, 195000, None, "195,000 people")}}
