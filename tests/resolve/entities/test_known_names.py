"""Known bodies whose names the tagger cuts are read whole."""

from __future__ import annotations

from diurna.pipeline import code_articles
from diurna.read import article_of


def names(text: str) -> list[str]:
    (record,) = code_articles([article_of(text, id="one")])
    return [one.name for one in record.entities if one.named]


def test_a_name_over_small_words_is_one() -> None:
    told = names("The Federal Office for the Protection of the Constitution raided the house of a preacher.")
    assert told == ["Federal Office for the Protection of the Constitution"]


def test_a_name_of_large_words_is_one() -> None:
    assert names("Doctors Without Borders treated 27 people.") == ["Doctors Without Borders"]


def test_two_bodies_that_no_one_knows_as_one_stay_two() -> None:
    assert names("Ann Lee of Oxfam and Bob Ray of Greenpeace met.") == ["Ann Lee", "Oxfam", "Bob Ray", "Greenpeace"]


def test_a_wing_of_a_party_in_brackets_is_part_of_its_name() -> None:
    assert names("JD(U) spokesperson Neeraj Kumar accused the minister of fraud.") == ["JD(U)", "Neeraj Kumar"]
    assert names("CPI(M) leader Ann Lee met Bob Ray.") == ["CPI(M)", "Ann Lee", "Bob Ray"]
