"""The time expressions of a document, and the day of each event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from diurna.records import Article, DateMention, Document, Event, Sentence, Span, When
from diurna.resolve.background import LONG_AGO, days_gone_on, told_as_past
from diurna.resolve.digest import month_of_digest, of_its_month
from diurna.resolve.entries import entries
from diurna.resolve.quoted_days import as_quoted, quoted_in, told_in, words_quoted
from diurna.resolve.when import (
    Told,
    article_anchor,
    date_for,
    did_not,
    follows,
    hangs_from,
    head_word,
    in_turn,
    is_deadline,
    is_in_clause_of,
    is_later_hour,
    is_of_saying,
    is_of_what_governs,
    is_pluperfect,
    long_before,
    looks_back,
    set_back,
    stands,
    stretched,
    value_of,
)

Precision = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century"]

# Found only where a day was told before: "the next day", "on the 6th".
BESIDE = frozenset({"beside", "of the month"})
OPEN = frozenset({"PAST_REF", "FUTURE_REF"})
HOURS = frozenset({"clock", "part"})
DURATIONS: Mapping[str, Precision] = {"W": "week", "M": "month", "Y": "year"}
# What is done in announcing it, though it lies ahead: "agreed on Monday to free them" (CONCEDE).
WORDS = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN", "ACCUSE", "SUPPORT"})
STORY = timedelta(days=10)  # a report is seldom written later than this after what it reports


class Timing(NamedTuple):
    """What an article says of time: each sentence's expressions, and the day that the article itself was written."""

    mentions: Mapping[int, tuple[DateMention, ...]]  # by the sentence's index
    days: Mapping[int, tuple[DateMention, ...]]  # the same without bare hours ("at 7:45 p.m."), which say no day
    anchor: tuple[date, str, Span | None] | None
    story: When | None  # the first day that the article tells of, not long before its own; of a digest its month
    past: frozenset[int]  # the sentences that go on telling of years ago
    ahead: Mapping[Span, DateMention]  # days gone by that would be to come, were they said of what is to come
    planned: frozenset[Span]  # the dates told of what is to come
    gone_on: Mapping[int, DateMention]  # the days that undated sentences go on from, in their paragraph
    entries: Mapping[int, DateMention]  # the dates that head a chronicle's entries, by the sentence's index
    quotes: Mapping[Span, Span]  # the quotations that dates stand in
    lost: Mapping[int, tuple[Span, ...]]  # what says another day than the story's, and not which: "three weeks later"

    @property
    def digest(self) -> bool:
        """Return whether the page tells of a month gone by: what no date is told of lies in it."""
        return self.story is not None and self.story.basis == "headline"

    @property
    def day(self) -> date | None:
        """Return the article's day, where it has one."""
        return self.anchor[0] if self.anchor else None


def timing_of(document: Document) -> Timing:
    """Return the time expressions of every sentence, by the article's day, or in a post by its own."""
    article = document.article
    anchor = article_anchor(article)
    told: list[tuple[int, Told]] = []
    for index, sentence in enumerate(document.sentences):
        day = _post_day(article, sentence) or (anchor[0] if anchor else None)
        told += ((index, one) for one in told_in(sentence, article.text, day))
    day = anchor[0] if anchor else None
    month = month_of_digest(article, day)
    quoted = words_quoted(article) if told else []
    told = as_quoted([(index, of_its_month(one, month)) for index, one in told], quoted)
    found: dict[int, tuple[DateMention, ...]] = {}
    days: dict[int, tuple[DateMention, ...]] = {}
    ahead: dict[Span, DateMention] = {}
    mentions = in_turn(one for _, one in told)
    lost: dict[int, tuple[Span, ...]] = {}
    for (index, said), mention in zip(told, mentions, strict=True):
        if mention.start is None and (said.expression.means in BESIDE or mention.value in OPEN):
            lost[index] = (*lost.get(index, ()), mention.span)
        if mention.start is None and said.expression.means in BESIDE:
            continue
        if said.direction is None and mention == value_of(*said[:3]):
            ahead[mention.span] = value_of(said.expression, said.anchor, "future")
        found[index] = (*found.get(index, ()), mention)
        hour = said.expression.means in HOURS or is_later_hour(said.expression)
        days[index] = days.get(index, ()) if hour else (*days.get(index, ()), mention)
    days = {index: stretched(article.text, mentions) for index, mentions in days.items()}
    planned = frozenset(one.span for (_, said), one in zip(told, mentions, strict=True) if said.direction == "future")
    told_of = {index: tuple(one for one in dates if one.span not in planned) for index, dates in days.items()}
    story = month or (_story(document, told_of, day) if day else None)
    past = told_as_past(document, days, day)
    quotes = quoted_in(quoted, mentions)
    gone_on = days_gone_on(document, days)
    return Timing(found, days, anchor, story, past, ahead, planned, gone_on, entries(document, days), quotes, lost)


