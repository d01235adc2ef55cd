"""Check the claims of a store's articles against its joined events: supported, contradicted, or not enough record.

No claim is ever simply true. What is supported says how much record it rests on: articles that speak of the same
people or place, and the days on which they came out. Where those leave much of the time uncovered, it is not enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from diurna.merge.across.words import STEM
from diurna.store.claims.coverage import Coverage, coverage_of, is_enough, query
from diurna.store.claims.reading import Claimed, Question, question_of

if TYPE_CHECKING:
    import duckdb

Verdict = Literal["supported", "contradicted", "not enough record"]

_SURE = 0.5
"""An event below this confidence speaks for nothing."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A joined event that a claim is checked by: when it was, and the words of the article that tells most of it."""

    joined_id: str
    day: date
    article_id: str
    words: str
    number: int | None


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with its answer.

    `asked` says in words what was looked for; `start` and `end` are the days it was looked for in, `start` None for
    all time. `events` are the other events found, with their words; `articles` and `days` say how much the store has
    on the same people or place in that time: reports, and days on which any came out.
    """

    article_id: str
    article_key: str
    published: date | None
    words: str
    sentence: str
    kind: str
    interval: str | None
    count: int | None
    joined_id: str | None
    verdict: Verdict
    reason: str
    asked: str
    start: date | None
    end: date | None
    events: tuple[Witness, ...]
    articles: int
    days: int


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom and where a claim speaks of: names, identities and countries of parties, or a place."""

    names: frozenset[str]
    countries: frozenset[str]
    place: str | None
    geonames: int | None
    place_country: str | None

    def words(self) -> str:
        """Return the scope in words."""
        where = self.place or self.place_country
        who = sorted(self.names) or sorted(self.countries)
        return f"in {where}" if where else f"of {', '.join(who)}" if who else "by anybody anywhere"


def check_claims(connection: duckdb.DuckDBPyConnection) -> Iterator[CheckedClaim]:
    """Yield every claim of the store's articles with its answer, by day of publication and in text order."""
    rows = connection.execute(query("claims")).fetchall()
    names = [column[0] for column in connection.description or ()]
    for row in rows:
        yield _checked(connection, dict(zip(names, row, strict=True)))


