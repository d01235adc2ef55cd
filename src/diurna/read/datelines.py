"""Datelines and bylines: where, when and for whom a report was filed.

Two forms are read. A *filing* dateline opens a paragraph: "KABUL, Oct. 8 (Reuters) - ", "RAMPUR: " (AP
Stylebook, "datelines"). A *standing* one is a line of its own above the report: "Friday, January 4, 2019",
"By Jane Doe | 5 May 2021", "Updated: March 3, 2020 10:15 IST".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from diurna.read.days import CLOCK, day_of, day_pattern
from diurna.read.lines import Passage
from diurna.read.tables import labels, words_in
from diurna.records import Dateline, Span

FILING_LENGTH, STANDING_LENGTH = 90, 160
"""How far into a paragraph its dateline may reach, and how long a line of its own may be."""

LEADING_PASSAGES = 10
"""Title, byline, place and dates stand among the first passages, before the first running paragraph."""

RUNNING_LENGTH = 180
"""A passage this long begins the report; after it a line is no standing dateline."""

LONG_ENOUGH = 60
"""The least length in characters of a paragraph that a place alone, with a colon, may open."""

_NAME = r"[^\W\d_][\w'’.-]{0,30}"
_PLACE = re.compile(rf"{_NAME}(?:[ /]{_NAME}){{0,4}}(?:, {_NAME}(?: {_NAME}){{0,3}})?$")
_SEPARATOR = re.compile(r"\s*(?:[—–―]|\s--?\s)\s*|:\s+|:$")
_AGENCY = re.compile(r"\s*\((?P<agency>[^\W\d_][^()\n]{0,40})\)$")
_FIELD = re.compile(r"[^|•·\n]+")


@dataclass(frozen=True, slots=True)
class _Head:
    """The parts of a filing dateline before its separator, as offsets into the text."""

    place: tuple[int, int] | None
    date: re.Match[str] | None
    agency: tuple[int, int] | None


@cache
def _day_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:^|,? )(?P<date>{day_pattern()}),?$", re.IGNORECASE)


@cache
def _standing_day() -> re.Pattern[str]:
    """Match a whole field that is a day: an optional label, an optional time, the day, an optional time."""
    words = "|".join(sorted(map(re.escape, labels("date")), key=len, reverse=True))
    clock = rf"(?:,? ?(?:at |- |– )?{CLOCK})?"
    return re.compile(
        rf"\s*(?:(?:{words}):? +)?(?:{CLOCK},? )?(?P<date>{day_pattern()}){clock}[,.]?\s*$", re.IGNORECASE
    )


@cache
def _byline() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, labels("byline")), key=len, reverse=True))
    return re.compile(rf"\s*(?i:{words}):? +(?P<name>[^\W\d_a-z][^|\n]{{1,80}}?)\s*$")


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
        standing = _standing(text, passage) if leading and index < LEADING_PASSAGES else None
        filing = None if standing else _filing(text, passage, leading and not transcript)
        if standing or filing:
            found[index] = standing or filing  # type: ignore[assignment]
        if filing or passage.end - passage.start >= RUNNING_LENGTH:
            leading = False
    return found


def _is_transcript(text: str, passages: list[Passage]) -> bool:
    labelled = re.compile(r"[^\W\d_a-z][\w.'’ -]{0,40}:\s")
    return sum(bool(labelled.match(text, passage.start, passage.end)) for passage in passages[:200]) > 1


def _standing(text: str, passage: Passage) -> Dateline | None:
    """Return the dateline that the whole passage is, or None."""
    if passage.end - passage.start > STANDING_LENGTH:
        return None
    date: Span | None = None
    day, agency, named = None, None, False
    fields = list(_FIELD.finditer(text, passage.start, passage.end))
    for field in fields:
        if match := _standing_day().match(text, field.start(), field.end()):
            if date is None:
                date, day = Span.of(text, *match.span("date")), day_of(match)
        elif (match := _byline().match(text, field.start(), field.end())) and _is_author(match["name"]):
            named = True
            agency = agency or _known_agency(text, match.start("name"), match.end("name"))
        elif field.group().strip() in words_in("agencies.csv", "agency"):
            start = field.start() + len(field.group()) - len(field.group().lstrip())
            agency = agency or Span.of(text, start, start + len(field.group().strip()))
        elif len(fields) == 1 or not _is_name(field.group()):
            return _place_and_day(text, passage)
    if date is None and not named:
        return None
    return Dateline(Span.of(text, passage.start, passage.end), None, date, day, agency)


def _place_and_day(text: str, passage: Passage) -> Dateline | None:
    """Return the dateline of a line that is a place, a comma and a day: "New Delhi, October 8, 2025"."""
    end = passage.end - (text[passage.end - 1] == ":")
    head = _head(text, passage.start, end)
    if head is None or head.place is None or head.date is None:
        return None
    return _dateline(text, head, passage.start, passage.end)


def _known_agency(text: str, start: int, end: int) -> Span | None:
    """Return the agency after a byline's last comma ("Jane Doe, Associated Press") or that is all of it."""
    comma = text.rfind(",", start, end)
    first = start if comma < 0 else comma + 1
    first += len(text[first:end]) - len(text[first:end].lstrip())
    known = text[first:end] in words_in("agencies.csv", "agency")
    return Span.of(text, first, end) if known else None


