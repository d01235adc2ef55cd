"""Dates reckoned from what the text told before: "a year earlier" after a quarter, "that year", "the next day"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from diurna.records import DateMention
from diurna.resolve.when.beside import beside
from diurna.resolve.when.calendar import NEAR, Direction
from diurna.resolve.when.find import Expression
from diurna.resolve.when.rules import rules
from diurna.resolve.when.values import value_of

# How far the day told may lie back for "today" in a quotation to be that day.
QUOTED = timedelta(days=3)
DAY, MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
QUARTER, YEAR = re.compile(r"\d{4}-Q\d"), re.compile(r"\d{4}")
# Fields of a day that say which year it is of.
OF_THAT_YEAR = ("that year", "same year")
SAYING_WHICH = frozenset({"year", "year2", "shift", "past", "this", "next", "weekday"})
# Weeks, months, seasons and ranges of days: the text goes to another time. A year is often but a name's.
AWAY = re.compile(r"\d{4}-")
UNITS = ("units", "unit", "calendar")
# Units whose expressions can lean on a date told before, by the kind of date that they need.
NEEDED = {"D": "day", "W": "day", "M": "month", "Y": "year", "E": "year", "C": "year"}


class Told(NamedTuple):
    """An expression, the day it is told on, and which way it points."""

    expression: Expression
    anchor: date | None
    direction: Direction | None
    reported: bool = False  # whether it says when something was said: "police said on Monday"
    first: bool = False  # whether it is the first of its sentence
    opening: bool = False  # whether it opens its sentence: "In 2019, ..."
    alone: bool = False  # whether it is all that its sentence says: the line with the day of writing
    quoted: bool = False  # whether it stands in somebody's own words: "I resign today"


def in_turn(told: Iterable[Told]) -> list[DateMention]:
    """Return the expressions of a text, in order, with their values and days.

    Those that lean on a date told before ("three days later", "that year", "the quarter") are reckoned from the last
    one of the text that can carry them, every other from the day of writing (`value_of`).
    """
    before: dict[str, DateMention] = {}
    found = []
    dated: DateMention | None = None  # the day told last, where the text gave its year
    latest: DateMention | None = None  # the day told last
    scene: DateMention | None = None  # the day told last of what happened
    opened: DateMention | None = None  # the year that opened the sentence, till it ends
    spoken: DateMention | None = None  # the latest day gone by that the page tells of in its own words
    for one in told:
        opened = None if one.first else opened
        by_scene = beside(one.expression, _base(one.expression, latest, scene), one.anchor, one.direction)
        leaning = (
            by_scene
            or _as_spoken(one, spoken)
            or _leaning(one, before)
            or _in_the_year_of(one, dated)
            or _under(one, opened)
        )
        mention = leaning or value_of(*one[:3])
        found.append(mention)
        opened = mention if one.opening and YEAR.fullmatch(mention.value) else opened
        if one.expression.says("day") and one.expression.means == "calendar":
            dated = mention if leaning or one.expression.says("year") else None
        elif DAY.match(mention.value):
            # The text has come to another day ("on Thursday"), or goes on from it ("two days later").
            dated = mention if dated is not None and leaning else None
        if one.expression.means == "calendar" and mention.start is None:
            before.clear()  # "on Nov. 7 last year", on a page without a year: what leans on it is as open
        if mention.start is not None and mention.start == mention.end and DAY.match(mention.value):
            latest, scene = mention, scene if one.reported else mention
            spoken = _later(one, mention, spoken)
        elif mention.start is not None and AWAY.match(mention.value):
            scene = None  # "last week", "in January": which day is not told
        # What leans carries nothing itself, but for a month told by its name: "the following January".
        if mention.start is not None and (leaning is None or one.expression.means == "calendar"):
            before |= dict.fromkeys(_kinds(mention), mention)
            if MONTH.fullmatch(mention.value) or opened is mention:
                before["away"] = mention  # the text goes to a time of which no day is told
    return found


def _later(one: Told, mention: DateMention, spoken: DateMention | None) -> DateMention | None:
    """Return the later of two days that the page tells of, of those gone by; not the line with the day of writing."""
    ahead = one.anchor is not None and (mention.start or "") > one.anchor.isoformat()
    if one.quoted or one.alone or ahead:
        return spoken
    return mention if spoken is None or (mention.start or "") >= (spoken.start or "") else spoken


def _as_spoken(one: Told, spoken: DateMention | None) -> DateMention | None:
    """Return "today", "last night" or "tomorrow" in a quotation, reckoned from the day that the page tells of.

    A page of Thursday quotes what was said on Tuesday; only from days before does a quotation hardly come.
    """
    if not one.quoted or one.expression.means != "deictic" or spoken is None or spoken.start is None:
        return None
    day = date.fromisoformat(spoken.start)
    if one.anchor is None or not timedelta() <= one.anchor - day <= QUOTED:
        return None
    return value_of(one.expression, day, one.direction)


def _base(expression: Expression, latest: DateMention | None, scene: DateMention | None) -> DateMention | None:
    """Return the day that an expression goes by: "a day after" by the one right before it, others by the story's.

    "The day before" goes by neither where the latest is that of a saying: "he said Tuesday they fled the day before".
    """
    if expression.means == "so long after":
        return latest
    back = rules().beside.get((expression.says("beside") or "").lower(), 0) < 0
    return None if back and latest is not scene else scene


def _kinds(mention: DateMention) -> tuple[str, ...]:
    """Return what a date can be leaned on for: a day also tells its month and year, and is no quarter."""
    if DAY.match(mention.value):
        return ("day", "month", "year", "period")
    if QUARTER.fullmatch(mention.value):
        return ("quarter", "year", "period")
    if MONTH.fullmatch(mention.value):
        return ("month", "year", "period")
    return ("year",) if YEAR.fullmatch(mention.value) else ()


def _leaning(one: Told, before: dict[str, DateMention]) -> DateMention | None:
    """Return the mention reckoned from a date told before; None where it does not lean on any."""
    expression, fields = one.expression, dict(one.expression.fields)
    unit = "D" if expression.means == "weekday" else next((fields[f] for f in UNITS if f in fields), "")
    if _a_year_back(expression, fields, unit):
        return _quarter_of(expression, before.get("period"), -1)
    if expression.means == "period":
        quarter = before.get("quarter")
        return quarter and _quarter_of(expression, quarter, int(fields["year"]) - int(quarter.value[:4]))
    if expression.means == "the unit" and unit == "Q" and "back" not in fields and "quarter" in before:
        return replace(before["quarter"], span=expression.span)
    base, away = before.get(NEEDED.get(unit, "")), before.get("away")
    gone = base is not None and away is not None and away.span.start > base.span.start
    if expression.means == "ago" and unit in ("D", "W") and gone and _has_leaning_word(expression):
        return value_of(expression, None)  # "in August ... two weeks later": from which day is not told
    if expression.means == "calendar" and expression.span.text.lower().endswith(OF_THAT_YEAR):
        return value_of(expression, date.fromisoformat(before["year"].start or ""), None) if "year" in before else None
    if expression.means in ("calendar", "season") and "day" not in fields:  # "the following January"
        told = [before[kind] for kind in ("month", "year") if kind in before]
        base = max(told, key=lambda mention: mention.span.start, default=None)
    if base is not None and base.start is not None and _has_leaning_word(expression):
        found = value_of(expression, date.fromisoformat(base.start), one.direction)
        done = one.direction == "past" and one.anchor is not None
        return value_of(expression, None) if done and (found.start or "") > str(one.anchor) else found
    return None


def _under(one: Told, opened: DateMention | None) -> DateMention | None:
    """Return a month or day in the year that opens its sentence: "In 2019 he was arrested in March"."""
    fields = dict(one.expression.fields)
    if opened is None or opened.start is None or one.expression.means != "calendar" or fields.keys() & SAYING_WHICH:
        return None
    return value_of(one.expression, date.fromisoformat(opened.start), "future")


def _in_the_year_of(one: Told, dated: DateMention | None) -> DateMention | None:
    """Return a day without a year that goes on from one told with it: "on Dec. 3, 2024 ..., and on Dec. 14".

    Only where it comes within two months of that day, and the day of writing is farther off than that: "on Dec. 4" in
    a report of that December is of the same month.
    """
    fields = dict(one.expression.fields)
    bare = one.expression.means == "calendar" and "day" in fields and not fields.keys() & SAYING_WHICH
    if not bare or dated is None or dated.start is None or one.anchor is None or one.direction == "future":
        return None
    base, alone = date.fromisoformat(dated.start), value_of(*one[:3])
    carried = value_of(one.expression, base, "future")
    if carried.start is None or alone.start is None:
        return None
    after, before = (date.fromisoformat(carried.start) - base).days, (one.anchor - date.fromisoformat(alone.start)).days
    return carried if 0 <= after <= NEAR < abs(before) else None


def _has_leaning_word(expression: Expression) -> bool:
    """Return whether its last word makes it lean where it counts units ("two days later"), else its first."""
    words = expression.span.text.lower().split()
    first = words[1] if words[0] == "the" and len(words) > 1 else words[0]
    if "this" in words:
        return False  # "earlier this month" is of the month of writing
    return (words[-1] if expression.means == "ago" else first) in rules().leaning


def _a_year_back(expression: Expression, fields: dict[str, str], unit: str) -> bool:
    """Return whether the words are "a year ago", "a year earlier", "the year-earlier period" or the like."""
    if expression.means == "ago":
        return unit == "Y" and fields.get("ago") == "-1" and fields["number"].lower() in ("1", "a", "one")
    return "back" in fields


def _quarter_of(expression: Expression, period: DateMention | None, years: int) -> DateMention | None:
    """Return the quarter that the text speaks of, so many years on: figures are compared like with like."""
    if period is None or period.start is None or period.end is None or not QUARTER.fullmatch(period.value):
        return None
    first, last = (date.fromisoformat(day) for day in (period.start, period.end))
    first, last = first.replace(year=first.year + years), last.replace(year=last.year + years)
    return DateMention(expression.span, f"{first.year:04d}{period.value[4:]}", first.isoformat(), last.isoformat())
