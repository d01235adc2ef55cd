"""The value of a time expression: TIMEX3 as TimeML 1.2.1 writes it, and the days it covers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from diurna.records import DateMention
from diurna.resolve.when.calendar import (
    Days,
    Direction,
    chosen,
    holiday,
    month_days,
    quarter_days,
    season_days,
    shifted_month,
    turned,
    week_days,
    week_value,
    year_days,
)
from diurna.resolve.when.find import Expression
from diurna.resolve.when.numbers import UNKNOWN, duration_value, number_of

# A value and the days it covers, if any.
Value = tuple[str, Days | None]
Fields = dict[str, str]
Reading = Callable[[Fields, date, Direction | None], Value]
TURNS = {"last": -1, "this": 0, "next": 1}


def value_of(expression: Expression, anchor: date | None, direction: Direction | None = None) -> DateMention:
    """Return the expression with its TIMEX3 value and the ISO days it covers, both ends included.

    `anchor` is the day it is told on; without one a relative expression keeps an open value ("XXXX-10-08",
    "PAST_REF") and no days. `direction` says which way a bare weekday, month or date points; without it a weekday
    is the last one (the day itself included), and a month or date the nearest.
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
        if anchor is None:
            return open_value(means, fields), None
        value, days = BOUND[means](fields, anchor, direction)
    except (ValueError, OverflowError):  # "31 February", "9,999 years ago": no such day
        return "XXXX-XX-XX", None
    time = time_of_day(fields)
    return (value + time if time and len(value) == len("2025-10-08") else value), days


def open_value(means: str, fields: Fields) -> str:
    """Return the value of a relative expression that no anchor closes."""
    if means == "calendar":
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return f"{fields.get('year', 'XXXX')}-{int(fields['month']):02d}{day}"
    if means == "weekday":
        return f"XXXX-WXX-{fields['weekday']}{time_of_day(fields)}"
    if means == "season":
        return f"XXXX-{fields['season']}"
    if means == "quarter":
        return f"XXXX-Q{fields['ordinal']}"
    if means in ("clock", "part"):
        return f"XXXX-XX-XX{time_of_day(fields)}"
    if means == "span":
        return duration_value(fields)
    if "ago" in fields or "past" in fields or fields.get("shift", "0").startswith(("-", "l")):
        return "PAST_REF"
    if "ahead" in fields or "next" in fields or fields.get("shift", "0") not in ("0", "this"):
        return "FUTURE_REF"
    return "PRESENT_REF" if means in ("deictic", "turn", "the unit") else "XXXX"


def time_of_day(fields: Fields) -> str:
    """Return the time as TIMEX3 puts it after a day: "T14:30", "TMO", or "" where none is told."""
    if "hour" in fields:
        half = fields.get("half", "").lower()[:1]
        hour = int(fields["hour"]) % 12 + (12 if half == "p" else 0) if half else int(fields["hour"])
        return f"T{hour:02d}:{fields.get('minute', '00')}"
    return fields.get("clock") or fields.get("part") or ""


def turn_of(fields: Fields) -> int | None:
    """Return -1 for "last", 0 for "this", 1 for "next", None where none is said."""
    said = [int(TURNS.get(fields[name], fields[name])) for name in ("past", "this", "next") if name in fields]
    return said[0] if said else None


def day_value(day: date) -> Value:
    """Return a day as a value."""
    return day.isoformat(), (day, day)


# --- on the calendar ---------------------------------------------------------------------------------------


