"""Quotation marks that belong together, in every style that newspapers print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import steps_of

from diurna.code.quotations import Quotation, find_quotations
from diurna.read import layout_of
from diurna.records import Article


def quotations(text: str) -> tuple[Quotation, ...]:
    return find_quotations(Article("a", text, layout=layout_of(text)))


def contents(text: str) -> list[str]:
    return [quotation.content.text for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will vote on Monday," the speaker said.', ["We will vote on Monday,"]),
        ("“We will vote on Monday,” the speaker said.", ["We will vote on Monday,"]),
        ("''We will vote on Monday,'' the speaker said.", ["We will vote on Monday,"]),
        ("«We will vote on Monday», the speaker said.", ["We will vote on Monday"]),
        ("„We will vote on Monday“, the speaker said.", ["We will vote on Monday"]),
        ("‘We will vote on Monday,’ the speaker said.", ["We will vote on Monday,"]),
        ("'We will vote on Monday,' the speaker said.", ["We will vote on Monday,"]),
        ('“We will vote on Monday," the speaker said.', ["We will vote on Monday,"]),
        ('"We will vote on Monday,” the speaker said.', ["We will vote on Monday,"]),
        ("”We will vote on Monday,” the speaker said.", ["We will vote on Monday,"]),
    ],
)
def test_every_style_of_mark(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_span_holds_the_marks_and_content_does_not() -> None:
    (one,) = quotations("The envoy said: “No deal.”")
    assert (one.span.text, one.content.text, one.closed) == ("“No deal.”", "No deal.", True)


def test_a_quotation_inside_a_quotation() -> None:
    outer, inner = quotations("“The general told us ‘hold the bridge’ and left,” the soldier said.")
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.content.text == "hold the bridge"


def test_straight_marks_inside_straight_marks() -> None:
    assert contents('"They cannot "just" walk away," she said.') == ['They cannot "just" walk away,', "just"]


def test_apostrophes_are_no_marks() -> None:
    assert contents("The workers' demands weren't met in the '90s, and it's Kenya's loss.") == []
    assert contents("The workers’ demands weren’t met in the ’90s, and it’s Kenya’s loss.") == []


def test_an_apostrophe_does_not_end_single_marks() -> None:
    text = "‘The workers’ demands aren’t new,’ the minister said."
    assert contents(text) == ["The workers’ demands aren’t new,"]


def test_feet_and_inches_are_no_marks() -> None:
    assert contents('The 6\'2" guard lifted a 5" pipe, the report found.') == []
    assert contents('"He is 6\'2" tall," the coach said.') == ["He is 6'2\" tall,"]


def test_a_quotation_may_end_in_a_number() -> None:
    assert contents('"The vote was 52 to 48" is all he said.') == ["The vote was 52 to 48"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    first, second = quotations("“We were promised help, the mayor said.\n\nThe army denied it. “Not us,” it said.")
    assert first.content.text == "We were promised help, the mayor said."
    assert not first.closed
    assert second.content.text == "Not us,"


def test_a_quotation_over_paragraphs_repeats_its_opening_mark() -> None:
    text = "“The bridge is gone.\n\n“We will build it again.\n\n“It takes a year,” she said.\n\nThen “rain” fell."
    long, scare = quotations(text)
    assert [part.text for part in long.parts] == [
        "The bridge is gone.",
        "We will build it again.",
        "It takes a year,",
    ]
    assert (long.kind, long.closed, scare.kind) == ("speech", True, "scare")


def test_straight_marks_over_paragraphs() -> None:
    (one,) = quotations('"The bridge is gone.\n\n"We will build it again," she said.')
    assert [part.text for part in one.parts] == ["The bridge is gone.", "We will build it again,"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“No,” the minister said.", "speech"),
        ("The so-called “peace council” met again.", "scare"),
        ("Her novel “The Long Road Home” won the prize.", "title"),
        ("He said the army “had no part whatsoever in the raid”.", "speech"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert quotations(text)[0].kind == kind


@given(st.text(alphabet="aA .,5s\n\"'“”‘’«»„", max_size=80))
def test_offsets_hold_for_any_text(text: str) -> None:
    for one in quotations(text):
        assert text[one.span.start : one.span.end] == one.span.text
        assert one.span.holds(one.content)
        assert all(text[part.start : part.end] == part.text for part in one.parts)


def test_ten_times_the_marks_take_ten_times_the_steps() -> None:
    quotations("“a ”")  # reads the word lists
    few = steps_of(lambda: quotations("“a " * 400 + "'s 5\" "))
    assert steps_of(lambda: quotations("“a " * 4_000 + "'s 5\" ")) < 11 * few
