"""Find quotation marks that belong together, and tell speech from scare quotes and titles.

One pass over each paragraph with a stack of open marks. A mark that nothing closes ends with its paragraph;
only where the next paragraph begins with an opening mark of the same kind does the quotation go on in it, as
newspapers print a quotation of several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from diurna.read import layout_of
from diurna.records import Article, Span

QuotationKind = Literal["speech", "scare", "title"]

SCARE_WORDS = 4
"""A quotation of at most this many words that is no sentence of its own is taken for a scare quote: tuned by
reading the quotations of the Wikinews train articles."""

DEEPEST = 4
"""Quotations nest no deeper than this; further opening marks are slips, and the search stays linear."""

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’‚'`]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# The apostrophe that begins a word: "'90s", "'em", "rock 'n' roll".
_ELISION = re.compile(r"(?:\d0s|em|n|til|tis|twas|cause|round|bout|cuz|un)\b", re.IGNORECASE)
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
_OPENS_FOR = {"“": "”", "„": "“", "«": "»", "‘": "’", "‚": "‘", "``": "''", "‟": "”"}
_DOUBLE = ('"', "“", "”")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "into",
        "over",
        "vs",
    ]
)


class Quotation(NamedTuple):
    """A quotation: `span` with its marks, `content` between them, `parts` its content in each paragraph.

    `depth` is 0 outside any other quotation, 1 inside one, and so on. `closed` is False where no mark ends it.
    """

    span: Span
    content: Span
    parts: tuple[Span, ...]
    kind: QuotationKind
    depth: int = 0
    closed: bool = True


@dataclass(slots=True)
class _Open:
    """An open mark: its style ('"', "“", ...), where it and its content begin, and its parts so far."""

    style: str
    start: int
    content: int
    parts: list[tuple[int, int]]


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Return the quotations of the article, in the order in which they begin.

    Marks may be straight, curly, low, angled or doubled apostrophes, and may nest. Apostrophes and the marks
    of feet and inches are none; an unclosed straight single mark is taken for an apostrophe. Takes time in
    proportion to the text's length.
    """
    text = article.text
    blocks = [(block.start, block.end) for block in (article.layout.blocks or layout_of(text).blocks)]
    found: list[Quotation] = []
    pending: list[_Open] = []
    for number, (start, end) in enumerate(blocks):
        goes_on = blocks[number + 1] if number + 1 < len(blocks) else None
        pending = _paragraph(text, start, end, pending, goes_on, found)
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _paragraph(
    text: str, start: int, end: int, stack: list[_Open], following: tuple[int, int] | None, found: list[Quotation]
) -> list[_Open]:
    """Add the quotations that end in the paragraph to `found`; return the one that goes on in the next."""
    marks = [(match.start(), match.end()) for match in _MARK.finditer(text, start, end)]
    for number, (first, last) in enumerate(marks):
        mark = text[first:last]
        if stack and stack[0].content == -1:
            # The opening mark repeated at the head of a further paragraph.
            stack[0].content = last
            continue
        if _is_measure(text, start, end, marks, number, stack):
            continue
        closes = _closes(text, start, end, marks, number, stack)
        if closes is not None:
            while len(stack) > closes:
                one = stack.pop()
                if len(stack) == closes:
                    _add(text, one, first, last, len(stack), True, found)
                elif one.style not in "'‘":
                    _add(text, one, first, first, len(stack), False, found)
        elif len(stack) < DEEPEST and _opens(text, start, end, first, last, mark):
            stack.append(_Open("“" if mark in "”‟" else mark, first, last, []))
    while len(stack) > 1:
        one = stack.pop()
        if one.style not in "'‘":
            _add(text, one, end, end, len(stack), False, found)
    if not stack:
        return []
    if following and _repeats(text, following[0], stack[0].style):
        stack[0].parts.append((stack[0].content, end))
        stack[0].content = -1
        return stack
    if stack[0].style != "'":
        _add(text, stack[0], end, end, 0, False, found)
    return []


def _repeats(text: str, start: int, style: str) -> bool:
    """Return whether a paragraph begins with a mark that goes on a quotation of this style."""
    return style != "'" and text.startswith(style, start)


def _opens(text: str, start: int, end: int, first: int, last: int, mark: str) -> bool:
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    if after.isspace() or mark in "»" or (before.isalnum() and mark not in "“„«"):
        return False
    if mark in "'‘’`" and (_ELISION.match(text, last) or not (after.isalnum() or after in '"“[($…')):
        return False
    # A closing curly mark opens only where a writer has plainly mistaken it, at the head of a word.
    if mark in "”’":
        return mark == "”" and (before.isspace() or before in "([—–")
    return not before.isalnum() or mark in "“„«"


