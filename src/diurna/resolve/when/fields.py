"""What the functions that compute values share: the words of an expression by field, and its time of day."""

from __future__ import annotations

from datetime import date

from diurna.resolve.when.calendar import Days

# A TIMEX3 value and the days it covers, if any.
Value = tuple[str, Days | None]
Fields = dict[str, str]
TURNS = {"last": -1, "this": 0, "next": 1}


def time_of_day(fields: Fields) -> str:
    """Return the time as TIMEX3 puts it after a day: "T14:30", "TMO", or "" where none is told."""
    if "hour" in fields:
        half = fields.get("half", "").lower()[:1]
        hour = int(fields["hour"]) % 12 + (12 if half == "p" else 0) if half else int(fields["hour"])
        return f"T{hour:02d}:{fields.get('minute', '00')}"
    return fields.get("clock") or fields.get("part") or ""


def turn_of(fields: Fields) -> int | None:
    """Return -1 for "last", 0 for "this", 1 for "next", None where none is said."""
    said = [
        0 if fields[name].lower() in ("that", "the same") else int(TURNS.get(fields[name], fields[name]))
        for name in ("past", "this", "next")
        if name in fields
    ]
    return said[0] if said else None


def day_value(day: date) -> Value:
    """Return a day as a value."""
    return day.isoformat(), (day, day)
