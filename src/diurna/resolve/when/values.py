"""The value of a time expression: TIMEX3 as TimeML 1.2.1 writes it, and the days it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from diurna.records import DateMention
from diurna.resolve.when import dates, free, turns
from diurna.resolve.when.calendar import Direction
from diurna.resolve.when.fields import Fields, Value, time_of_day
from diurna.resolve.when.find import Expression
from diurna.resolve.when.numbers import duration_value

Reading = Callable[[Fields, date, Direction | None], Value]


def value_of(expression: Expression, anchor: date | None, direction: Direction | None = None) -> DateMention:
    """Return the expression with its TIMEX3 value and the ISO days it covers, both ends included.

    `anchor` is the day it is told on; without one a relative expression keeps an open value ("XXXX-10-08",
    "PAST_REF") and no days, and one with its year ("October 2024") has both. `direction` says which way a bare
    weekday, month or date points; without it a weekday is the last one (the day itself included), and a month or
    date the nearest.
    """
    fields = dict(expression.fields)
    value, days = _value(expression.means, fields, anchor, direction)
    if days is None:
        return DateMention(expression.span, value)
    return DateMention(expression.span, value, days[0].isoformat(), days[1].isoformat())


def _value(means: str, fields: Fields, anchor: date | None, direction: Direction | None) -> Value:
    try:
        if means in FREE:
            return FREE[means](fields)
        if anchor is None and (means not in YEARLY or not fields.keys() & {"year", "year2"}):
            return open_value(means, fields), None
        # What carries its year is reckoned from no day.
        value, days = BOUND[means](fields, anchor or date.min, direction)
    except (ValueError, OverflowError):  # "31 February", "9,999 years ago": no such day
        return "XXXX-XX-XX", None
    time = time_of_day(fields)
    return (value + time if time and len(value) == len("2025-10-08") else value), days


def open_value(means: str, fields: Fields) -> str:
    """Return the value of a relative expression that no anchor closes."""
    if means == "calendar":
        first = _open_day(fields["month"], fields.get("day"))
        ranges = "day2" in fields or "month2" in fields
        return f"{first}/{_open_day(fields.get('month2', fields['month']), fields.get('day2'))}" if ranges else first
    if means == "weekday":
        return f"XXXX-WXX-{fields['weekday']}{time_of_day(fields)}"
    if means == "season":
        return f"XXXX-{fields['season']}"
    if means == "quarter":
        return f"XXXX-Q{fields['ordinal']}"
    if means in ("clock", "part"):
        return f"XXXX-XX-XX{time_of_day(fields)}"
    if means in ("span", "months of a year"):
        return duration_value(fields)
    if "ago" in fields or "past" in fields or fields.get("shift", "0").startswith(("-", "l")):
        return "PAST_REF"
    if "ahead" in fields or "next" in fields or fields.get("shift", "0") not in ("0", "this"):
        return "FUTURE_REF"
    return "PRESENT_REF" if means in ("deictic", "turn", "the unit") else "XXXX"


def _open_day(month: str, day: str | None) -> str:
    return f"XXXX-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


FREE: dict[str, Callable[[Fields], Value]] = {
    "year": free.year,
    "years": free.years,
    "period": free.period,
    "spoken year": free.spoken_year,
    "decade": free.decade,
    "century": free.century,
    "set": free.recurring,
    "duration": lambda fields: (duration_value(fields), None),
    "so long after": lambda fields: (duration_value(fields), None),
    "beside": lambda fields: ("XXXX-XX-XX" + time_of_day(fields), None),  # until a day is told before (narrative.py)
    "of the month": lambda fields: (f"XXXX-XX-{int(fields['day']):02d}", None),
    "vague": lambda fields: (fields["vague"], None),
    "slashed": lambda fields: dates.slashed(fields, None, None),
}
# What may carry its year.
YEARLY = frozenset({"calendar", "season", "quarter", "half", "months of a year", "holiday", "by holiday"})
BOUND: dict[str, Reading] = {
    "calendar": dates.calendar,
    "season": dates.season,
    "quarter": dates.quarter,
    "half": dates.half,
    "months of a year": dates.months_of_year,
    "holiday": dates.holidays,
    "weekday": dates.weekday,
    "by holiday": dates.by_holiday,
    "deictic": dates.deictic,
    "clock": dates.clock,
    "part": dates.clock,
    "turn": turns.turn,
    "the unit": turns.the_unit,
    "ago": turns.ago,
    "span": turns.span,
}
