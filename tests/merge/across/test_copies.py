"""Texts that are copies of one another, and texts that only tell the same."""

from hypothesis import given
from hypothesis import strategies as st

from diurna.merge.across import bands, copied, copy_groups, runs

WIRE = (
    "NAIROBI (Reuters) - Kenyan President Daniel Otieno met South Sudanese rebel leader Gabriel Lado in Nairobi on "
    "Tuesday, the first time the two men have sat in one room since fighting resumed in Equatoria. Otieno's office "
    "said the two-hour conversation at State House dealt with humanitarian corridors."
)
EDITED = WIRE.replace("NAIROBI (Reuters) - ", "").replace("two-hour", "2-hour") + " Lado did not speak to reporters."
RETOLD = (
    "It took eleven months of quiet telephone calls before Gabriel Lado finally walked through the gates of State "
    "House. On Tuesday the head of the Equatoria rebels held talks with President Otieno behind closed doors."
)


def test_an_edited_copy_is_of_the_group_of_the_first() -> None:
    assert copy_groups({"a": WIRE, "b": RETOLD, "c": EDITED}) == {"a": "a", "b": "b", "c": "a"}


def test_a_copy_with_as_much_text_after_it_is_a_copy() -> None:
    assert copy_groups({"a": WIRE, "b": f"{WIRE} {RETOLD}"}) == {"a": "a", "b": "a"}


def test_two_headlines_alike_are_no_copies() -> None:
    headline = "Kenyan president meets South Sudanese rebel leader in Nairobi"
    assert copy_groups({"a": headline, "b": headline}) == {"a": "a", "b": "b"}
    assert bands(runs(headline)) == []


def test_copies_of_copies_are_of_the_first_texts_group_only_where_they_are_its_copies() -> None:
    # No chain: what is added to a copy of a copy does not belong to the first text.
    words = [f"word{number}" for number in range(120)]
    texts = {name: " ".join(words[at : at + 40]) for name, at in (("a", 0), ("b", 12), ("c", 24), ("d", 36))}
    groups = copy_groups(texts)
    assert groups["b"] == "a"
    assert groups["d"] != "a"


def test_a_thousand_texts_with_the_same_notice_are_no_copies() -> None:
    notice = "All rights reserved. This material may not be published, broadcast, rewritten or passed on by anybody."
    texts = {str(n): " ".join(f"w{n}x{m}" for m in range(60)) + notice for n in range(1000)}
    assert set(copy_groups(texts).values()) == set(texts)


@given(st.text(), st.text())
def test_being_a_copy_goes_both_ways(one: str, other: str) -> None:
    assert copied(runs(one), runs(other)) == copied(runs(other), runs(one))


@given(st.lists(st.sampled_from(WIRE.split()), min_size=30, max_size=60).map(" ".join))
def test_a_text_is_found_among_its_copies(text: str) -> None:
    groups = copy_groups({"a": text, "b": text})
    assert groups["b"] == ("a" if bands(runs(text)) else "b")