def _story(document: Document, days: Mapping[int, tuple[DateMention, ...]], anchor: date) -> When | None:
    earliest = anchor - STORY
    for index in sorted(days):
        sentence = document.sentences[index]
        for mention in days[index]:
            if mention.span.end - mention.span.start >= sentence.end - sentence.start - 1:
                continue  # a line with the day of writing alone
            if mention.start is None or precision_of(mention.value) != "day" or mention.start != mention.end:
                continue
            if earliest.isoformat() <= mention.start <= anchor.isoformat():
                return When(mention.start, mention.start, "day", mention.span, "discourse")
    return None


def when_of(
    event: Event, sentence: Sentence, index: int, timing: Timing, article: Article, before: When | None, past: bool
) -> When | None:
    """Return the interval of an event and its basis.

    A date of its clause comes first, then one of its sentence, then the day of the post that it stands in. An event
    told as having happened, or as what somebody did not do, with no date of its own, goes on with the day that its
    paragraph has come to, else with that of the event told before it (`before`), or where there is none with the first
    day that the article tells of, or is put on the article's day; `basis` says so. Others, and what goes on from years
    ago (`past`), have none.
    """
    trigger = next((t.index for t in sentence.tokens if t.end > event.trigger.start), 0)
    posted = _post_day(article, sentence)
    today = posted or timing.day
    days = timing.days.get(index, ())
    days = tuple(day for day in days if _hears(event, timing.quotes.get(day.span)))
    dated = date_for(sentence, trigger, _possible(days, event, sentence, trigger, timing, today) if today else days)
    told = dated[0] if dated else None
    if looks_back(sentence, trigger, told) or stands(sentence, trigger, told):
        return None
    if dated is not None and _is_of_word(event, sentence, trigger, dated, today.isoformat() if today else ""):
        dated = None
    if dated is not None and dated[0].start is not None:
        mention, basis = dated
        mention = set_back(sentence, trigger, mention) or mention
        end = mention.end or mention.start
        assert mention.start is not None
        return When(mention.start, end or mention.start, precision_of(mention.value), mention.span, basis)
    entry = timing.entries.get(index)
    if entry is not None and entry.start is not None and event.status in ("happened", "historical"):
        return When(entry.start, entry.end or entry.start, precision_of(entry.value), entry.span, "headline")
    if past or not (event.status == "happened" or (event.status == "negated" and did_not(sentence, trigger))):
        return None
    if any(is_in_clause_of(sentence, span, trigger) for span in timing.lost.get(index, ())):
        return None
    if is_pluperfect(sentence, trigger):
        return None
    if posted is not None:
        return When(posted.isoformat(), posted.isoformat(), "day", None, "post")
    going_on = timing.gone_on.get(index)
    if going_on is not None and going_on.start is not None:
        start = going_on.start
        return When(start, going_on.end or start, precision_of(going_on.value), going_on.span, "discourse")
    if timing.digest and timing.anchor is not None and sentence.tokens[trigger].feats.get("Tense") == "Pres":
        # What a bulletin of a month says now ("we call on the army") it says as it comes out.
        return When(timing.anchor[0].isoformat(), timing.anchor[0].isoformat(), "day", None, timing.anchor[1])
    return _so_long_before(sentence, trigger, _of_the_story(timing, before))


def _of_the_story(timing: Timing, before: When | None) -> When | None:
    """Return the day told before, else the first that the article tells of, else the article's."""
    if before is not None:
        return replace(before, basis="discourse")
    if timing.story is not None or timing.anchor is None:
        return timing.story
    day, basis_of_day, _ = timing.anchor
    return When(day.isoformat(), day.isoformat(), "day", None, basis_of_day)


