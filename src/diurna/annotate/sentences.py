"""Cut the blocks of an article into sentences with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diurna.annotate.word_rules import WordRules, word_rules
from diurna.annotate.words import words
from diurna.records import Article, Block

# A sentence longer than this is cut at the last comma, semicolon or dash before the limit, or at the limit:
# the encoder was trained on at most 256 pieces, and a page without full stops must not become one sentence.
MOST_WORDS = 120

# A run of marks is tried from its first alone: from each in turn a line of dots would take its length squared.
_END = re.compile(
    r"(?<![.!?…。])[.!?…。]+[\"”’'»)\]]*(?=\s)|(?<![.!?])[.!?]+[\"”’»)\]]+(?=[\"“A-Z])|(?<=[a-z])[.!?](?=[A-Z][a-z])"
)
_BEFORE = re.compile(r"([\w.&’'-]{1,30})\.[\"”’'»)\]]*$")
_OPENING = "\"“‘'«([—–-#@•*"


def sentences(article: Article) -> list[tuple[int, int]]:
    """Return the `(start, end)` offsets of the article's sentences, in order.

    Sentences do not overlap, never cross a block's ends, and together hold every character that is not white space.
    """
    return [(spans[0][0], spans[-1][1]) for spans in sentences_in_words(article)]


def sentences_in_words(article: Article) -> list[list[tuple[int, int]]]:
    """Return the offsets of the words of each of the article's sentences, in order; no sentence is without words."""
    text = article.text
    blocks = article.layout.blocks or (Block(0, len(text), "paragraph"),)
    # An archive in lower case: there a small letter may begin a sentence.
    cased = any(map(str.isupper, text))
    return [span for block in blocks for span in _sentences_of_block(text, block, cased)]


def _sentences_of_block(text: str, block: Block, cased: bool) -> Iterator[list[tuple[int, int]]]:
    rules = word_rules()
    start = block.start
    if block.kind == "paragraph" or block.kind == "post":
        for found in _END.finditer(text, block.start, block.end):
            if found.start() >= start and _ends(text, start, found, block.end, rules, cased):
                yield from _short(text, *_trim(text, start, found.end()))
                start = found.end()
    yield from _short(text, *_trim(text, start, block.end))


def _ends(text: str, start: int, found: re.Match[str], end: int, rules: WordRules, cased: bool) -> bool:
    """Return whether the punctuation found ends a sentence, by the word before it and the one after."""
    after = found.end()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    first = text[after]
    if first.islower() and cased:
        return False
    if text[found.start()] != "." or found.group().startswith(".."):
        # "Why?" Obama asked: what follows a quotation's own mark is the same sentence only in lower case.
        return first not in ",;:)"
    before = _BEFORE.search(text, max(start, found.start() - 30), found.end())
    word = before.group(1).lower() if before else ""
    following = re.match(r"\w+", text[after : after + 30])
    begins = cased and following is not None and following.group().lower() in rules.starters
    if word in rules.titles:
        return word in ("no", "al") and begins
    if word in rules.abbreviations or (len(word) == 1 and word.isalpha()):
        return begins or (first in '"“' and word in rules.abbreviations)
    if "." in word and len(word) <= 6 and word.replace(".", "").isalpha():
        return begins
    return first.isupper() or first.isdigit() or first in _OPENING or not (first.isascii() and cased)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _short(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the words of the sentence, cut where it has more than MOST_WORDS words; nothing where it is empty."""
    if end <= start:
        return
    spans = words(text, start, end)
    if len(spans) <= MOST_WORDS:
        yield spans
        return
    first = 0
    while len(spans) - first > MOST_WORDS:
        cut = next(
            (i for i in range(first + MOST_WORDS - 1, first + MOST_WORDS // 2, -1) if text[spans[i][0]] in ",;:—–"),
            first + MOST_WORDS - 1,
        )
        yield words(text, spans[first][0], spans[cut][1])  # cut by itself, as it is read
        first = cut + 1
    yield words(text, spans[first][0], spans[-1][1])
