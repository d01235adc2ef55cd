"""Social-media posts pasted with the page they were embedded in.

An embedded post ends in a signature, as X, Facebook and Instagram write it under the post's words: "— Name
(@handle) October 8, 2025". Nothing marks where its body begins; `_first_of_body` says how it is found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from diurna.read.days import CLOCK, day_of, day_pattern
from diurna.read.lines import Passage
from diurna.read.tables import platforms
from diurna.records import Post, Span

REACH_PASSAGES, REACH_CHARACTERS = 6, 800
"""How far before its signature a body may begin: a post on X holds 280 characters, other platforms show the
beginning of longer ones; a page may break it into paragraphs."""

NAME_LENGTH = 80
"""Longest author's name looked for between the dash and the handle."""

LEAD_IN_LENGTH = 300
"""How much of the paragraph before a post is searched for the platform's name."""

_OPENER = re.compile(r"(?:[#@]\w|\.@\w|[A-Z][A-Z ]{2,20} ?\| )")
_TAGS_ONLY = re.compile(r"(?:[#@]\w+\s*)+$")
_DASH = re.compile(r"[—–―]\s*|(?:^|\s)--?\s")


class Signature(NamedTuple):
    """The line under a post; `first` is the index of the passage it stands in, `start:end` its extent."""

    first: int
    start: int
    end: int
    author: Span
    handle: Span | None
    date: Span
    day: re.Match[str]
    platform: str | None


@cache
def _signature_pattern() -> re.Pattern[str]:
    """Match "(@handle) DAY", "(Telegram), DAY", or an opening such as "A post shared by" to " on DAY"."""
    names = "|".join(re.escape(name) for _, name in platforms("name"))
    openings = "|".join(re.escape(opening) for _, opening in platforms("opening"))
    clock = rf"(?:{CLOCK} ?[·,|]? ?)?"
    handle = rf"\((?:(?P<handle>@[\w.@-]{{1,60}})|(?P<named>{names}))\)"
    author = rf"(?P<author>[^\n()]{{1,{NAME_LENGTH}}}?)(?: \((?P<handle2>@[\w.@-]{{1,60}})\))?"
    opened = rf"(?P<opening>{openings}) {author} on "
    at = rf"(?:,? at {CLOCK}|(?:,| ·) {CLOCK})?"
    before = rf"(?:{handle}[,:]?\s{{1,3}}(?:on )?|{opened}){clock}"
    return re.compile(rf"{before}(?P<date>{day_pattern()}){at}", re.IGNORECASE)


def signatures_in(text: str, passages: list[Passage]) -> list[Signature]:
    """Return the signatures of posts in text order. Each needs a name before it and a day after it."""
    starts = [passage.start for passage in passages]
    found: list[Signature] = []
    for match in _signature_pattern().finditer(text):
        first = bisect_right(starts, match.start()) - 1
        if match.end() > passages[first].end:
            continue
        floor = max(passages[first].start, found[-1].end if found else 0)
        signature = _opened(text, match, first) if match["opening"] else _dashed(text, match, first, floor)
        if signature:
            found.append(signature)
    return found


def _dashed(text: str, match: re.Match[str], first: int, floor: int) -> Signature | None:
    floor = max(floor, match.start() - NAME_LENGTH)
    dashes = list(_DASH.finditer(text, floor, match.start()))
    if not dashes:
        return None
    strong = [dash for dash in dashes if dash.group().strip() not in {"-", "--"}] or dashes
    dash = strong[-1]
    end = dash.end() + len(text[dash.end() : match.start()].rstrip())
    if end == dash.end():
        return None
    start = dash.start() + len(dash.group()) - len(dash.group().lstrip())
    return _signed(text, match, first, start, (dash.end(), end))


def _opened(text: str, match: re.Match[str], first: int) -> Signature:
    return _signed(text, match, first, match.start(), match.span("author"))


def _signed(text: str, match: re.Match[str], first: int, start: int, author: tuple[int, int]) -> Signature:
    handle = "handle2" if match["handle2"] else "handle"
    sign = (match["opening"] or match["named"] or "").lower()
    signs = platforms("opening") if match["opening"] else platforms("name")
    platform = next((place for place, words in signs if words.lower() == sign), None)
    return Signature(
        first, start, match.end(), Span.of(text, *author),
        Span.of(text, *match.span(handle)) if match[handle] else None,
        Span.of(text, *match.span("date")), match, platform,
    )  # fmt: skip


def post_of(text: str, passages: list[Passage], signature: Signature, floor: int) -> Post:
    """Return the post that `signature` ends; its body begins after `floor`, the end of the post before."""
    first = _first_of_body(text, passages, signature, floor)
    start = max(passages[first].start, floor)
    start += len(text[start : signature.start]) - len(text[start : signature.start].lstrip())
    end = start + len(text[start : signature.start].rstrip())
    before = passages[first - 1] if first else passages[0]
    lead_in = text[max(before.start, before.end - LEAD_IN_LENGTH) : before.end] if first else ""
    return Post(
        Span.of(text, start, signature.end), (start, end), signature.author, signature.handle, signature.date,
        day_of(signature.day), signature.platform or _platform(text[start : signature.end], lead_in),
    )  # fmt: skip


def _first_of_body(text: str, passages: list[Passage], signature: Signature, floor: int) -> int:
    """Return the index of the passage in which the post's body begins.

    The body's last passage is the one that the signature stands in or, where it stands alone, the one before.
    Going back from there, within reach, the body begins at the nearest passage that opens as posts do
    ("#WATCH |", "@name", "BREAKING | ") or that follows a line ending in a colon ("He wrote on X:"). Failing
    both, it begins after the nearest gap wider than the page's usual one, or else at the head of the lines
    that follow each other without a blank line; where there are none, the body is the last passage alone.
    """
    last = signature.first
    if not text[max(passages[last].start, floor) : signature.start].strip():
        last = last - 1 if last and passages[last - 1].end > floor else last
    usual = _usual_gap(passages, signature.first)
    wide: int | None = None
    head = last
    for index in range(last, max(last - REACH_PASSAGES, -1), -1):
        passage = passages[index]
        if passage.end <= floor or (index < last and signature.start - passage.start > REACH_CHARACTERS):
            break
        line = text[passage.start : min(passage.end, passage.start + REACH_CHARACTERS)]
        if _OPENER.match(line) and (index == 0 or not _TAGS_ONLY.match(line)):
            return index
        if index and text[passages[index - 1].end - 1] == ":":
            return index
        if wide is None and passage.gap > usual:
            wide = index
        if index == head and passage.gap == 0 and usual and index:
            head = index - 1
    return head if wide is None else wide


def _usual_gap(passages: list[Passage], index: int) -> int:
    """Return the commonest number of blank lines between the thirty paragraphs around this one."""
    gaps = [passage.gap for passage in passages[max(1, index - 15) : index + 15]]
    return max(sorted(set(gaps)), key=gaps.count) if gaps else 1


@cache
def _platform_signs(kind: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the addresses ("url") or names ("name") of platforms, and {sign: platform}."""
    signs = {sign: platform for platform, sign in platforms(kind)}
    either = "|".join(map(re.escape, signs))
    edges = r"(?<![\w.-])(?:www\.|mobile\.)?(%s)" if kind == "url" else r"\b(%s)\b"
    return re.compile(edges % either), signs


def _platform(post: str, before: str) -> str | None:
    """Return the platform whose address is in the post, or whose name is in it or in the words before it."""
    for kind, words in (("url", post), ("name", post), ("name", before)):
        pattern, signs = _platform_signs(kind)
        if match := pattern.search(words):
            return signs[match[1]]
    return None
