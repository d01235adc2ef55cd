"""Words are cut as UD English cuts them, with exact offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.annotate.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Khan’s party didn't win.", ["Khan", "’s", "party", "did", "n't", "win", "."]),
        ("They cannot stay; we're gonna go.", ["They", "can", "not", "stay", ";", "we", "'re", "gon", "na", "go", "."]),
        ("The U.S. and the U.N. met", ["The", "U.S.", "and", "the", "U.N.", "met"]),
        ("at 6 p.m. in St. Louis", ["at", "6", "p.m.", "in", "St.", "Louis"]),
        ("John F. Kennedy spoke to Gen. Ali.", ["John", "F.", "Kennedy", "spoke", "to", "Gen.", "Ali", "."]),
        ("a long-standing anti-government row", ["a", "long", "-", "standing", "anti-government", "row"]),
        ("#WATCH | the SP chief", ["#WATCH", "|", "the", "SP", "chief"]),
        ("— ANI (@ANI) pic.twitter.com/hQH2", ["—", "ANI", "(", "@ANI", ")", "pic.twitter.com/hQH2"]),
        ("$1,000.50, or 40% at 10:15", ["$", "1,000.50", ",", "or", "40", "%", "at", "10:15"]),
        ("O’Connor of Sana’a said", ["O’Connor", "of", "Sana’a", "said"]),
        ("the workers' union", ["the", "workers", "'", "union"]),
        ("“No,” he said... on 9/11", ["“", "No", ",", "”", "he", "said", "...", "on", "9/11"]),
    ],
)  # fmt: skip
def test_words_of_news(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


@given(st.text())
def test_words_tile_every_character_that_is_no_space(text: str) -> None:
    spans = words(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(start < end and not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())


def test_offsets_count_in_the_text_given() -> None:
    assert words("Kyiv. Lviv fell.", 6) == [(6, 10), (11, 15), (15, 16)]
