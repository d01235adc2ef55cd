"""What came so long before: "denied it on Thursday, two days after police searched her house" (on Tuesday)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from diurna.records import DateMention, Sentence
from diurna.resolve.when.attach import head_word, path_up, relation
from diurna.resolve.when.calendar import Days
from diurna.resolve.when.fields import Value
from diurna.resolve.when.numbers import UNKNOWN, number_of
from diurna.resolve.when.rules import rules
from diurna.resolve.when.turns import unit_at

COUNTED = frozenset({"D", "W", "M", "Y"})


def set_back(sentence: Sentence, trigger: int, one: DateMention) -> DateMention | None:
    """Return the date of an event told as so long before the day at `one`, or None where it is not told so.

    The event stands in the clause or phrase behind "two days after", the day outside of it.
    """
    told = _so_long_after(sentence, trigger)
    day = head_word(sentence, one.span)
    if told is None or day is None or one.start is None or one.start != one.end or one.value.startswith("P"):
        return None
    if told.clause in path_up(sentence, day):
        return None
    value, days = told.before(date.fromisoformat(one.start))
    return DateMention(one.span, value, days[0].isoformat(), days[1].isoformat()) if days else None


def long_before(sentence: Sentence, trigger: int, day: date) -> tuple[str, Days] | None:
    """Return the value and days of an event told as so long before `day`, the story's: "comes days after the raid"."""
    told = _so_long_after(sentence, trigger)
    value, days = told.before(day) if told is not None else ("", None)
    return (value, days) if days else None


class _After(NamedTuple):
    """The head of the clause behind "two days after", the number and the unit."""

    clause: int
    number: float
    unit: str

    def before(self, day: date) -> Value:
        """Return so long before a day."""
        return unit_at(self.unit, day, -round(self.number))


def _so_long_after(sentence: Sentence, trigger: int) -> _After | None:
    """Return the "so long after" behind which an event stands, or None where it stands behind none."""
    units = {**rules().words["unit"], **rules().words["units"]}
    above = path_up(sentence, trigger)
    joined = next((place for place, node in enumerate(above) if relation(sentence, node) == "conj"), len(above))
    for mark in sentence.tokens[2:]:
        if mark.lemma != "after" or mark.head not in above[:joined]:
            continue
        unit = units.get(sentence.tokens[mark.index - 1].text.lower(), "")
        number = number_of(sentence.tokens[mark.index - 2].text)
        if unit in COUNTED and number is not UNKNOWN:
            return _After(mark.head, number, unit)
    return None
