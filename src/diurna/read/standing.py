"""Datelines that are a line of their own above the report: "By Jane Doe | 5 May 2021", "January 4, 2019"."""

from __future__ import annotations

import re
from functools import cache

from diurna.read.days import day_of, only_day_pattern
from diurna.read.filing import dateline_of, head_of, is_name, known_agency
from diurna.read.lines import Passage
from diurna.read.tables import labels, words_in
from diurna.records import Dateline, Span

STANDING_LENGTH = 160
"""The longest such line, in characters."""

_FIELD = re.compile(r"[^|•·\n]+")


@cache
def _byline() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, labels("byline")), key=len, reverse=True))
    return re.compile(rf"\s*(?i:{words}):? +(?P<name>[^\W\d_a-z][^|\n]{{1,80}}?)\s*$")


def standing_dateline(text: str, passage: Passage) -> Dateline | None:
    """Return the dateline that the whole passage is, or None."""
    if passage.end - passage.start > STANDING_LENGTH:
        return None
    date: Span | None = None
    day, agency, named = None, None, False
    fields = list(_FIELD.finditer(text, passage.start, passage.end))
    for field in fields:
        if match := only_day_pattern().match(text, field.start(), field.end()):
            if date is None:
                date, day = Span.of(text, *match.span("date")), day_of(match)
        elif (match := _byline().match(text, field.start(), field.end())) and _is_author(match["name"]):
            named = True
            agency = agency or known_agency(text, match.start("name"), match.end("name"))
        elif field.group().strip() in words_in("agencies.csv", "agency"):
            start = field.start() + len(field.group()) - len(field.group().lstrip())
            agency = agency or Span.of(text, start, start + len(field.group().strip()))
        elif len(fields) == 1 or not is_name(field.group()):
            return _place_and_day(text, passage)
    if date is None and not named:
        return None
    return Dateline(Span.of(text, passage.start, passage.end), None, date, day, agency)


def _place_and_day(text: str, passage: Passage) -> Dateline | None:
    """Return the dateline of a line that is a place, a comma and a day: "New Delhi, October 8, 2025"."""
    end = passage.end - (text[passage.end - 1] == ":")
    head = head_of(text, passage.start, end)
    if head is None or head.place is None or head.date is None:
        return None
    return dateline_of(text, head, passage.start, passage.end)


def _is_author(words: str) -> bool:
    """Return whether `words` may be authors' names ("Ana de Prado and John Roe in Lisbon"), and no sentence.

    The first and the last word of names are capitalized, and at least half of all.
    """
    names = words.split()
    lower = sum(name[0].islower() for name in names)
    return not names[0][0].islower() and not names[-1][0].islower() and 2 * lower <= len(names)
