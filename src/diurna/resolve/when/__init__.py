"""When: time expressions, their TIMEX3 values, and which of them dates an event."""

from diurna.resolve.when.anchor import article_anchor
from diurna.resolve.when.attach import date_for, follows, hangs_from, head_word, is_deadline, is_in_clause_of, relation
from diurna.resolve.when.beside import is_later_hour
from diurna.resolve.when.direction import did_not, direction_of, is_of_saying, is_of_what_governs, says, speaks_of_now
from diurna.resolve.when.find import Expression, expressions
from diurna.resolve.when.long_after import long_before, set_back
from diurna.resolve.when.looked_back import is_pluperfect, looks_back
from diurna.resolve.when.narrative import Told, in_turn
from diurna.resolve.when.occasions import names_occasion
from diurna.resolve.when.standing import stands
from diurna.resolve.when.stretches import stretched
from diurna.resolve.when.values import value_of

__all__ = [
    "Expression",
    "Told",
    "article_anchor",
    "date_for",
    "did_not",
    "direction_of",
    "expressions",
    "follows",
    "hangs_from",
    "head_word",
    "in_turn",
    "is_deadline",
    "is_in_clause_of",
    "is_later_hour",
    "is_of_saying",
    "is_of_what_governs",
    "is_pluperfect",
    "long_before",
    "looks_back",
    "names_occasion",
    "relation",
    "says",
    "set_back",
    "speaks_of_now",
    "stands",
    "stretched",
    "value_of",
]
