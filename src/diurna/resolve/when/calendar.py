"""Reckoning with days: the interval each calendar unit covers, and shifts by units."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "likely past", "future"]
Days = tuple[date, date]

# Meteorological seasons of the northern half: first month. Winter is named for the year of its December.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Days.
JUST, NEAR, FAR = 14, 60, 180
FIRST_YEAR, LAST_YEAR = 1, 9998


def month_days(year: int, month: int, months: int = 1) -> Days:
    """Return the first and last day of `months` months from a month; raises ValueError past year 9998."""
    last = year * 12 + month - 1 + months - 1
    end_year, end_month = last // 12, last % 12 + 1
    if not FIRST_YEAR <= year <= end_year <= LAST_YEAR:
        raise ValueError(f"year {year} is out of reach")
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def year_days(year: int, years: int = 1) -> Days:
    """Return the first and last day of `years` years from `year`."""
    return month_days(year, 1, 12 * years)


def quarter_days(year: int, quarter: int) -> Days:
    """Return the first and last day of a quarter, 1..4."""
    return month_days(year, 3 * quarter - 2, 3)


def season_days(year: int, season: str) -> Days:
    """Return the first and last day of a season ("SP", "SU", "FA", "WI")."""
    return month_days(year, SEASON_STARTS[season], 3)


def week_days(day: date) -> Days:
    """Return Monday and Sunday of the ISO week that holds `day`."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    return monday, monday + timedelta(days=6)


def week_value(day: date) -> str:
    """Return the ISO week of `day` as TIMEX3 writes it: 2025-W41."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Return year and month `months` after the month of `day` (before it where negative)."""
    at = day.year * 12 + day.month - 1 + months
    return at // 12, at % 12 + 1


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Orthodox churches, a day of the Gregorian calendar (Meeus 1991, chapter 8).

    The Julian calendar runs behind by 13 days from 1900 to 2099, and by as many as its leap years differ elsewhere.
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    month, day = divmod(d + (2 * a + 4 * b - d + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def holiday(rule: str, year: int) -> date:
    """Return the day of a holiday in `year`, its `rule` written as in words.csv ("12-25", "11-4.4")."""
    for name, sunday in (("easter", easter), ("orthodox", orthodox_easter)):
        if rule.startswith(name):
            return sunday(year) + timedelta(days=int(rule.removeprefix(name)))
    month, day = rule.split("-")
    if "." not in day:
        return date(year, int(month), int(day))
    nth, weekday = day.split(".")
    first, last = month_days(year, int(month))
    if nth == "L":
        return last - timedelta(days=(last.isoweekday() - int(weekday)) % 7)
    return first + timedelta(days=(int(weekday) - first.isoweekday()) % 7 + 7 * (int(nth) - 1))


def chosen(candidates: list[Days], anchor: date, direction: Direction | None) -> Days:
    """Return the interval meant: the last begun, the first not over, or without a direction the nearest.

    What is only likely past is the nearest where that is within two months and the last begun half a year off.
    """
    past = [days for days in candidates if days[0] <= anchor]
    future = [days for days in candidates if days[1] >= anchor]
    nearest = min(candidates, key=lambda days: (_distance(days, anchor), days[0]))
    if direction == "future" and future:
        # What was planned for a day that has just passed is hardly of the next year.
        gone = _distance(min(future), anchor) > FAR and _distance(nearest, anchor) <= JUST
        return nearest if gone else min(future)
    if direction is None or not past:
        return nearest
    unlikely = _distance(max(past), anchor) > FAR and _distance(nearest, anchor) <= NEAR
    return nearest if direction == "likely past" and unlikely else max(past)


def turned(candidates: list[Days], anchor: date, turn: int) -> Days:
    """Return the last interval before the anchor (turn -1), the first after it (1), or the nearest (0)."""
    if turn < 0:
        return max(days for days in candidates if days[1] < anchor)
    if turn > 0:
        return min(days for days in candidates if days[0] > anchor)
    return chosen(candidates, anchor, None)


def _distance(days: Days, anchor: date) -> int:
    if days[0] <= anchor <= days[1]:
        return 0
    return min(abs((days[0] - anchor).days), abs((days[1] - anchor).days))