def _checked(connection: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> CheckedClaim:
    day = (row["date_start"] if row["date_precision"] == "day" else None) or row["published"] or row["first_published"]
    if row["joined_id"] is None or day is None:
        why = "no event that the machine found is told in these words" if day else "nothing says when it was"
        return _answer(row, None, "not enough record", why, "", (), Coverage())
    claimed = Claimed(
        kind=row["kind"],
        words=row["words"],
        interval=row["interval"],
        count=row["count"],
        type=row["type"],
        modes=tuple(row["mode"]),
        triggers=tuple(row["triggers"] or ()),
        day=day,
    )
    question = question_of(claimed)
    scope = _scope(connection, row, question)
    asked = _in_words(question, scope)
    if question.trouble:
        return _answer(row, question, "not enough record", question.trouble, asked, (), Coverage())
    if not (scope.names or scope.countries or scope.place or scope.place_country):
        why = "the event has neither known parties nor a place"
        return _answer(row, question, "not enough record", why, asked, (), Coverage())
    events = _others(connection, row["joined_id"], question, scope)
    coverage = coverage_of(connection, scope, question.start, question.end, row["joined_id"])
    verdict, reason, named = _judged(connection, row, question, events, coverage)
    return _answer(row, question, verdict, reason, asked, named, coverage)


def _judged(
    connection: duckdb.DuckDBPyConnection,
    row: dict[str, Any],
    question: Question,
    events: Sequence[Witness],
    coverage: Coverage,
) -> tuple[Verdict, str, tuple[Witness, ...]]:
    """Return the answer, why, and the events that it rests on."""
    if question.what is not None:
        own = _number(connection, row["joined_id"], question.what)
        if own is None:
            return "not enough record", f"no report says how many were {question.what}", ()
        events = [event for event in events if event.number is not None and event.number > own]
        if events:
            return "contradicted", f"more than {own} {question.what} in {len(events)} other events", tuple(events)
    elif question.count is not None:
        # Two of one day may be one that was told in two ways and not joined: they do not contradict.
        least, most = len({event.day for event in events}) + 1, len(events) + 1
        if least > question.count:
            return "contradicted", f"it is number {least} in the record", tuple(events)
        if most >= question.count:
            return "supported", f"it is number {question.count} in the record", tuple(events)
        return "not enough record", f"only {most} of {question.count} are in the record", tuple(events)
    elif events:
        return "contradicted", f"{len(events)} in the record before it", tuple(events)
    if question.start is None:
        return "not enough record", "no store holds all of history", ()
    if is_enough(coverage):
        return "supported", "none in the record speaks against it", ()
    return "not enough record", "none in the record speaks against it, but much of that time is not covered", ()


def _scope(connection: duckdb.DuckDBPyConnection, row: dict[str, Any], question: Question) -> Scope:
    parties = connection.execute(
        "SELECT name, country, wikidata FROM joined_participants WHERE joined_id = ? ORDER BY role, position",
        [row["joined_id"]],
    ).fetchall()
    countries = {country for _, country, _ in parties if country}
    names = {name for name, _, wikidata in parties if wikidata or name[:1].isupper()}
    if question.by_parties:
        if len(countries | names) < 2:
            # "The presidents of Kenya and Ethiopia": the countries stand in the sentence.
            countries |= _countries_beside(connection, row["article_key"], row["number"])
        return Scope(frozenset(names), frozenset(countries), None, None, None)
    if row["place"]:
        whole = question.what is not None  # a record is one of the country
        place, geonames = (None, None) if whole and row["place_country"] else (row["place"], row["geonames"])
        return Scope(frozenset(names), frozenset(countries), place, geonames, row["place_country"])
    return Scope(frozenset(names), frozenset(countries), None, None, None)


def _countries_beside(connection: duckdb.DuckDBPyConnection, article: str, sentence: int | None) -> set[str]:
    rows = connection.execute(
        "SELECT DISTINCT country FROM entities JOIN entity_mentions AS m USING (article_key, entity_id) "
        "JOIN sentences AS s USING (article_key) WHERE article_key = ? AND s.sentence = ? AND country IS NOT NULL "
        "AND m.kind = 'name' AND m.start_offset BETWEEN s.start_offset AND s.end_offset",
        [article, sentence],
    ).fetchall()
    return {country for (country,) in rows}


def _others(connection: duckdb.DuckDBPyConnection, own: str, question: Question, scope: Scope) -> list[Witness]:
    """Return the other joined events that the claim counts, the latest first."""
    rows = connection.execute(
        query("events"),
        {
            "own": own,
            "type": question.type,
            "mode": question.mode,
            "start": question.start,
            "end": question.end,
            "sure": _SURE,
            "what": question.what,
            "geonames": scope.geonames,
            "place": scope.place,
            "country": scope.place_country,
        },
    ).fetchall()
    found = []
    for id, day, article_id, words, number, triggers, names, countries in rows:
        if question.stems and not any(_stems(trigger) & {*question.stems} for trigger in triggers):
            continue
        if _is_of(scope, question, set(names), set(countries)):
            found.append(Witness(id, day, article_id, words, number))
    return found


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in words.lower().split()}


def _is_of(scope: Scope, question: Question, names: set[str], countries: set[str]) -> bool:
    """Return whether an event is of the claim's parties: of two of them where they do it together, else of one."""
    if question.by_parties:
        shared = len(scope.countries & countries)
        return shared > 1 or bool(scope.names & names and (shared or len(scope.names & names) > 1))
    if scope.place or scope.place_country:
        return True
    return bool(scope.names & names or scope.countries & countries)


def _number(connection: duckdb.DuckDBPyConnection, joined_id: str, what: str) -> int | None:
    row = connection.execute(
        "SELECT coalesce(min, max) FROM joined_counts WHERE joined_id = ? AND what = ?", [joined_id, what]
    ).fetchone()
    return int(row[0]) if row and row[0] is not None else None


def _in_words(question: Question, scope: Scope) -> str:
    said = " or ".join(f'"{stem}…"' for stem in question.stems)
    sort = " ".join(filter(None, (question.type, question.mode, said and f"told as {said}")))
    more = f", more {question.what}" if question.what else ""
    since = f"from {question.start}" if question.start else "ever"
    return f"{sort} {scope.words()}{more}, {since} to {question.end}"


def _answer(
    row: dict[str, Any],
    question: Question | None,
    verdict: Verdict,
    reason: str,
    asked: str,
    events: tuple[Witness, ...],
    coverage: Coverage,
) -> CheckedClaim:
    return CheckedClaim(
        article_id=row["article_id"],
        article_key=row["article_key"],
        published=row["published"],
        words=row["words"],
        sentence=row["sentence"] or row["words"],
        kind=row["kind"],
        interval=row["interval"],
        count=row["count"],
        joined_id=row["joined_id"],
        verdict=verdict,
        reason=reason,
        asked=asked,
        start=question.start if question else None,
        end=question.end if question else None,
        events=events,
        articles=coverage.articles,
        days=coverage.days,
    )
