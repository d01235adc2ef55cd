"""The month or week that a digest tells of: "On the campaign trail, September 2020", published in October."""

from __future__ import annotations

from datetime import date, timedelta

from diurna.records import Article, When
from diurna.resolve.when import Told, expressions, value_of

_APART = ("", ",", ":", "|", "-", "–", "—", "(")
_LONGEST_AFTER = timedelta(days=62)  # a digest comes out within two months of what it tells


def of_its_month(told: Told, month: When | None) -> Told:
    """Return an expression as one of a digest's month or week where it leans on that.

    "On the 28th", "the end of the month"; in a week's digest "Monday" is that week's.
    """
    if month is None:
        return told
    fields = dict(told.expression.fields)
    last = date.fromisoformat(month.end)
    if told.expression.means == "of the month":
        day = (("day", fields["day"]), ("month", str(last.month)), ("year", str(last.year)))
        return told._replace(expression=told.expression._replace(means="calendar", fields=day))
    whole = "M" in (fields.get("calendar"), fields.get("calendar2")) and not fields.keys() & {"past", "next"}
    named = told.expression.means == "weekday" and month.precision == "day" and told.direction != "future"
    return told._replace(anchor=last) if whole or named else told


def month_of_digest(article: Article, day: date | None) -> When | None:
    """Return the month or days that the headline sets apart as the page's own, gone by when it came out, or None.

    They stand by themselves at the end of the headline or before a colon, a month with its year: "Conflict watch: May
    2020", "The week in review: Nov. 3-9".
    """
    title = (article.title or _heading(article)).strip()
    if not title or day is None:
        return None
    for one in expressions(title):
        before, after = title[: one.span.start].rstrip(), title[one.span.end :].strip()
        apart = before[-1:] in _APART and after[:1] in ("", ")", ":")
        days = one.says("day2") is not None
        if not apart or one.says("month") is None or (not days and (one.says("year") is None or one.says("day"))):
            continue
        month = value_of(one, day)
        if month.start is None or month.end is None or not (days or len(month.value) == len("2020-05")):
            continue
        if date.fromisoformat(month.end) < day <= date.fromisoformat(month.end) + _LONGEST_AFTER:
            return When(month.start, month.end, "day" if days else "month", None, "headline")
    return None


def _heading(article: Article) -> str:
    """Return the heading that the text opens with, or "" where it opens with none."""
    first = next(iter(article.layout.blocks), None)
    return article.text[first.start : first.end] if first is not None and first.kind == "heading" else ""
