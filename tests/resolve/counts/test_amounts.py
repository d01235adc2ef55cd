"""Numbers in words and digits, and the words that bound them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.records import Token
from diurna.resolve.counts.amounts import amounts_of

WORDS = ["two", "a", "dozen", "and", "-", "at", "least", "of", "14", "men", "million"]


def tokens(text: str) -> list[Token]:
    """Return words of no grammar: only what stands beside what counts here."""
    return [Token(i, 0, 0, word, word.lower(), "X", {}, -1, "dep") for i, word in enumerate(text.split())]


def told(text: str) -> list[tuple[str, int | None, int | None]]:
    words = text.split()
    amounts = {id(a): a for a in amounts_of(tokens(text)).values() if a.known}.values()
    return [(" ".join(words[a.first : a.last + 1]), a.min, a.max) for a in amounts]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("14", 14, 14),
        ("fourteen", 14, 14),
        ("1,250", 1250, 1250),
        ("2,50,000", 250000, 250000),
        ("two hundred and fifty", 250, 250),
        ("forty - two", 42, 42),
        ("forty-two", 42, 42),
        ("2.5 million", 2500000, 2500000),
        ("a dozen", 12, 12),
        ("half a million", 500000, 500000),
        ("at least 14", 14, None),
        ("more than 200", 201, None),
        ("more than a dozen", 13, None),
        ("fewer than 40", None, 39),
        ("up to 40", None, 40),
        ("dozens", 24, None),
        ("hundreds of thousands", 200000, None),
        ("between 200 and 300", 200, 300),
        ("200 to 300", 200, 300),
        ("200 - 300", 200, 300),
        ("nearly 30", 30, 30),
        ("some 30", 30, 30),
        ("several hundred", 300, None),
        ("no one", 0, 0),
        ("another", 1, 1),
        ("another 12", 12, 12),
    ],
)
def test_words_set_bounds(text: str, least: int | None, most: int | None) -> None:
    assert told(f"Officials counted {text} prisoners") == [(text, least, most)]


@pytest.mark.parametrize("text", ["$ 40", "30 percent", "a group of", "a third of", "many", "23 - year - old"])
def test_words_that_count_no_people(text: str) -> None:
    assert told(f"Officials told {text} prisoners") == []


def test_two_numbers_joined_by_and_are_two() -> None:
    assert told("two and three") == [("two", 2, 2), ("three", 3, 3)]


@given(st.integers(1, 999_999))
def test_every_number_in_digits_is_read_with_and_without_separators(number: int) -> None:
    assert told(f"{number}")[0][1:] == (number, number)
    assert told(f"{number:,}")[0][1:] == (number, number)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_amounts_do_not_overlap_and_lie_in_the_sentence(words: list[str]) -> None:
    found = amounts_of(tokens(" ".join(words)))
    for index, amount in found.items():
        assert 0 <= amount.first <= index <= amount.last < len(words)
        assert all(found[each] is amount for each in range(amount.first, amount.last + 1))
