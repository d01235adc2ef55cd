"""Which paragraphs are headings: short lines that stand over a longer paragraph and end no sentence."""

from __future__ import annotations

import re

from diurna.read.lines import Passage
from diurna.read.tables import words_in

TITLE_LENGTH, HEADING_LENGTH = 160, 100
"""Longest title and inner heading in characters; news style guides keep headlines near 70."""

TITLE_WORDS, HEADING_WORDS, FEW_WORDS = 22, 14, 5
"""Most words of a title, of a heading in title case or capitals, and of one in any case."""

PARAGRAPH_LENGTH = 80
"""A passage this long, or one that ends as a sentence does, is running text."""

_FIRST = re.compile(r"(?:#{1,6} |[“\"‘'])?[^\W_]")
_FINAL = re.compile(r"[.!,;:…][\"”'’)\]]*$|[-—–]$")
_WORD = re.compile(r"[^\W_][\w'’.-]*")


def headings_among(text: str, passages: list[Passage]) -> set[int]:
    """Return the indices of the passages that are headings. The first passage may be the title.

    A heading is short, begins with a letter, digit or quotation mark, ends with no sentence punctuation but
    "?", and stands over running text, with at most two other headings between. It is in title case or
    capitals, or has at most five words; the first passage (the title) may be in sentence case.
    """
    found: set[int] = set()
    reach = 0  # how many more headings may stand over the running text met last, going backwards
    for index in range(len(passages) - 1, -1, -1):
        passage = passages[index]
        length = passage.end - passage.start
        if length <= TITLE_LENGTH and reach:
            title = index == 0
            apart = title or passage.gap or _is_one_a_line(passages, index)
            if apart and _looks_like(text, passage, title):
                found.add(index)
                reach -= 1
                continue
        reach = 3 if _is_running(text, passage) else 0
    return found


def _is_running(text: str, passage: Passage) -> bool:
    length = passage.end - passage.start
    return length >= PARAGRAPH_LENGTH or (length > 30 and text[passage.end - 1] in '.!?”"')


def _is_one_a_line(passages: list[Passage], index: int) -> bool:
    """Return whether the next paragraph follows directly too: a page without blank lines."""
    return index + 1 < len(passages) and passages[index + 1].gap == 0


def _looks_like(text: str, passage: Passage, title: bool) -> bool:
    line = text[passage.start : passage.end]
    if "\n" in line or not _FIRST.match(line) or _FINAL.search(line[-6:]):
        return False
    words = _WORD.findall(line)
    if title and len(words) <= TITLE_WORDS and not line.endswith("?"):
        return bool(words) and (words[0][0].isupper() or words[0][0].isdigit())
    if len(line) > HEADING_LENGTH or not words or len(words) > HEADING_WORDS or words[0][0].islower():
        return False
    return len(words) <= FEW_WORDS or _is_title_case(words)


def _is_title_case(words: list[str]) -> bool:
    """Return whether at least four in five of the words that a heading capitalizes are capitalized."""
    small = words_in("heading_words.csv")
    weighty = [word for word in words if word not in small]
    return sum(not word[0].islower() for word in weighty) >= 0.8 * len(weighty)
