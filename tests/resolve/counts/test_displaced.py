"""Who is displaced and who is arrested, told by the verbs of going and of keeping."""

from __future__ import annotations

from counted import events_in, sentence, told

from diurna.resolve.counts import counts_of


def test_those_who_flee_to_another_country_are_displaced() -> None:
    written = (
        "Nearly/ADV/2/advmod 6,000/NUM/3/nummod/6000 people/NOUN/4/nsubj fled/FIN/0/root/flee to/ADP/6/case"
        " Chad/PROPN/4/obl as/SCONJ/9/mark troops/NOUN/9/nsubj shelled/FIN/4/advcl/shell them/PRON/9/obj/they"
    )
    assert told(written, shelled="ASSAULT") == {"shelled": {"displaced": (6000, 6000, None, "Nearly 6,000 people")}}


def test_gunmen_who_flee_are_not_displaced() -> None:
    written = (
        "Two/NUM/2/nummod gunmen/NOUN/3/nsubj/gunman fled/FIN/0/root/flee to/ADP/5/case Chad/PROPN/3/obl"
        " after/ADP/8/case the/DET/8/det raid/NOUN/3/obl"
    )
    assert told(written, raid="ASSAULT") == {}


def test_families_forced_to_leave_a_town_are_displaced() -> None:
    written = (
        "The/DET/2/det raids/NOUN/3/nsubj/raid forced/FIN/0/root/force 300/NUM/5/nummod families/NOUN/3/obj/family"
        " to/PART/7/mark leave/VERB/3/xcomp Goma/PROPN/7/obj"
    )
    assert told(written, raids="ASSAULT") == {"raids": {"displaced": (300, 300, "family", "300 families")}}


def test_ministers_forced_to_leave_office_are_not_displaced() -> None:
    written = (
        "The/DET/2/det raids/NOUN/3/nsubj/raid forced/FIN/0/root/force two/NUM/5/nummod"
        " ministers/NOUN/3/obj/minister to/PART/7/mark leave/VERB/3/xcomp office/NOUN/7/obj"
    )
    assert told(written, raids="ASSAULT") == {}


def test_families_who_cross_a_border_are_displaced() -> None:
    written = (
        "Hundreds/NOUN/4/nsubj/hundred of/ADP/3/case families/NOUN/1/nmod/family crossed/FIN/0/root/cross"
        " into/ADP/6/case Chad/PROPN/4/obl after/ADP/9/case the/DET/9/det raid/NOUN/4/obl"
    )
    assert told(written, raid="ASSAULT") == {"raid": {"displaced": (200, None, "family", "Hundreds of families")}}


def test_fighters_who_cross_a_border_are_not_displaced() -> None:
    written = (
        "Hundreds/NOUN/4/nsubj/hundred of/ADP/3/case fighters/NOUN/1/nmod/fighter crossed/FIN/0/root/cross"
        " into/ADP/6/case Chad/PROPN/4/obl after/ADP/9/case the/DET/9/det raid/NOUN/4/obl"
    )
    assert told(written, raid="ASSAULT") == {}


def test_those_placed_in_custody_are_arrested() -> None:
    written = (
        "Fifteen/NUM/2/nummod farmers/NOUN/4/nsubj:pass/farmer were/AUX/4/aux:pass/be placed/PART/0/root/place"
        " in/ADP/6/case custody/NOUN/4/obl"
    )
    assert told(written, placed="COERCE") == {"placed": {"arrested": (15, 15, "farmer", "Fifteen farmers")}}


def test_orders_placed_are_not_arrested() -> None:
    written = (
        "The/DET/2/det court/NOUN/3/nsubj placed/FIN/0/root/place 15/NUM/5/nummod orders/NOUN/3/obj/order"
        " in/ADP/8/case the/DET/8/det file/NOUN/3/obl"
    )
    assert told(written, placed="COERCE") == {}


def test_a_total_since_a_day_is_of_no_event_told_before() -> None:
    first = "Gunmen killed nine villagers. "
    written = (
        "Some/DET/2/advmod 300/NUM/3/nummod people/NOUN/4/nsubj fled/FIN/0/root/flee to/ADP/6/case Chad/PROPN/4/obl"
    )
    text, fled = sentence(written, len(first))
    (count,) = counts_of(fled, [], events_in(first, killed="ASSAULT"), first + text)["killed"].values()
    assert count.span.text == "Some 300 people"
    text, fled = sentence(f"{written} since/ADP/8/case May/PROPN/4/obl", len(first))
    assert counts_of(fled, [], events_in(first, killed="ASSAULT"), first + text) == {}
