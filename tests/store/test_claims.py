"""Claims of articles, checked against the joined events of their store; the records are made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from attacks_told import told

import diurna
from diurna.records import Claim, Record, Span
from diurna.store import Store, open_store
from diurna.store.claims import CheckedClaim

PLACES = ("Birnin Yaro", "Kagara", "Zaria")
DOINGS = (
    "Gunmen attacked the market of {place} in Kaduna state at noon; {n} farmers fell among the stalls. The police came "
    "two hours later and counted cartridges.",
    "A convoy of pilgrims on its way to {place}, Kaduna state, was attacked by gunmen on the bridge, and {n} farmers "
    "who shared a lorry drowned. Divers searched the river all night.",
    "Before dawn the clinic at {place} in Kaduna state lost its roof when gunmen attacked it with rockets; {n} farmers "
    "lay in its beds. Nurses carried the wounded through maize fields.",
    "They wanted the cattle. In {place}, Kaduna state, gunmen attacked a kraal, and {n} farmers who had slept beside "
    "their herd did not wake. Vultures showed the place.",
)  # fmt: skip


def attack(number: int, day: str, killed: int = 2, place: str = "Zaria") -> Record:
    """Return an article of the day after on an attack in a place, each told in words of its own."""
    text = DOINGS[number % len(DOINGS)].format(place=place, n=killed).replace("gunmen", "the gunmen")
    text = text if "unmen attacked" in text else text.replace("attacked by the gunmen", "attacked by gunmen")
    published = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return told(f"a{number}", text, f"Outlet {number}", published, day, (str(killed), killed), "farmers", place)


def claiming(record: Record, words: str, kind: str, interval: str | None, count: int | None = None) -> Record:
    """Return the article with a last sentence that claims something of its attack."""
    text = f"{record.article.text} It was the {words}."
    at = text.index(words)
    claim = Claim(kind, Span.of(text, at, at + len(words)), "ev1", interval, count)
    ends = (*record.sentences, (len(record.article.text) + 1, len(text)))
    return replace(record, article=replace(record.article, text=text), sentences=ends, claims=(claim,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        yield store


def checked(store: Store, *records: Record) -> CheckedClaim:
    store.keep(records)
    (claim,) = diurna.claims(store)
    return claim


def third(record: Record) -> Record:
    return claiming(record, "third attack this month", "nth", "P1M", 3)


def test_a_third_attack_is_supported_by_two_before_it(store: Store) -> None:
    claim = checked(store, attack(0, "2024-03-02"), attack(1, "2024-03-06"), third(attack(2, "2024-03-11")))
    assert (claim.verdict, claim.reason) == ("supported", "it is number 3 in the record")
    assert [(event.day, event.article_id) for event in claim.events] == [
        (date(2024, 3, 6), "a1"),
        (date(2024, 3, 2), "a0"),
    ]
    assert "drowned" in claim.events[0].words
    assert (claim.start, claim.end) == (date(2024, 3, 1), date(2024, 3, 11))
    assert (claim.articles, claim.days) == (2, 2)
    assert claim.sentence == "It was the third attack this month."


def test_a_third_attack_that_is_the_fourth_is_contradicted_by_those_before_it(store: Store) -> None:
    others = [attack(0, "2024-03-02"), attack(1, "2024-03-06"), attack(3, "2024-03-09")]
    claim = checked(store, *others, third(attack(2, "2024-03-11")))
    assert (claim.verdict, claim.reason, len(claim.events)) == ("contradicted", "it is number 4 in the record", 3)


def test_two_of_one_day_may_be_one_and_contradict_nothing(store: Store) -> None:
    others = [attack(0, "2024-03-02"), attack(1, "2024-03-06"), attack(3, "2024-03-06")]
    assert checked(store, *others, third(attack(2, "2024-03-11"))).verdict == "supported"


def test_attacks_of_another_month_or_place_do_not_count(store: Store) -> None:
    others = [attack(0, "2024-02-25"), attack(1, "2024-03-06", place="Kagara")]
    claim = checked(store, *others, third(attack(2, "2024-03-11")))
    assert (claim.verdict, claim.reason) == ("not enough record", "only 1 of 3 are in the record")


def test_a_first_that_was_not_the_first_is_contradicted(store: Store) -> None:
    last = claiming(attack(2, "2024-03-11"), "first attack in two years", "first_since", "P2Y")
    claim = checked(store, attack(0, "2023-05-01"), last)
    assert claim.verdict == "contradicted"
    assert [event.day for event in claim.events] == [date(2023, 5, 1)]


def test_a_first_is_supported_only_where_the_time_is_covered(store: Store) -> None:
    last = claiming(attack(2, "2024-03-11"), "first attack in ten weeks", "first_since", "P10W")
    # Of Zaria there is a report every week, but of no attack.
    quiet = [
        replace(attack(n, (date(2024, 1, 8) + timedelta(weeks=n)).isoformat()), events=()) for n in range(9)
    ]  # fmt: skip
    quiet = [replace(one, article=replace(one.article, id=f"q{n}")) for n, one in enumerate(quiet)]
    claim = checked(store, *quiet[:3], last)
    assert claim.verdict == "not enough record"
    assert "much of that time is not covered" in claim.reason
    assert claim.articles == 3
    store.keep(quiet)
    (claim,) = diurna.claims(store)
    assert (claim.verdict, claim.articles, claim.events) == ("supported", 9, ())


def test_never_before_is_never_supported_but_can_be_contradicted(store: Store) -> None:
    last = claiming(attack(2, "2024-03-11"), "first attack ever", "first_ever", None)
    store.keep([last])
    (claim,) = diurna.claims(store)
    assert (claim.verdict, claim.reason) == ("not enough record", "no store holds all of history")
    store.keep([attack(0, "2011-06-01")])
    (claim,) = diurna.claims(store)
    assert claim.verdict == "contradicted"


def test_the_deadliest_is_contradicted_by_one_with_more_dead_in_the_country(store: Store) -> None:
    last = claiming(attack(2, "2024-03-11", killed=9), "deadliest attack since 2021", "record", "2021/..")
    claim = checked(store, attack(0, "2023-05-01", killed=14, place="Kagara"), attack(1, "2023-07-01", killed=4), last)
    assert (claim.verdict, claim.reason) == ("contradicted", "more than 9 killed in 1 other events")
    assert [(event.number, event.article_id) for event in claim.events] == [(14, "a0")]


def test_what_the_store_cannot_measure_is_not_enough_record(store: Store) -> None:
    last = claiming(attack(2, "2024-03-11"), "longest siege in modern history", "longest", None)
    claim = checked(store, last)
    assert (claim.verdict, claim.reason) == ("not enough record", "the store does not hold how long events last")


def test_a_claim_of_no_event_is_not_enough_record(store: Store) -> None:
    last = third(attack(2, "2024-03-11"))
    claim = checked(store, replace(last, claims=(replace(last.claims[0], event=None),)))
    assert claim.reason == "no event that the machine found is told in these words"


def test_reports_of_the_claims_own_event_do_not_count_twice(store: Store) -> None:
    same = replace(attack(2, "2024-03-11"), article=replace(attack(2, "2024-03-11").article, id="b", source="Other"))
    claim = checked(store, attack(0, "2024-03-02"), attack(1, "2024-03-06"), same, third(attack(2, "2024-03-11")))
    assert claim.verdict == "supported"
    assert store.connection.execute("SELECT max(reports) FROM joined_events").fetchall() == [(2,)]
