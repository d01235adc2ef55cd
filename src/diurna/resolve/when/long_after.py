"""What came so long before: "denied it on Thursday, two days after police searched her house" (on Tuesday)."""

from __future__ import annotations

from datetime import date

from diurna.records import DateMention, Sentence
from diurna.resolve.when.attach import head_word, path_up, relation
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
    clause, number, unit = told
    if clause in path_up(sentence, day):
        return None
    value, days = unit_at(unit, date.fromisoformat(one.start), -round(number))
    return DateMention(one.span, value, days[0].isoformat(), days[1].isoformat()) if days else None


def _so_long_after(sentence: Sentence, trigger: int) -> tuple[int, float, str] | None:
    """Return the head of the clause behind "so long after" that an event stands in, with the number and the unit."""
    units = {**rules().words["unit"], **rules().words["units"]}
    above = path_up(sentence, trigger)
    joined = next((place for place, node in enumerate(above) if relation(sentence, node) == "conj"), len(above))
    for mark in sentence.tokens[2:]:
        if mark.lemma != "after" or mark.head not in above[:joined]:
            continue
        unit = units.get(sentence.tokens[mark.index - 1].text.lower(), "")
        number = number_of(sentence.tokens[mark.index - 2].text)
        if unit in COUNTED and number is not UNKNOWN:
            return mark.head, number, unit
    return None