def _is_name(words: str) -> bool:
    """Return whether every word is capitalized, as in the name of an author, a place or a paper."""
    return len(words) <= 50 and all(word[0].isalpha() and not word[0].islower() for word in words.split())


def _is_author(words: str) -> bool:
    """Return whether `words` may be authors' names ("Ana de Prado and John Roe in Lisbon"), and no sentence.

    The first and the last word of names are capitalized, and at least half of all.
    """
    names = words.split()
    lower = sum(name[0].islower() for name in names)
    return not names[0][0].islower() and not names[-1][0].islower() and 2 * lower <= len(names)


def _filing(text: str, passage: Passage, bare: bool) -> Dateline | None:
    """Return the dateline that opens the passage; `bare` allows one that is a place alone."""
    limit = min(passage.end, passage.start + FILING_LENGTH)
    for separator in _SEPARATOR.finditer(text, passage.start + 1, limit):
        if separator.end() >= passage.end:
            return None
        head = _head(text, passage.start, separator.start())
        if head and _is_convincing(text, passage, head, separator, bare):
            end = separator.start() + len(separator.group().rstrip())
            return _dateline(text, head, passage.start, end)
    return None


def _head(text: str, start: int, end: int) -> _Head | None:
    """Return the place, day and agency that make up the whole of `text[start:end]`, or None."""
    agency = date = None
    if match := _AGENCY.search(text[start:end]):
        agency = (start + match.start("agency"), start + match.end("agency"))
        end = start + match.start()
    elif known := _known_agency(text, start, end):  # "Paris, AFP - "
        agency = (known.start, known.end)
        end = max(start, text.rfind(",", start, known.start))
    if end > start and (match := _day_at_end().search(text, start, end)):
        date, end = match, match.start()
        if end > start and not date.group().startswith(","):
            return None  # "On May 5 - " begins a sentence
    if end == start:
        return _Head(None, date, agency) if agency else None
    place = text[start:end].rstrip(", ")
    return _Head((start, start + len(place)), date, agency) if _PLACE.match(place) else None


def _is_convincing(text: str, passage: Passage, head: _Head, separator: re.Match[str], bare: bool) -> bool:
    """Return whether these parts are a dateline, not the beginning of a sentence with a dash or a colon."""
    agency = text[slice(*head.agency)] if head.agency else ""
    known = agency in words_in("agencies.csv", "agency")
    if head.place is None:
        return known
    place = text[slice(*head.place)]
    city = place.split(",")[0]
    if place.lower() in labels("label") or (agency and not (known or place.isupper() or head.date)):
        return False
    if head.date or agency:
        return _is_name(city.replace("/", " "))
    return bare and _opens_report(text, passage, city, separator)


def _opens_report(text: str, passage: Passage, city: str, separator: re.Match[str]) -> bool:
    """Return whether a place alone is a dateline: "RAMPUR: ", "Kabul — ".

    A full sentence must follow, begun with a capital. A name that is not in capitals must have three words at
    most and no mere hyphen after it ("Israel - Hamas talks").
    """
    mark = separator.group().strip()
    long = passage.end - passage.start >= LONG_ENOUGH and text[passage.end - 1] in '.!?”"’)…'
    if text[separator.end()].islower() or not _is_name(city.replace("/", " ")):
        return False
    if city.isupper():
        return long or mark != ":"
    return long and mark in ":—–" and len(city.split()) <= 3


def _dateline(text: str, head: _Head, start: int, end: int) -> Dateline:
    return Dateline(
        Span.of(text, start, end),
        Span.of(text, *head.place) if head.place else None,
        Span.of(text, *head.date.span("date")) if head.date else None,
        day_of(head.date) if head.date else None,
        Span.of(text, *head.agency) if head.agency else None,
    )
