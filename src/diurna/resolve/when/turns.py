"""Values reckoned in units from the anchor: last week, two years ago, the past three days."""

from __future__ import annotations

from datetime import date, timedelta

from diurna.resolve.when.calendar import (
    Direction,
    month_days,
    quarter_days,
    shifted_month,
    week_days,
    week_value,
    year_days,
)
from diurna.resolve.when.fields import Fields, Value, day_value, turn_of
from diurna.resolve.when.numbers import UNKNOWN, duration_value, number_of


def unit_at(unit: str, anchor: date, shift: int) -> Value:
    """Return the calendar unit that holds the anchor, moved by `shift` units."""
    if unit in ("W", "WE", "2W"):
        monday, sunday = week_days(anchor + timedelta(weeks=shift * (2 if unit == "2W" else 1)))
        if unit == "WE":
            return f"{week_value(monday)}-WE", (sunday - timedelta(days=1), sunday)
        return week_value(monday), (monday, sunday)
    if unit == "M":
        year, month = shifted_month(anchor, shift)
        return f"{year:04d}-{month:02d}", month_days(year, month)
    if unit == "Q":
        year, month = shifted_month(anchor, 3 * shift)
        number = (month + 2) // 3
        return f"{year:04d}-Q{number}", quarter_days(year, number)
    if unit == "Y":
        return f"{anchor.year + shift:04d}", year_days(anchor.year + shift)
    if unit == "E":
        first = (anchor.year // 10 + shift) * 10
        return f"{first:04d}"[:3], year_days(first, 10)
    if unit == "C":
        first = (anchor.year // 100 + shift) * 100
        return f"{first:04d}"[:2], year_days(first, 100)
    return day_value(anchor + (timedelta(days=shift) if unit == "D" else timedelta()))


def turn(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Last week, this year, earlier in the month; a weekend by turn is the nearest that way."""
    unit = fields.get("calendar") or fields["calendar2"]
    unit = "Y" if unit == "year" else "WE" if unit == "weekend" else unit
    shift = turn_of(fields) or 0
    # "Over the weekend", told early in the week, is the one gone by; what was done on it, all the week.
    if (
        unit == "WE"
        and shift == 0
        and direction != "future"
        and anchor.isoweekday() < (6 if direction == "past" else 4)
    ):
        shift = -1
    return unit_at(unit, anchor, shift)


def the_unit(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The week, the month; "the quarter" is the last one over; "year-earlier" lies a year back."""
    if "back" in fields:
        anchor = date(anchor.year - 1, anchor.month, min(anchor.day, 28))
    return unit_at(fields["calendar"], anchor, -1 if fields["calendar"] == "Q" else 0)


def ago(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Two years ago: a unit of the size told, so a year; three days later: a day."""
    sign = int(fields.get("ago") or fields.get("ahead") or "-1")  # "before" stands by itself in the rule
    number = number_of(fields["number"])
    unit = fields.get("units") or fields["unit"]
    if number is UNKNOWN:
        return ("PAST_REF" if sign < 0 else "FUTURE_REF"), None
    if unit == "E":
        return unit_at("Y", anchor, sign * round(number * 10))
    if unit == "C":
        return unit_at("Y", anchor, sign * round(number * 100))
    return unit_at(unit, anchor, sign * round(number))


def span(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The past three days: a duration that ends (or begins) with the anchor."""
    value, number = duration_value(fields), number_of(fields["number"])
    unit = fields.get("units") or fields["unit"]
    if number is UNKNOWN or unit not in ("D", "W", "M", "Q", "Y", "E"):
        return value, None
    sign = -1 if "past" in fields else 1
    if unit in ("D", "W"):
        far = anchor + timedelta(days=sign * round(number * (7 if unit == "W" else 1)))
    else:
        months = round(number * {"M": 1, "Q": 3, "Y": 12, "E": 120}[unit])
        year, month = shifted_month(anchor, sign * months)
        far = date(year, month, min(anchor.day, month_days(year, month)[1].day))
    return value, (min(far, anchor), max(far, anchor))
