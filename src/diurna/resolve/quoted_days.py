"""Time expressions as they are told, in the page's words or in a quotation: "I resign today", he said on Tuesday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from diurna.code.quotations import find_quotations
from diurna.records import Article, DateMention, Sentence, Span
from diurna.resolve.when import Told, direction_of, expressions, is_of_saying, value_of

OPENING = 2  # words that may stand before the year that opens a sentence: "In the 2016 election"


def told_in(sentence: Sentence, text: str, day: date | None) -> Iterator[Told]:
    """Yield the time expressions of a sentence told on `day`, with what the words around them say of each."""
    for place, one in enumerate(expressions(text, sentence.start, sentence.end)):
        direction, reported = direction_of(sentence, one.span), is_of_saying(sentence, one.span)
        opening = place == 0 and sum(token.start < one.span.start for token in sentence.tokens) <= OPENING
        alone = one.span.end - one.span.start >= sentence.end - sentence.start - 1
        yield Told(one, day, direction, reported, place == 0, opening, alone)


def words_quoted(article: Article) -> list[Span]:
    """Return the words that stand in quotations, as `as_quoted` and `quoted_in` take them."""
    return [quotation.content for quotation in find_quotations(article)]


def as_quoted(told: list[tuple[int, Told]], quotes: Sequence[Span]) -> list[tuple[int, Told]]:
    """Return the expressions with those marked that stand in quotations; a quoted "today" is of the day it was said."""
    if not any(one.expression.means == "deictic" for _, one in told):
        return told
    said: dict[int, Told] = {}
    marked = []
    for index, one in told:
        span = one.expression.span
        quoted = any(quote.start <= span.start and span.end <= quote.end for quote in quotes)
        marked.append((index, one._replace(quoted=quoted)))
        if one.reported and not quoted:
            said[index] = one
    return [(index, _on_the_day_of(one, said.get(index))) for index, one in marked]


def quoted_in(quotes: Sequence[Span], mentions: Iterable[DateMention]) -> dict[Span, Span]:
    """Return the dates that stand in quotations, each with the words quoted."""
    spans = [mention.span for mention in mentions]
    return {one: q for one in spans for q in quotes if q.start <= one.start and one.end <= q.end}


def _on_the_day_of(one: Told, said: Told | None) -> Told:
    """Return a quoted expression reckoned from the day that its sentence gives for the saying, where it gives one."""
    if not one.quoted or said is None:
        return one
    day = value_of(*said[:3])
    start = day.start
    if start is None or start != day.end or (one.anchor is not None and start > one.anchor.isoformat()):
        return one
    return one._replace(anchor=date.fromisoformat(start), quoted=False)
