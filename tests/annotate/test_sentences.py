"""Sentences end where a reader sees them end, and never cross a block."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.annotate.sentences import MOST_WORDS, sentences
from diurna.annotate.words import words
from diurna.read import article_of
from diurna.records import Article, Block, Layout


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(Article("a", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Okello met Gen. Deng. They spoke.", ["Mr. Okello met Gen. Deng.", "They spoke."]),
        ("He left the U.S. The army stayed.", ["He left the U.S.", "The army stayed."]),
        ("The U.S. Army left at 6 p.m. on Friday.", ["The U.S. Army left at 6 p.m. on Friday."]),
        ("“We won’t go.” Protesters cheered.", ["“We won’t go.”", "Protesters cheered."]),
        ("“Why now?” she asked. No one knew.", ["“Why now?” she asked.", "No one knew."]),
        ("It rose to 3.5 percent. Prices fell.", ["It rose to 3.5 percent.", "Prices fell."]),
        ("John F. Kerry spoke. He left.", ["John F. Kerry spoke.", "He left."]),
        (
            "mr. okello left the u.s. on friday. police said he fled.",
            [
                "mr. okello left the u.s. on friday.",
                "police said he fled.",
            ],
        ),
        ("Is it over? Yes! It is.", ["Is it over?", "Yes!", "It is."]),
    ],
)
def test_sentences_of_news(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_heading_without_a_full_stop_stands_alone() -> None:
    text = "Talks fail\nThe union left."
    article = Article("a", text, layout=Layout((Block(0, 10, "heading"), Block(11, 26, "paragraph"))))
    assert sentences(article) == [(0, 10), (11, 26)]


def test_a_page_without_full_stops_is_cut() -> None:
    text = "word " * (3 * MOST_WORDS)
    assert all(len(words(text, start, end)) <= MOST_WORDS for start, end in sentences(Article("a", text)))


@given(st.text(alphabet=st.sampled_from('ab. ?!\n"”“’A1,;()—\u00e9')))
def test_sentences_are_ordered_and_hold_every_character(text: str) -> None:
    spans = sentences(article_of(text))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())