def _closes(
    text: str, start: int, end: int, marks: list[tuple[int, int]], number: int, stack: list[_Open]
) -> int | None:
    """Return the place in the stack of the open mark that this one closes, or None."""
    first, last = marks[number]
    mark = text[first:last]
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    place = next((i for i in range(len(stack) - 1, -1, -1) if _pairs(stack[i].style, mark)), None)
    if place is None and mark in _DOUBLE and not before.isspace() and not after.isalnum():
        # Pages mix styles: “We will vote," the speaker said.
        place = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].style in _DOUBLE), None)
    if place is None or (mark == "“" and stack[place].style != "„"):
        return None
    if mark in "'’‘":
        if before.isspace() or after.isalnum() or place < len(stack) - 1:
            return None
        return None if _is_possessive(text, end, marks, number) else place
    if mark in '"' and before.isspace() and not after.isspace() and first > stack[place].content:
        # '"We cannot "just" leave"': an opening position while one is open is a quotation inside it, if the
        # mark after it closes and another stands behind that; otherwise the writer forgot to close.
        rest = [a for a, b in marks[number + 1 : number + 3] if text[a:b] == mark]
        return None if len(rest) == 2 and not text[rest[0] - 1].isspace() else place
    return place


def _pairs(style: str, mark: str) -> bool:
    return mark == style if style in ('"', "'", "''") else mark == _OPENS_FOR.get(style)


def _is_possessive(text: str, end: int, marks: list[tuple[int, int]], number: int) -> bool:
    """Return whether the mark is the apostrophe of "workers'", a better closing mark standing further on."""
    first, last = marks[number]
    if text[first - 1] != "s" or not re.match(r"\s[a-z]", text[last : last + 2]):
        return False
    mark = text[first:last]
    for a, b in marks[number + 1 : number + 6]:
        if text[a:b] in "‘“":
            return False
        if text[a:b] == mark and not text[b : b + 1].isalnum():
            return text[a - 1] in ",.?!" or (b < end and text[b] in ",.;")
    return False


def _is_measure(text: str, start: int, end: int, marks: list[tuple[int, int]], number: int, stack: list[_Open]) -> bool:
    """Return whether the mark stands for feet, inches, minutes or seconds (6'2", a 5" pipe)."""
    first, last = marks[number]
    mark = text[first:last]
    if first == start or not text[first - 1].isdigit() or mark not in ('"', "”", "''", "'", "’"):
        return False
    if mark in "'’":
        return bool(re.match(r"\s?\d", text[last : last + 2])) and not any(one.style in "'‘" for one in stack)
    if _FEET.search(text, max(start, first - 6), first):
        return True
    if not any(_pairs(one.style, mark) for one in stack):
        return True
    # Inside a quotation a number may simply stand last; it is inches where a closing mark follows by itself.
    if not re.match(r"[ -][a-z]", text[last : last + 2]):
        return False
    later = next(((a, b) for a, b in marks[number + 1 : number + 8] if text[a:b] in (mark, "“")), None)
    return later is not None and text[later[0]] != "“" and not text[later[0] - 1].isspace()


def _add(text: str, one: _Open, last: int, end: int, depth: int, closed: bool, found: list[Quotation]) -> None:
    """Add the quotation whose content ends at `last` and whose closing mark ends at `end`."""
    pieces = [piece for a, b in (*one.parts, (one.content, last)) if (piece := _trimmed(text, a, b))]
    if not pieces:
        return
    parts = tuple(Span.of(text, a, b) for a, b in pieces)
    content = Span.of(text, parts[0].start, parts[-1].end)
    if one.style in "'‘" and len(content.text) < 2:
        return
    span = Span.of(text, one.start, end if closed else content.end)
    found.append(Quotation(span, content, parts, _kind(text, span, content, len(parts)), depth, closed))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    if start < 0:
        return None
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return (start, start + len(piece.strip())) if piece.strip() else None


def _kind(text: str, span: Span, content: Span, paragraphs: int) -> QuotationKind:
    """Return what the marks are for, judged by the words between them and the characters around them."""
    words = [match.group() for match in _words(content.text)]
    if not words or paragraphs > 1 or len(words) > 14:
        return "speech"
    before = text[max(0, span.start - 40) : span.start].rstrip(" ")
    led_in = not before or before[-1] in ",:\n" or before[-1] in ".?!"
    ends = content.text[-1] in ".,?!…—-" or text[span.end : span.end + 1] == ","
    capital = content.text.lstrip("[(…. ")[:1].isupper()
    titled = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words) and words[0][0].isupper()
    if titled and len(words) > 1 and not led_in and "I" not in words:
        return "title"
    if capital and led_in and (ends or len(words) > SCARE_WORDS):
        return "speech"
    if titled and len(words) == 1 and not led_in:
        return "title"
    return "scare" if len(words) <= SCARE_WORDS else "speech"


def _words(content: str) -> Iterator[re.Match[str]]:
    return _WORD.finditer(content)
