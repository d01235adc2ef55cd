"""When: time expressions, their TIMEX3 values, and which of them dates an event."""

from diurna.resolve.when.anchor import article_anchor
from diurna.resolve.when.attach import date_for, follows, head_word, is_deadline, relation
from diurna.resolve.when.beside import is_later_hour
from diurna.resolve.when.direction import direction_of, is_of_saying, says, speaks_of_now
from diurna.resolve.when.find import Expression, expressions
from diurna.resolve.when.long_after import long_before, set_back
from diurna.resolve.when.looked_back import is_pluperfect, looks_back
from diurna.resolve.when.narrative import Told, in_turn
from diurna.resolve.when.standing import stands
from diurna.resolve.when.stretches import stretched
from diurna.resolve.when.values import value_of

__all__ = [
    "Expression",
    "Told",
    "article_anchor",
    "date_for",
    "direction_of",
    "expressions",
    "follows",
    "head_word",
    "in_turn",
    "is_deadline",
    "is_later_hour",
    "is_of_saying",
    "is_pluperfect",
    "long_before",
    "looks_back",
    "relation",
    "says",
    "set_back",
    "speaks_of_now",
    "stands",
    "stretched",
    "value_of",
]
