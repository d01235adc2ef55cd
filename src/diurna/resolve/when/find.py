"""Find time expressions in running text, free of context: where they stand and what they say."""

from __future__ import annotations

import re
from typing import NamedTuple

from diurna.code.needs import said_in
from diurna.records import Span
from diurna.resolve.when.rules import Rule, Rules, rules

# What may stand between a day and a time of that day: "Wednesday at 2 p.m.", "10 p.m. on Wednesday".
BETWEEN = re.compile(r"(?:,?\s{1,2}(?:(?:at|on|in|around|about|by|of)\s{1,2}){0,2}(?:the\s)?(?:early\s|late\s)?)")
LONGEST_GAP = 20
DAYS = frozenset({"weekday", "deictic", "holiday", "slashed", "calendar"})


class Expression(NamedTuple):
    """A time expression as it stands: `means` names its kind, `fields` what its words say ("month", "10")."""

    span: Span
    means: str
    fields: tuple[tuple[str, str], ...]

    def says(self, field: str) -> str | None:
        """Return what the expression says of `field`, or None where it says nothing."""
        return dict(self.fields).get(field)


def expressions(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Return the time expressions in `text[start:end]`, in order and without overlap; spans count in `text`.

    The longest match wins, then the rule that stands first in rules.toml; a time of day joins the day beside
    it.
    """
    end = len(text) if end is None else end
    table, said = rules(), said_in(text[start:end])
    found = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in ((order, table.rules[order]) for order in table.tried.among(said))
        for match in rule.pattern.finditer(text, start, end)
    ]
    kept: list[Expression] = []
    reached = start
    for first, _, _, match, rule in sorted(found, key=lambda one: one[:3]):
        if first >= reached and match.end() > first:
            kept.append(_expression(text, match, rule, table))
            reached = match.end()
    return [one for one in _joined(text, kept) if one.says("alone") is None]


def _expression(text: str, match: re.Match[str], rule: Rule, table: Rules) -> Expression:
    fields = dict(rule.given)
    for group, said in match.groupdict().items():
        if said is None:
            continue
        name = group.split("__")[0]
        words = table.words.get(rule.words.get(name, ""))
        fields[name] = said if words is None else _looked_up(words, said)
    return Expression(Span.of(text, *match.span()), rule.means, tuple(sorted(fields.items())))


def _looked_up(words: dict[str, str] | object, said: str) -> str:
    assert isinstance(words, dict)
    plain = " ".join(said.split())
    for form in (plain, plain.lower(), plain.title(), plain.replace("-", " ").lower(), plain.capitalize()):
        if form in words:
            return str(words[form])
    folded = {word.casefold(): value for word, value in words.items()}
    return str(folded.get(plain.casefold(), said))


def _joined(text: str, found: list[Expression]) -> list[Expression]:
    """Join each time of day to a day that stands beside it: "noon Thursday" is one expression."""
    joined: list[Expression] = []
    for one in found:
        before = joined[-1] if joined else None
        if before is not None and one.span.start - before.span.end <= LONGEST_GAP:
            gap = text[before.span.end : one.span.start]
            whole = _one_of(text, before, one) if BETWEEN.fullmatch(gap) else None
            if whole is not None:
                joined[-1] = whole
                continue
        joined.append(one)
    return joined


def _one_of(text: str, first: Expression, second: Expression) -> Expression | None:
    day, time = (first, second) if second.means in ("clock", "part") else (second, first)
    if time.means not in ("clock", "part"):
        return None
    if day.means in ("clock", "part"):  # "2 p.m. in the afternoon": the clock tells more
        clock = first if first.means == "clock" else second
        return clock._replace(span=Span.of(text, first.span.start, second.span.end))
    if day.means not in DAYS or (day.means == "calendar" and day.says("day") is None):
        return None
    told = {name: value for name, value in time.fields if name != "alone"}
    fields = told | dict(day.fields)
    return day._replace(span=Span.of(text, first.span.start, second.span.end), fields=tuple(sorted(fields.items())))
