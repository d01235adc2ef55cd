"""Values on the calendar: October 8, last summer, Wednesday, Christmas Eve."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from diurna.resolve.when.calendar import (
    NEAR,
    Days,
    Direction,
    chosen,
    holiday,
    month_days,
    quarter_days,
    season_days,
    turned,
    week_days,
)
from diurna.resolve.when.fields import TURNS, Fields, Value, day_value, time_of_day, turn_of
from diurna.resolve.when.numbers import UNKNOWN, duration_value, number_of


def calendar(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """October 2025, October 8, 5-9 May, last May, 28 May to 3 June 2025."""

    def in_year(year: int) -> Days:
        end_year = int(fields.get("year2", year + turns_year))
        first, last = _days_of(year, month, fields.get("day")), _days_of(end_year, end_month, end_day)
        if first[0] > last[1]:
            raise ValueError("the last day comes before the first")
        return first[0], last[1]

    month, end_month = int(fields["month"]), int(fields.get("month2", fields["month"]))
    turns_year = end_month < month  # "from December to March"
    end_day = fields.get("day2") if "month2" in fields else fields.get("day2", fields.get("day"))
    if "year2" in fields and "year" not in fields:
        fields = {**fields, "year": str(int(fields["year2"]) - turns_year)}
    days = in_some_year(in_year, fields, anchor, direction)
    first, last = _written(days[0], fields.get("day")), _written(days[1], end_day)
    return (first if first == last else f"{first}/{last}"), days


def _days_of(year: int, month: int, day: str | None) -> Days:
    return month_days(year, month) if day is None else (date(year, month, int(day)), date(year, month, int(day)))


def _written(day: date, told: str | None) -> str:
    return day.isoformat() if told else f"{day.year:04d}-{day.month:02d}"


def months_of_year(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The first two months of the year, the last three of 2024: a duration with its days; none where not counted."""
    number = number_of(fields["number"])
    if number is UNKNOWN or not 1 <= number <= 11:
        return duration_value(fields), None
    months = round(number)
    start = 1 if fields["edge"].lower() == "first" else 13 - months
    year = int(fields.get("year", anchor.year - ("shift" in fields)))
    if "year" not in fields and direction != "future" and date(year, start, 1) > anchor:
        year -= 1  # "in the last three months of the year", told in February
    return duration_value(fields), month_days(year, start, months)


def in_some_year(in_year: Callable[[int], Days], fields: Fields, anchor: date, direction: Direction | None) -> Days:
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
    if direction == "future":  # "will release third-quarter results" in October
        nearest = in_some_year(lambda year: quarter_days(year, number), fields, anchor, None)
        days = nearest if (anchor - nearest[1]).days <= NEAR else days
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


def by_holiday(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """The week before Christmas, the Tuesday after Easter, the day after Halloween."""
    side = 1 if fields["side"].lower() == "after" else -1

    def in_year(year: int) -> Days:
        feast = holiday(fields["holiday"], year)
        if "weekday" in fields:
            away = ((int(fields["weekday"]) - feast.isoweekday()) * side) % 7 or 7
            return (feast + timedelta(days=side * away),) * 2
        far = feast + timedelta(days=side * (7 if fields["whole"].lower() == "week" else 1))
        near = feast + timedelta(days=side)
        return min(far, near), max(far, near)

    first, last = in_some_year(in_year, fields, anchor, direction)
    return (first.isoformat() if first == last else f"{first}/{last}"), (first, last)


def weekday(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Wednesday: the last one, the day itself included, as agencies date their reports; ahead: itself or the next."""
    wanted, turn = int(fields["weekday"]), turn_of(fields)
    back = (anchor.isoweekday() - wanted) % 7
    if turn == 0:
        day = week_days(anchor)[0] + timedelta(days=wanted - 1)
    elif turn == 1 or (turn is None and direction == "future" and back):
        day = anchor + timedelta(days=7 - back)
        far = fields.get("far")
        if far == "week" or (far == "next" and 7 - back <= 2):  # told on Friday, "next Saturday" is not tomorrow
            day += timedelta(days=7)
    elif turn == -1:
        day = anchor - timedelta(
            days=back + 7 if back < 2 else back
        )  # told on Friday, "last Thursday" is not yesterday
    else:
        day = anchor - timedelta(days=back)
    return day_value(day - timedelta(days="eve" in fields))


def deictic(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """Today, yesterday, tonight, last night."""
    return day_value(anchor + timedelta(days=int(fields.get("day", fields.get("shift", "0")))))


def clock(fields: Fields, anchor: date, direction: Direction | None) -> Value:
    """A time of the day of writing."""
    return day_value(anchor)
