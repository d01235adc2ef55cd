"""Days and hours reckoned from the day of what was just told: "the next day", "on the 6th", "at 5 p.m."."""

from __future__ import annotations

from datetime import date, timedelta

from diurna.records import DateMention
from diurna.resolve.when.calendar import Direction
from diurna.resolve.when.fields import time_of_day
from diurna.resolve.when.find import Expression
from diurna.resolve.when.numbers import TIMES, UNKNOWN, duration_value, number_of
from diurna.resolve.when.rules import rules

# How far the day told may lie back for an hour without a day to be of it.
STORY = timedelta(days=10)
# Hours on, up to which it is still the same day.
FEW = 3
# How near before "a day after" the day stands that it is reckoned from: "on Tuesday, a day after".
APPOSED = 3


def beside(
    expression: Expression, scene: DateMention | None, anchor: date | None, direction: Direction | None
) -> DateMention | None:
    """Return the expression reckoned from `scene`, the day told last; None where it does not lean on that.

    A day that comes out after the day of writing, said of what has happened, is none.
    """
    if scene is None or scene.start is None:
        return None
    told, fields = date.fromisoformat(scene.start), dict(expression.fields)
    day = _day(expression, fields, told, scene, anchor, direction)
    if day is None or (anchor is not None and day > max(anchor, told) and direction != "future"):
        return None
    value = duration_value(fields) if expression.means == "so long after" else f"{day}{time_of_day(fields)}"
    return DateMention(expression.span, value, day.isoformat(), day.isoformat())


def _day(
    expression: Expression,
    fields: dict[str, str],
    told: date,
    scene: DateMention,
    anchor: date | None,
    direction: Direction | None,
) -> date | None:
    means = expression.means
    if means == "beside":
        return told + timedelta(days=rules().beside[fields["beside"].lower()])
    if means == "of the month":
        return told.replace(day=int(fields["day"])) if told.day < int(fields["day"]) <= 28 else None
    if means == "so long after":
        number = number_of(fields["number"])
        apposed = 0 <= expression.span.start - scene.span.end <= APPOSED
        if not apposed or number is UNKNOWN or (fields.get("units") or fields["unit"]) != "D":
            return None
        return told + timedelta(days=round(number) * (1 if fields["side"].lower() == "before" else -1))
    hours = means in ("clock", "part") or (is_later_hour(expression) and _soon(fields))
    near = anchor is None or timedelta() <= anchor - told <= STORY
    return told if hours and near and direction != "future" else None


def _soon(fields: dict[str, str]) -> bool:
    """Return whether so many hours or minutes are told, and so few that they hardly reach into another day."""
    number = number_of(fields["number"])
    return number is not UNKNOWN and ((fields.get("units") or fields["unit"]) != "H" or number <= FEW)


def is_later_hour(expression: Expression) -> bool:
    """Return whether the expression counts hours or minutes on: "an hour later"."""
    unit = expression.says("units") or expression.says("unit")
    return expression.means == "ago" and unit in TIMES and expression.span.text.lower().split()[-1] in rules().leaning