def _so_long_before(sentence: Sentence, trigger: int, story: When | None) -> When | None:
    """Return the story's day, or what lies so long before it: "the move comes a day after police fired on them"."""
    if story is None or story.start != story.end:
        return story
    told = long_before(sentence, trigger, date.fromisoformat(story.start))
    if told is None:
        return story
    value, (first, last) = told
    return When(first.isoformat(), last.isoformat(), precision_of(value), None, "discourse")


def _possible(
    days: Sequence[DateMention], event: Event, sentence: Sentence, trigger: int, timing: Timing, today: date
) -> tuple[DateMention, ...]:
    """Return the dates that may be those of an event of its status, told on the day `today`."""
    now = today.isoformat()
    if event.status == "happened":
        # "He urged them ..., and announced a strike for next week": what has happened is not of days to come.
        gone = (day for day in days if day.start is None or day.start <= now)
        # "He promised a vote by the end of the month": a deadline that still runs is none of its day, nor is today that
        # of what was done where it is said of what is to come ("was arrested and will be charged on Friday").
        return tuple(day for day in gone if not _is_to_come(day, sentence, timing, now))
    if event.status == "future":
        coming = (timing.ahead.get(day.span, day) if day.end and day.end < now else day for day in days)
        return tuple(day for day in coming if event.type in WORDS or day.end is None or day.end >= now)
    if event.status == "historical":
        # "Marched on Monday in memory of the massacre": what is long past is of no day of these weeks.
        return tuple(day for day in days if _is_of_the_past(day, sentence, trigger, today))
    return tuple(days)


def _is_of_the_past(day: DateMention, sentence: Sentence, trigger: int, today: date) -> bool:
    """Return whether a date may be that of what is long past: its own word's, years ago, or reckoned back from."""
    own = hangs_from(sentence, day.span, trigger) or set_back(sentence, trigger, day) is not None
    return own or day.end is None or day.end < (today - LONG_AGO).isoformat()


def _hears(event: Event, quote: Span | None) -> bool:
    """Return whether a date is none of a quotation, or the event stands in the same one."""
    return quote is None or quote.start <= event.trigger.start < quote.end


def _is_to_come(day: DateMention, sentence: Sentence, timing: Timing, now: str) -> bool:
    if day.end is None or day.end < now:
        return False
    if day.span in timing.planned or (day.end > now and is_deadline(sentence, day.span)):
        return True
    word = head_word(sentence, day.span)
    return word is not None and follows(sentence, word, "until", "till")


def _is_of_word(event: Event, sentence: Sentence, trigger: int, dated: tuple[DateMention, str], now: str) -> bool:
    """Return whether a date is that of the word which puts the event ahead: "said on Friday it would expel them".

    Or, gone by, of what was done about it: "urged them on Friday to release her", "demanded her release on Friday".
    """
    mention, basis = dated
    if event.status not in ("future", "hypothetical"):
        return False
    if basis == "sentence" and is_of_saying(sentence, mention.span):
        return True
    worded = event.status == "future" and event.type in WORDS
    return not worded and (mention.end or "") <= now and is_of_what_governs(sentence, mention.span, trigger)


def precision_of(value: str) -> Precision:
    """Return how exact a TIMEX3 value is: "2025-10" is a month, "2025-W41" a week, "199" a decade.

    A range is as exact as its beginning ("1988/1998": year), a duration as its unit ("P6W": week).
    """
    if value.startswith("P"):
        return DURATIONS.get(value[-1], "day")
    date_part = value.split("/")[0].split("T")[0]
    parts = date_part.split("-")
    if len(parts) == 1:
        return "year" if len(date_part) == 4 else "decade" if len(date_part) == 3 else "century"
    if len(parts) == 2:
        kind = parts[1][:1]
        return "week" if kind == "W" else "quarter" if kind in "QH" else "month" if parts[1].isdigit() else "season"
    return "day"


def dates_of(timing: Timing) -> tuple[DateMention, ...]:
    """Return every time expression of the article, in text order."""
    return tuple(mention for index in sorted(timing.mentions) for mention in timing.mentions[index])


def _post_day(article: Article, sentence: Sentence) -> date | None:
    for post in article.layout.posts:
        if post.span.start <= sentence.start < post.span.end:
            return post.day
    return None
