"""Entries of a chronicle: "June 2013: Protesters block the road." All that an entry tells is of the date heading it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from diurna.records import DateMention, Document

FEWEST = 2  # so many dates head paragraphs of a chronicle; one may be a dateline's
_SET_APART = re.compile(r"\s*(?::|[-–—](?=\s)|\.?\s*$)")


def entries(document: Document, days: Mapping[int, Sequence[DateMention]]) -> dict[int, DateMention]:
    """Return, by the sentences' indices, the date that heads the entry that each stands in; none where none does.

    A date heads its paragraph before a colon or a dash; alone in its line, the paragraphs after it as well.
    """
    text = document.article.text
    blocks = document.article.layout.blocks
    starts = [block.start for block in blocks]
    opening = {mention.span.start: mention for mentions in days.values() for mention in mentions if mention.start}
    headed = {}
    for place, block in enumerate(blocks):
        mention = opening.get(block.start)
        if mention is not None and _SET_APART.match(text, mention.span.end, block.end):
            headed[place] = mention
    if len(headed) < FEWEST:
        return {}
    found: dict[int, DateMention] = {}
    heading: DateMention | None = None
    for index, sentence in enumerate(document.sentences):
        place = bisect_right(starts, sentence.start) - 1
        own = headed.get(place)
        if own is not None:
            heading = own if not text[own.span.end : blocks[place].end].strip(" .:") else None
        if one := own or heading:
            found[index] = one
    return found
