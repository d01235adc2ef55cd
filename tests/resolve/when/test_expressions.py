"""Which words are time expressions, and which only look like one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.resolve.when import expressions


def found(text: str) -> list[str]:
    return [one.span.text for one in expressions(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks opened on October 8th in Doha.", ["October 8th"]),
        ("The treaty of 8 October 2025 lapsed.", ["8 October 2025"]),
        ("The vote, held between 5 and 9 May, was calm.", ["5 and 9 May"]),
        ("Rallies ran 5-9 May.", ["5-9 May"]),
        ("Troops left in early 2019.", ["early 2019"]),
        ("The party split in the 1990s.", ["the 1990s"]),
        ("Spending rose in fiscal 2019.", ["fiscal 2019"]),
        ("The minister resigned late Tuesday.", ["late Tuesday"]),
        ("Police raided the office Wednesday morning.", ["Wednesday morning"]),
        ("The shelling began at 2:30 p.m. on Friday.", ["2:30 p.m. on Friday"]),
        ("The truce took hold at noon Thursday.", ["noon Thursday"]),
        ("He was jailed two years ago.", ["two years ago"]),
        ("A 32-year-old teacher was shot.", ["32-year-old"]),
        ("Gunmen struck on Christmas Eve.", ["Christmas Eve"]),
        ("The siege lasted more than three weeks.", ["more than three weeks"]),
        ("The council meets every two weeks.", ["every two weeks"]),
        ("Aid stopped earlier this month.", ["earlier this month"]),
        ("Elections are due in May.", ["May"]),
    ],
)
def test_an_expression_is_found_whole(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The envoy may come to the talks.",
        "Crowds march on the palace.",
        "It was a second attempt to oust him.",
        "The fall of the capital stunned diplomats.",
        "Some 2000 people fled.",
        "The fine was $1990.",
        "Mayor Jansen met Augustine Sunderland.",
        "Three-quarters of deputies abstained.",
    ],
)
def test_other_words_are_let_be(text: str) -> None:
    assert found(text) == []


def test_only_the_asked_stretch_is_searched_and_offsets_count_in_the_whole_text() -> None:
    text = "He left on Monday. She came on Tuesday."
    (only,) = expressions(text, 19, len(text))
    assert text[only.span.start : only.span.end] == only.span.text == "Tuesday"


@given(st.text(alphabet="MondayOct8 19,.-'0", max_size=60))
def test_expressions_stand_in_order_without_overlap(text: str) -> None:
    spans = [one.span for one in expressions(text)]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize("unit", ["1 ", "the ", "a few ", "two hundred ", "May 5 ", "early ", "12:30 "])
def test_a_long_run_of_one_word_is_read_to_its_end(unit: str) -> None:
    text = unit * 4000 + "on Monday"
    assert expressions(text)[-1].span.end == len(text)
