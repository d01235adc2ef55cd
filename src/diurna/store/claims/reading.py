"""Read a claim about other events as a question to a store: which events would speak against it, and when."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from diurna.code.claims import load_claims
from diurna.merge.across.words import STEM
from diurna.merge.alike import MUTUAL
from diurna.read.tables import rows_of

_SLACK = 0.1
"""Of "in two years" the first tenth is left out: a meeting 23 months ago does not speak against it."""

_CALENDAR = re.compile(r"\bthis (?:\w+ )?(week|month|year|quarter)\b", re.IGNORECASE)
_AFTER_NOUN = re.compile(r"\s(?:in|for|since|this|ever|by|of|on|at|between|from|with)(?=\s|$)")
_DOER = re.compile(r"\s(?:to|who|that)\s")  # "first leader to visit": the noun does it, and is not it
_SINCE_MONTH = re.compile(r"\bsince (?:last )?(\w+)$", re.IGNORECASE)
_DURATION = re.compile(r"P(\d+)([DWMY])")
_PASSED_OVER = frozenset(("first", "ever", "such", "time", "times", "day", "the", "a", "an", "its", "their", "level"))


@dataclass(frozen=True, slots=True)
class Question:
    """What a claim asks of the store.

    `type`, `mode` and `stems` are what other events must be: a stem of 5 letters must stand in one of their triggers.
    `start` and `end` are the days that the claim speaks of, both included, `end` the day of the claim's own event;
    `start` is None where it speaks of all time. `what` is the number to compare (killed), None but for records;
    `count` is 3 for "third". `trouble` says why the claim cannot be asked, else it is None.
    """

    type: str
    mode: str | None
    stems: tuple[str, ...]
    start: date | None
    end: date
    what: str | None = None
    count: int | None = None
    by_parties: bool = False
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim of the store with the event that it speaks of, as far as asking needs it."""

    kind: str
    words: str
    interval: str | None
    count: int | None
    type: str
    modes: tuple[str, ...]
    triggers: tuple[str, ...]
    day: date


def question_of(claimed: Claimed) -> Question:
    """Return what the claim asks; `trouble` says why where it asks nothing that a store holds."""
    mode, stems = _sort_of_event(claimed)
    start, trouble = _start(claimed)
    what = None
    if claimed.kind == "record":
        what = _measure(claimed)
        if what is None:
            trouble = "the store holds no number that these words compare"
    elif claimed.kind == "longest":
        trouble = "the store does not hold how long events last"
    elif claimed.kind == "ahead_of":
        trouble = "it says what is to come, not what has been"
    return Question(
        type=claimed.type,
        mode=mode,
        stems=stems,
        start=start,
        end=claimed.day,
        what=what,
        count=claimed.count,
        by_parties=claimed.type in MUTUAL,
        trouble=trouble,
    )


def _sort_of_event(claimed: Claimed) -> tuple[str | None, tuple[str, ...]]:
    """Return the mode that another event must have to be counted, None for any, and stems of which it must have one."""
    noun = _noun(claimed.words)
    known = [mode for type_, mode in _nouns().get(noun or "", ()) if type_ == claimed.type]
    if known:
        return (None if known[0] == "any" else known[0]), ()
    if noun is not None:
        return None, (noun[:STEM],)
    # "for the second time": what is told is counted, in the mode in which it is told.
    if claimed.modes:
        return claimed.modes[0], ()
    return None, tuple(sorted({trigger.split()[0][:STEM].lower() for trigger in claimed.triggers if trigger.split()}))


def _noun(words: str) -> str | None:
    """Return the noun that a claim counts ("first state visit in ten years" gives "visit"), None for "first time"."""
    if _DOER.search(words):
        return None
    said = re.findall(r"[\w’'-]+", _AFTER_NOUN.split(words.lower())[0])
    for word in reversed(said[1:]):
        if word not in _PASSED_OVER:
            return next((one for one in _singulars(word) if one in _nouns()), word)
    return None


def _singulars(word: str) -> Iterator[str]:
    yield word
    yield word.removesuffix("s")
    yield word.removesuffix("es")


def _start(claimed: Claimed) -> tuple[date | None, str | None]:
    """Return the first day that the claim speaks of, or None and why there is none."""
    if claimed.kind == "first_ever" or (
        claimed.interval is None and re.search(r"\b(?:ever|record|hist)", claimed.words)
    ):
        return None, None
    if claimed.interval is None and (month := _last_month(claimed)):
        return month, None
    if claimed.interval is None:
        return None, "the words name no day from which to count"
    if claimed.interval.endswith("/.."):
        return _day_after(claimed.interval.removesuffix("/..")), None
    duration = _DURATION.fullmatch(claimed.interval)
    if duration is None:
        return None, f"an interval of {claimed.interval} is shorter than a day"
    if calendar := _CALENDAR.search(claimed.words):
        return _begun(claimed.day, calendar[1].lower()), None
    number, unit = int(duration[1]), duration[2]
    days = number * {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}[unit]
    exact = unit == "D" or claimed.kind == "nth"
    whole = timedelta(days=days if exact else days * (1 - _SLACK))
    return (claimed.day - whole if claimed.day - date.min > whole else date.min), None


def _day_after(since: str) -> date:
    """Return the first day after a year or a month: an event in 2014 does not speak against "first since 2014"."""
    year, _, month = since.partition("-")
    if not month:
        return date(int(year) + 1, 1, 1)
    return date(int(year), int(month), monthrange(int(year), int(month))[1]) + timedelta(days=1)


def _last_month(claimed: Claimed) -> date | None:
    """Return the day after the last month of a name before the event: "worst fighting since September"."""
    named = _SINCE_MONTH.search(claimed.words)
    month = load_claims().months.get(named[1].lower()) if named else None
    if month is None:
        return None
    year = claimed.day.year if month < claimed.day.month else claimed.day.year - 1
    return _day_after(f"{year}-{month:02}")


def _begun(day: date, unit: str) -> date:
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)
        case _:
            return day.replace(month=1, day=1)


def _measure(claimed: Claimed) -> str | None:
    said = set(re.findall(r"\w+", claimed.words.lower()))
    return next((what for word, type_, what in _measures() if word in said and type_ == claimed.type), None)


@cache
def _nouns() -> dict[str, list[tuple[str, str]]]:
    made: dict[str, list[tuple[str, str]]] = {}
    for _, row in rows_of("nouns.csv", _text("nouns.csv"), ("noun", "type", "mode")):
        made.setdefault(row["noun"], []).append((row["type"], row["mode"]))
    return made


@cache
def _measures() -> tuple[tuple[str, str, str], ...]:
    columns = ("superlative", "type", "what")
    found = rows_of("measures.csv", _text("measures.csv"), columns)
    return tuple((row["superlative"], row["type"], row["what"]) for _, row in found)


def _text(name: str) -> str:
    return (files("diurna.store.claims") / name).read_text("utf-8")
