"""A year is no number of people."""

from __future__ import annotations

from counted import told


def test_a_year_before_killings_is_no_number_of_dead() -> None:
    written = (
        "The/DET/3/det 2023/NUM/3/nummod killings/NOUN/4/nsubj/killing shook/FIN/0/root/shake the/DET/6/det"
        " town/NOUN/4/obj"
    )
    assert told(written, killings="ASSAULT") == {}


def test_a_number_of_killings_is_one() -> None:
    written = "Police/NOUN/2/nsubj recorded/FIN/0/root/record 312/NUM/4/nummod killings/NOUN/2/obj/killing"
    assert told(written, killings="ASSAULT") == {"killings": {"killed": (312, 312, None, "312 killings")}}


def test_a_year_before_protesters_is_no_number_of_them() -> None:
    written = "In/ADP/2/case 2019/NUM/4/obl protesters/NOUN/4/nsubj/protester marched/FIN/0/root/march"
    assert told(written, marched="PROTEST") == {}


def test_two_thousand_people_are_no_year() -> None:
    written = "Gunmen/NOUN/2/nsubj/gunman killed/FIN/0/root/kill 2000/NUM/4/nummod people/NOUN/2/obj"
    assert told(written, killed="ASSAULT") == {"killed": {"killed": (2000, 2000, None, "2000 people")}}


def test_a_massacre_of_a_year_tells_no_number() -> None:
    written = (
        "The/DET/2/det massacre/NOUN/5/nsubj of/ADP/4/case 1994/NUM/2/nmod shook/FIN/0/root/shake the/DET/7/det"
        " country/NOUN/5/obj"
    )
    assert told(written, massacre="ASSAULT") == {}


def test_a_massacre_of_a_number_tells_it() -> None:
    written = (
        "The/DET/2/det massacre/NOUN/5/nsubj of/ADP/4/case 94/NUM/2/nmod shook/FIN/0/root/shake the/DET/7/det"
        " country/NOUN/5/obj"
    )
    assert told(written, massacre="ASSAULT") == {"massacre": {"killed": (94, 94, None, "94")}}


def test_the_arrest_of_thousands_is_no_year() -> None:
    written = (
        "The/DET/2/det arrest/NOUN/5/nsubj of/ADP/4/case thousands/NOUN/2/nmod/thousand shook/FIN/0/root/shake"
        " the/DET/7/det town/NOUN/5/obj"
    )
    assert told(written, arrest="COERCE") == {"arrest": {"arrested": (2000, None, None, "thousands")}}
