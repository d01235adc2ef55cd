"""How many unnamed sources there are, when something was posted, and who of the sources is an outlet after all.

What needs numbers, dates and entities of what the code step has found of sources.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diurna.code.outlets import names_outlet
from diurna.records import Attribution, Count, DateMention, Entity, Posted, Sentence, Span
from diurna.resolve.counts.amounts import amounts_of

_OF_THEM = ("how_many", "of_body", "why_unnamed")
_ONE = {"a": 1, "an": 1, "another": 1}


def told_of_sources(
    attributions: Sequence[Attribution], entities: Mapping[str, Entity], sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
) -> tuple[Attribution, ...]:  # fmt: skip
    """Return the attributions, in their order, with what the page says of their sources elsewhere.

    A body whose entity has an outlet's name is an outlet. Unnamed sources have their number; what is told of them
    holds of all that they say, also where they are "they" then. A post has the day that its sentence tells.
    """
    starts = [sentence.start for sentence in sentences]
    made = [_counted(_as_outlet(one, entities), sentences, starts) for one in attributions]
    told: dict[str, Attribution] = {}
    for one in made:
        if one.kind == "anonymous" and one.entity is not None and not entities[one.entity].named:
            before = told.get(one.entity)
            told[one.entity] = _with(one, before) if before else one
    return tuple(_posted(_shared(one, told), sentences, starts, dates) for one in made)


def _as_outlet(one: Attribution, entities: Mapping[str, Entity]) -> Attribution:
    if one.kind != "organization" or one.entity is None or not names_outlet(entities[one.entity].name):
        return one
    return replace(one, kind="outlet")


def _counted(one: Attribution, sentences: Sequence[Sentence], starts: Sequence[int]) -> Attribution:
    """Return an unnamed source's attribution with the words that say how many they are."""
    if one.kind != "anonymous" or one.source is None or not starts:
        return one
    sentence = sentences[max(bisect_right(starts, one.source.start) - 1, 0)]
    inside = [t.index for t in sentence.tokens if one.source.start <= t.start < one.source.end]
    if not inside:
        return one
    amounts = amounts_of(sentence.tokens)
    amount = amounts.get(inside[0])
    if amount is not None and amount.known and not amount.indefinite:
        first, last = sentence.tokens[amount.first], sentence.tokens[min(amount.last, inside[-1])]
        text = _between(sentence, first.index, last.index)
        return replace(one, how_many=Count(amount.min, amount.max, None, Span(first.start, last.end, text)))
    word = sentence.tokens[inside[0]]
    head = next((i for i in inside if not inside[0] <= sentence.tokens[i].head <= inside[-1]), inside[-1])
    if word.text.lower() in _ONE and word.head == head and sentence.tokens[head].feats.get("Number") != "Plur":
        return replace(one, how_many=Count(1, 1, None, Span(word.start, word.end, word.text)))
    return one


def _between(sentence: Sentence, first: int, last: int) -> str:
    text, end = "", sentence.tokens[first].start
    for token in sentence.tokens[first : last + 1]:
        text += " " * (token.start - end) + token.text
        end = token.end
    return text


def _with(one: Attribution, other: Attribution) -> Attribution:
    """Return the attribution, what is told of its sources filled in from another of the same sources."""
    return replace(one, **{name: getattr(one, name) or getattr(other, name) for name in _OF_THEM})


def _shared(one: Attribution, told: Mapping[str, Attribution]) -> Attribution:
    known = told.get(one.entity or "")
    if known is None or one.kind not in ("anonymous", "named"):
        return one
    return _with(replace(one, kind="anonymous"), known)


def _posted(
    one: Attribution, sentences: Sequence[Sentence], starts: Sequence[int], dates: Sequence[DateMention]
) -> Attribution:
    """Return the attribution of a post with the date that stands around its cue."""
    if one.post is None or one.post.date is not None or one.cue is None or not starts:
        return one
    sentence = sentences[max(bisect_right(starts, one.cue.start) - 1, 0)]
    near = [
        date
        for date in dates
        if sentence.start <= date.span.start < sentence.end and not any(p.overlaps(date.span) for p in one.parts)
    ]
    best = min(near, key=lambda date: abs(date.span.start - one.cue.start) if one.cue else 0, default=None)
    if best is None:
        return one
    post: Posted = replace(one.post, date=best.span, day=best.start if best.start == best.end else None)
    return replace(one, post=post)
