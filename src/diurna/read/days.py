"""Calendar days as written in datelines and under posts: "October 8, 2025", "8 Oct. 2025", "2025-10-08"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from diurna.read.tables import calendar, labels

CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?|\d{4} ?(?=GMT|UTC|hrs?\b|hours\b))"
    r"(?: ?(?:[A-Z]{2,4}|hours|hrs?|[+-]\d\d:?\d\d|\((?:[A-Z]{2,4}|(?:GMT|UTC)[^)\n]{0,8})\)))?"
)
"""A time of day as printed beside a date: "10:15 IST", "9:05 pm", "9pm ET", "1430 GMT"."""


@cache
def day_pattern() -> str:
    """Return a regular expression (to match with case ignored) for one day, with named groups for its parts.

    A year may be missing ("Oct. 8"). A weekday before it ("Friday, ") is part of the match.
    """
    months, weekdays = calendar()
    month = "(?:" + "|".join(sorted(map(re.escape, months), key=len, reverse=True)) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True)) + r")\b\.?,? "
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"\d{4}"
    return (
        rf"(?:{weekday})?(?:"
        rf"(?P<month1>{month}) (?P<day1>{number})\b(?:,? (?P<year1>{year})\b)?"
        rf"|(?P<day2>{number}) (?:of )?(?P<month2>{month})(?:,? (?P<year2>{year})\b)?"
        rf"|(?P<iso>{year}(?P<sign>[-/])\d\d(?P=sign)\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{{1,6}})?(?:Z|[+-]\d\d:?\d\d)?)?"
        rf"|(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year3>{year})\b"
        r")"
    )


@cache
def only_day_pattern() -> re.Pattern[str]:
    """Return what matches a whole field that is a day, with or without a label before it and a time beside it."""
    words = "|".join(sorted(map(re.escape, labels("date")), key=len, reverse=True))
    clock = rf"(?:,? ?(?:at |- |– )?{CLOCK})?"
    return re.compile(
        rf"\s*(?:(?:{words})(?::| -| –)? +)?(?:{CLOCK},? )?(?P<date>{day_pattern()}){clock}[,.]?\s*$", re.IGNORECASE
    )


def written_day(words: str) -> date | None:
    """Return the day that `words` say and nothing beside it but a label, a time and, after a bar, another such day.

    None where they say no day, or one that may be either of two.
    """
    for field in re.split("[|•·]", " ".join(words.split())):
        if match := only_day_pattern().match(field):
            return day_of(match)
    return None


def day_of(match: re.Match[str]) -> date | None:
    """Return the day that a match of `day_pattern` names.

    None where the year is missing, no such day exists, or "05/03/2021" could be either of two days.
    """
    part = match.groupdict()
    try:
        if part["iso"]:
            return date.fromisoformat(part["iso"].replace("/", "-"))
        if part["first"]:
            return _numeric_day(int(part["first"]), int(part["second"]), int(part["year3"]))
        which = "1" if part["month1"] else "2"
        if not part["year" + which]:
            return None
        month = calendar()[0][part["month" + which].rstrip(".").lower()]
        return date(int(part["year" + which]), month, int(part["day" + which].rstrip("stndrhSTNDRH")))
    except ValueError:
        return None


def _numeric_day(first: int, second: int, year: int) -> date | None:
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None
