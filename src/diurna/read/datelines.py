"""Datelines and bylines: where, when and for whom a report was filed."""

from __future__ import annotations

import re

from diurna.read.filing import filing_dateline
from diurna.read.lines import Passage
from diurna.read.standing import standing_dateline
from diurna.records import Dateline

LEADING_PASSAGES = 10
"""Title, byline, place and dates stand among the first passages, before the first running paragraph."""

RUNNING_LENGTH = 180
"""A passage this long begins the report; after it a line is no standing dateline."""

_LABELLED = re.compile(r"[^\W\d_a-z][\w.'’ -]{0,40}:\s")


def datelines_among(text: str, passages: list[Passage]) -> dict[int, Dateline]:
    """Return {index of passage: the dateline that it is, or that it begins with}.

    A filing dateline with a date or an agency beside its place may open any paragraph (a page can hold many
    reports). One of a place alone ("RAMPUR: ") only opens the first running paragraph, and not where a second
    passage begins with such a label too: that is a transcript, and the labels are its speakers.
    """
    found: dict[int, Dateline] = {}
    transcript = _is_transcript(text, passages)
    leading = True
    for index, passage in enumerate(passages):
        standing = standing_dateline(text, passage) if leading and index < LEADING_PASSAGES else None
        filing = None if standing else filing_dateline(text, passage, leading and not transcript)
        if dateline := standing or filing:
            found[index] = dateline
        if filing or passage.end - passage.start >= RUNNING_LENGTH:
            leading = False
    return found


def _is_transcript(text: str, passages: list[Passage]) -> bool:
    """Return whether two or more of the first passages begin with a name and a colon."""
    return sum(bool(_LABELLED.match(text, passage.start, passage.end)) for passage in passages[:200]) > 1
