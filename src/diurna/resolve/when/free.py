"""Values that need no anchor: years, decades, centuries, sets."""

from __future__ import annotations

from diurna.resolve.when.calendar import year_days
from diurna.resolve.when.fields import Fields, Value
from diurna.resolve.when.numbers import UNKNOWN, duration_value, number_of


def year(fields: Fields) -> Value:
    """2019, fiscal 2019 (read as the calendar year)."""
    return fields["year"], year_days(int(fields["year"]))


def period(fields: Fields) -> Value:
    """The 1988 period: the year, where the text speaks of no quarter before."""
    return year(fields)


def years(fields: Fields) -> Value:
    """1998-2003, 2019-20."""
    first = int(fields["year"])
    last = int(fields.get("year2") or str(first // 100) + fields["until"])
    if last < first:
        last += 100
    return f"{first}/{last}", (year_days(first)[0], year_days(last)[1])


def spoken_year(fields: Fields) -> Value:
    """Nineteen ninety-six, the year two thousand."""
    hundreds = 19 if fields["hundreds"].lower() == "nineteen" else 20
    rest = number_of(fields.get("rest", "0").lower().replace("oh", ""))
    whole = hundreds * 100 + round(0 if rest is UNKNOWN else rest)
    return str(whole), year_days(whole)


def decade(fields: Fields) -> Value:
    """The 1990s, the '90s (from the '30s on of the last century: a report of today can mean no other)."""
    short = fields.get("short")
    value = fields.get("decade") or (f"19{short}" if int(short or 0) >= 3 else f"20{short}")
    return value, year_days(int(value) * 10, 10)


def century(fields: Fields) -> Value:
    """The 19th century is "18"; its days run from 1800 to 1899, as the value's prefix does."""
    return fields["century"], year_days(int(fields["century"]) * 100, 100)


def recurring(fields: Fields) -> Value:
    """Every week, daily, on Mondays."""
    if "set" in fields:
        return fields["set"], None
    if "month" in fields:
        return f"XXXX-{int(fields['month']):02d}", None
    day = fields.get("weekday") or fields.get("weekdays")
    return (f"XXXX-WXX-{day}" if day else duration_value({"number": "1"} | fields)), None
