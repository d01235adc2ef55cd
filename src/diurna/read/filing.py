"""Filing datelines, which open a paragraph: "KABUL, Oct. 8 (Reuters) - " (AP Stylebook, "datelines")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from diurna.read.days import day_of, day_pattern
from diurna.read.lines import Passage
from diurna.read.tables import labels, words_in
from diurna.records import Dateline, Span

FILING_LENGTH = 90
"""How far into a paragraph its dateline may reach, in characters."""

LONG_ENOUGH = 60
"""The least length in characters of a paragraph that a place alone, with a colon, may open."""

_NAME = r"[^\W\d_][\w'’.-]{0,30}"
_PLACE = re.compile(rf"{_NAME}(?:[ /]{_NAME}){{0,4}}(?:, {_NAME}(?: {_NAME}){{0,3}})?$")
_SEPARATOR = re.compile(r"\s*(?:[—–―]|\s--?\s)\s*|:\s+|:$")
_AGENCY = re.compile(r"\s*\((?P<agency>[^\W\d_][^()\n]{0,40})\)$")


class Head(NamedTuple):
    """The parts of a filing dateline before its separator, as offsets into the text."""

    place: tuple[int, int] | None
    date: re.Match[str] | None
    agency: tuple[int, int] | None


@cache
def _day_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:^|,? )(?P<date>{day_pattern()}),?$", re.IGNORECASE)


def filing_dateline(text: str, passage: Passage, bare: bool) -> Dateline | None:
    """Return the dateline that opens the passage; `bare` allows one that is a place alone."""
    limit = min(passage.end, passage.start + FILING_LENGTH)
    for separator in _SEPARATOR.finditer(text, passage.start + 1, limit):
        if separator.end() >= passage.end:
            return None
        head = head_of(text, passage.start, separator.start())
        if head and _is_convincing(text, passage, head, separator, bare):
            end = separator.start() + len(separator.group().rstrip())
            return dateline_of(text, head, passage.start, end)
    return None


def head_of(text: str, start: int, end: int) -> Head | None:
    """Return the place, day and agency that make up the whole of `text[start:end]`, or None."""
    agency = date = None
    if match := _AGENCY.search(text[start:end]):
        agency = (start + match.start("agency"), start + match.end("agency"))
        end = start + match.start()
    elif known := known_agency(text, start, end):  # "Paris, AFP - ", "AFP - "
        agency = (known.start, known.end)
        end = max(start, text.rfind(",", start, known.start))
    if end > start and (match := _day_at_end().search(text, start, end)):
        date, end = match, match.start()
        if end > start and not date.group().startswith(","):
            return None  # "On May 5 - " begins a sentence
    if end == start:
        return Head(None, date, agency) if agency else None
    place = text[start:end].rstrip(", ")
    return Head((start, start + len(place)), date, agency) if _PLACE.match(place) else None


def _is_convincing(text: str, passage: Passage, head: Head, separator: re.Match[str], bare: bool) -> bool:
    """Return whether these parts are a dateline, not the beginning of a sentence with a dash or a colon."""
    agency = text[slice(*head.agency)] if head.agency else ""
    known = agency in words_in("agencies.csv", "agency")
    if head.place is None:
        return known and agency.isupper() and separator.group().strip() != ":"
    place = text[slice(*head.place)]
    city = place.split(",")[0]
    if place.lower() in labels("label") or (agency and not (known or place.isupper() or head.date)):
        return False
    if head.date or agency:
        return is_name(city.replace("/", " "))
    return bare and _opens_report(text, passage, city, separator)


def _opens_report(text: str, passage: Passage, city: str, separator: re.Match[str]) -> bool:
    """Return whether a place alone is a dateline: "RAMPUR: ", "Kabul — ".

    A full sentence must follow, begun with a capital. A name that is not in capitals must have three words at
    most and no mere hyphen after it ("Israel - Hamas talks").
    """
    mark = separator.group().strip()
    long = passage.end - passage.start >= LONG_ENOUGH and text[passage.end - 1] in '.!?”"’)…'
    if text[separator.end()].islower() or not is_name(city.replace("/", " ")):
        return False
    if city.isupper():
        return long or mark != ":"
    return long and mark in ":—–" and len(city.split()) <= 3


def dateline_of(text: str, head: Head, start: int, end: int) -> Dateline:
    """Return the dateline `text[start:end]` with the parts of `head`."""
    return Dateline(
        Span.of(text, start, end),
        Span.of(text, *head.place) if head.place else None,
        Span.of(text, *head.date.span("date")) if head.date else None,
        day_of(head.date) if head.date else None,
        Span.of(text, *head.agency) if head.agency else None,
    )


def known_agency(text: str, start: int, end: int) -> Span | None:
    """Return the agency after a byline's last comma ("Jane Doe, Associated Press") or that is all of it."""
    comma = text.rfind(",", start, end)
    first = start if comma < 0 else comma + 1
    first += len(text[first:end]) - len(text[first:end].lstrip())
    known = text[first:end] in words_in("agencies.csv", "agency")
    return Span.of(text, first, end) if known else None


def is_name(words: str) -> bool:
    """Return whether every word is capitalized, as in the name of an author, a place or a paper."""
    return len(words) <= 50 and all(word[0].isalpha() and not word[0].islower() for word in words.split())