def calendar(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """October 2025, October 8, 5-9 May, last May."""

    def in_year(year: int) -> Days:
        month = int(fields["month"])
        if "day" not in fields:
            return month_days(year, month)
        first = date(year, month, int(fields["day"]))
        end_month = int(fields.get("month2", month))
        end_year = year + (end_month < month)
        return first, date(end_year, end_month, int(fields.get("day2", fields["day"])))

    days = in_some_year(in_year, fields, anchor, direction)
    if "day" not in fields:
        return f"{days[0].year:04d}-{days[0].month:02d}", days
    if days[0] == days[1]:
        return day_value(days[0])
    return f"{days[0]}/{days[1]}", days


def in_some_year(
    in_year: Callable[[int], Days], fields: Fields, anchor: date, direction: Direction | None
) -> Days:
    """Return the interval in the year that the words say, or in the one that is meant."""
    if "year" in fields:
        return in_year(int(fields["year"]))
    if "shift" in fields:
        return in_year(anchor.year + TURNS[fields["shift"].lower()])
    turn = turn_of(fields)
    if turn == 0:
        return in_year(anchor.year)
    candidates = []
    for year in range(anchor.year - 2, anchor.year + 3):
        try:
            candidates.append(in_year(year))
        except ValueError:  # 29 February, in most years
            continue
    if not candidates:
        raise ValueError("no such day in any year near the anchor")
    if "weekday" in fields and "day" in fields:
        exact = [days for days in candidates if days[0].isoweekday() == int(fields["weekday"])]
        candidates = exact or candidates
    return chosen(candidates, anchor, direction) if turn is None else turned(candidates, anchor, turn)


def slashed(fields: Fields, anchor: date | None, direction: Direction | None) -> Value:
    """10/8/2025: month first where that gives a date, else day first; 00-49 are years of this century."""
    month, day, year = int(fields["first"]), int(fields["second"]), int(fields["year"])
    if month > 12:
        month, day = day, month
    if year < 100:
        year += 2000 if year < 50 else 1900
    value, days = day_value(date(year, month, day))
    return value + time_of_day(fields), days


def season(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Last summer, winter 1994."""
    code = fields["season"]
    days = in_some_year(lambda year: season_days(year, code), fields, anchor, direction)
    return f"{days[0].year:04d}-{code}", days


def quarter(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The third quarter, Q3 2025. Fiscal quarters are read as quarters of the calendar year."""
    number = int(fields["ordinal"])
    days = in_some_year(lambda year: quarter_days(year, number), fields, anchor, direction)
    return f"{days[0].year:04d}-Q{number}", days


def half(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The first half of 1989."""
    number = 1 if fields["half"].lower() == "first" else 2
    days = in_some_year(lambda year: month_days(year, 6 * number - 5, 6), fields, anchor, direction)
    return f"{days[0].year:04d}-H{number}", days


def holidays(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Christmas Eve, last Easter."""

    def in_year(year: int) -> Days:
        day = holiday(fields["holiday"], year)
        return day, day

    return day_value(in_some_year(in_year, fields, anchor, direction)[0])


def weekday(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Wednesday: the last one, the day itself included, as agencies date their reports; ahead: the next."""
    wanted, turn = int(fields["weekday"]), turn_of(fields)
    back = (anchor.isoweekday() - wanted) % 7
    if turn == 0:
        day = week_days(anchor)[0] + timedelta(days=wanted - 1)
    elif turn == 1 or (turn is None and direction == "future"):
        day = anchor + timedelta(days=7 - back)
    elif turn == -1:
        day = anchor - timedelta(days=back or 7)
    else:
        day = anchor - timedelta(days=back)
    return day_value(day)


def deictic(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Today, yesterday, tonight, last night."""
    return day_value(anchor + timedelta(days=int(fields.get("day", fields.get("shift", "0")))))


def clock(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """A time of the day of writing."""
    return day_value(anchor)


# --- by turns of a unit ------------------------------------------------------------------------------------


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
    if unit == "WE" and shift == 0 and direction != "future" and anchor.isoweekday() < 4:
        shift = -1  # "over the weekend", told early in the week, is the one gone by
    return unit_at(unit, anchor, shift)


def the_unit(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The week, the month; "the quarter" is the last one over, as results are told; "year-earlier" lies a year back."""
    if "back" in fields:
        anchor = date(anchor.year - 1, anchor.month, min(anchor.day, 28))
    return unit_at(fields["calendar"], anchor, -1 if fields["calendar"] == "Q" else 0)


def ago(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Two years ago: a unit of the size told, so a year; three days later: a day."""
    sign = int(fields.get("ago") or fields["ahead"])
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


# --- free of the anchor ------------------------------------------------------------------------------------


def year(fields: Fields) -> Value:
    """2019, fiscal 2019 (read as the calendar year)."""
    return fields["year"], year_days(int(fields["year"]))


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
    """The 1990s, the '90s (of the last century from the '30s on, which a report of today can mean only so)."""
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
    day = fields.get("weekday") or fields.get("weekdays")
    return (f"XXXX-WXX-{day}" if day else duration_value({"number": "1"} | fields)), None


FREE: dict[str, Callable[[Fields], Value]] = {
    "year": year,
    "years": years,
    "spoken year": spoken_year,
    "decade": decade,
    "century": century,
    "set": recurring,
    "duration": lambda fields: (duration_value(fields), None),
    "vague": lambda fields: (fields["vague"], None),
    "slashed": lambda fields: slashed(fields, None, None),
}
BOUND: dict[str, Reading] = {
    "calendar": calendar,
    "season": season,
    "quarter": quarter,
    "half": half,
    "holiday": holidays,
    "weekday": weekday,
    "deictic": deictic,
    "clock": clock,
    "part": clock,
    "turn": turn,
    "the unit": the_unit,
    "ago": ago,
    "span": span,
}
