"""Whose report a telling is, and how many independent sources several reports make."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from diurna.merge.across.telling import Telling
from diurna.read.layout import layout_of
from diurna.read.tables import rows_of, words_in
from diurna.records import Attribution, Event, Record, Span


def sources_of(record: Record) -> dict[str, str | None]:
    """Return whose word each event of a record stands on, by the event's id: an agency, an outlet, or None."""
    report = report_source(record)
    return {event.id: event_source(record, event, report) for event in record.events}


def report_source(record: Record) -> str | None:
    """Return whose report an article is: "agency:AFP" by its dateline or publisher, "outlet:Daily Post", or None.

    The dateline names the agency whose text an outlet prints; the publisher is asked where there is none.
    """
    article = record.article
    layout = article.layout if article.layout.datelines else layout_of(article.text)
    for dateline in layout.datelines:
        if dateline.agency and (agency := agency_of(dateline.agency.text)):
            return f"agency:{agency}"
    if not article.source:
        return None
    agency = agency_of(article.source)
    return f"agency:{agency}" if agency else f"outlet:{article.source}"


def event_source(record: Record, event: Event, report: str | None) -> str | None:
    """Return whose word an event stands on: an agency quoted on it ("told Reuters"), else the report's.

    Where the author tells it in a voice of their own before any agency is quoted, it is the report's.
    """
    quoting = {attribution.id: attribution for attribution in record.attributions}
    for _, ids in event.tellings:
        if not ids:
            return report
        for id in ids:
            if (attribution := quoting.get(id)) and (agency := _quoted(attribution)):
                return f"agency:{agency}"
    return report


def _quoted(attribution: Attribution) -> str | None:
    return next((a for span in (attribution.source, attribution.addressee) if span and (a := _agency_in(span))), None)


def _agency_in(span: Span) -> str | None:
    return agency_of(span.text.removeprefix("the ").removeprefix("The "))


def agency_of(name: str) -> str | None:
    """Return the news agency of a name ("The Associated Press" is "AP"), or None where it is none."""
    known = _other_names().get(name)
    return known or (name if name in words_in("agencies.csv", "agency") else None)


def independent(tellings: Iterable[Telling]) -> int:
    """Return how many independent sources the tellings make.

    Copies of one text, reports of one agency or on its word, and reports of one outlet count once, also by way of
    each other: two copies of an AFP text count with every other report on AFP's word.
    """
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    keys = []
    for telling in tellings:
        keys.append(f"copies:{telling.copies or telling.article_key}")
        root[find(keys[-1])] = find(telling.source or keys[-1])
    return len({find(key) for key in keys})


@cache
def _other_names() -> dict[str, str]:
    name = "agency_names.csv"
    text = (files("diurna.merge.across") / name).read_text("utf-8")
    return {row["name"]: row["agency"] for _, row in rows_of(name, text, ("name", "agency"))}
