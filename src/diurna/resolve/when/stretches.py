"""From one date to another: "between May 29, 2023 and May 2025" tells two dates; an event is of all between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diurna.records import DateMention, Span
from diurna.resolve.when.rules import rules

YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def stretched(text: str, mentions: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Return the dates of a sentence, two that a form of rules.toml joins as one that covers both and all between.

    Where only one of them tells its year, or they stand in the wrong order, they are left alone.
    """
    joined: list[DateMention] = []
    for mention in mentions:
        whole = _joined(text, joined[-1], mention) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(mention)
    return tuple(joined)


def _joined(text: str, first: DateMention, second: DateMention) -> DateMention | None:
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return None
    before = text[: first.span.start].split()[-1:]
    between = text[first.span.end : second.span.start].split()
    alike = bool(YEAR.search(first.span.text)) == bool(YEAR.search(second.span.text))
    if not before or (before[0].lower(), *between) not in rules().stretches:
        return None
    if not alike or first.end >= second.end or first.start > second.start:
        return None
    span = Span.of(text, first.span.start, second.span.end)
    return DateMention(span, f"{first.value}/{second.value}", first.start, second.end)
