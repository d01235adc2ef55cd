"""How fast a store answers: `python -m benchmarks.answers [EVENTS]` makes one of synthetic events and times questions.

Countries, names and types are skewed as in news: a few dyads hold most events. The events are made by SQL, so that the
loading rate is that of the tables, their keys and indexes, and of what events are found by, not of reading and coding.
Each article has five events of two participants; every third event is told twice. Each question is asked
once to warm up; the median of five is printed, with how many rows came.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from diurna.resolve.countries import countries
from diurna.show.actor import actor
from diurna.show.answers import Filters, dyad, events, timeline
from diurna.store import Store, open_store
from diurna.store.searching import fill_all_search

# A power of an even number falls as ranks in news do: the first of 190 countries takes part in a tenth of all events.
CODES = sorted(one.alpha3 for one in countries())[:190]
_RANK = "floor({of} * pow(hash(i + {salt}000000007) / 18446744073709551616.0, 2.2))::INTEGER"
_COUNTRY = f"{CODES}[1 + {_RANK}]".replace("{of}", "190")
_NAME = f"'Person ' || {_RANK} || ' of '".replace("{of}", "200")
_TYPES = ("CONSULT", "ACCUSE", "ASSAULT", "SUPPORT", "PROTEST", "COERCE", "AGREE", "THREATEN", "AID", "SANCTION")
_TYPE = f"{list(_TYPES)}[1 + floor(10 * pow(hash(i + 2000000007) / 18446744073709551616.0, 2))::INTEGER]"
_PER_ARTICLE = 5
_KEYS = "'k' || (i // 5) AS article_key, 1 + i // 5 AS article_number, 'e' || (i % 5) AS event_id"
_SIDES = (("actor", 5, 15), ("recipient", 6, 16))
_DAY = "DATE '2015-01-01' + (i * 3650 // $events)::INTEGER"

_LOADING = (
    """INSERT INTO articles BY NAME SELECT 'k' || i AS article_key, 1 + i AS article_number, 'id-' || i AS article_id,
        'Title ' || i AS title, 'Source ' || (i % 50) AS source,
        DATE '2015-01-01' + (i * 3650 // $articles)::INTEGER AS published, 'en' AS language, 'text' AS text,
        'coded' AS state, '{}' AS record, 'd' AS record_digest, 1 AS run FROM range($articles) AS r(i)""",
    """INSERT INTO sentences BY NAME SELECT 'k' || (i // 5) AS article_key, 1 + i // 5 AS article_number,
        (i % 5)::INTEGER AS sentence, 0 AS start_offset, 9 AS end_offset, 'The minister of place ' || (hash(i) % 5000)
        || ' said word' || (hash(i + 7) % 20000) || ' about the talks' AS text FROM range($events) AS r(i)""",
    *(
        f"""INSERT INTO entities BY NAME SELECT 'k' || (i // 5) AS article_key, 1 + i // 5 AS article_number,
        '{role[0]}' || (i % 5) AS entity_id, {_COUNTRY.replace("{salt}", str(salt))} AS country,
        {_NAME.replace("{salt}", str(other))} || country AS name, 'person' AS type, ['GOV'] AS sector,
        MAP {{}} AS identifiers FROM range($events) AS r(i)"""
        for role, salt, other in _SIDES
    ),
    """INSERT INTO entity_mentions BY NAME SELECT article_key, article_number, entity_id, 0 AS position,
        'name' AS kind, 0 AS start_offset, 4 AS end_offset, name AS text FROM entities""",
    f"""INSERT INTO events BY NAME SELECT {_KEYS}, (i % 5)::INTEGER AS position, {_TYPE} AS type, [] AS mode,
        [] AS context, 1 + (hash(i + 3000000007) % 4)::INTEGER AS quad, (hash(i + 4000000007) % 20) / 2 - 5 AS score,
        'happened' AS status, 0 AS start_offset, 4 AS end_offset, 'said' AS text, (i % 5)::INTEGER AS sentence,
        {_DAY} AS date_start, date_start AS date_end, 'day' AS date_precision,
        'Place ' || (hash(i) % 5000) AS place, [] AS attribution, 0.5 AS confidence, [] AS why,
        true AS vouched, 'author' AS told_kind, 'asserts' AS told_stance
        FROM range($events) AS r(i)""",
    *(
        f"""INSERT INTO participants BY NAME SELECT {_KEYS}, '{role}' AS role, 0 AS position,
        '{role[0]}' || (i % 5) AS entity_id, {_COUNTRY.replace("{salt}", str(salt))} AS country,
        {_NAME.replace("{salt}", str(other))} || country AS name, ['GOV'] AS sector, 0 AS start_offset,
        4 AS end_offset, 'it' AS text FROM range($events) AS r(i)"""
        for role, salt, other in _SIDES
    ),
    """INSERT INTO reports BY NAME SELECT 'j' || (number - number % 3 % 2) AS joined_id, article_key, event_id,
        1 AS score, '{}' AS telling
        FROM (SELECT article_key, event_id, (article_number - 1) * 5 + position AS number FROM events)""",
    """INSERT INTO joined_events BY NAME SELECT joined_id, type, mode, context, status, quad, score, date_start,
        date_end, date_precision, place, reports, reports AS sources, confidence, date_start AS first_published,
        date_start AS last_published, article_key, event_id, true AS vouched
        FROM (SELECT joined_id, count(*) AS reports, min((article_key, event_id)) AS lead FROM reports GROUP BY ALL)
        JOIN events AS e ON e.article_key = lead[1] AND e.event_id = lead[2]""",
    """INSERT INTO joined_participants BY NAME SELECT joined_id, role, position, name, country, sector, 1 AS supported
        FROM joined_events JOIN participants USING (article_key, event_id)""",
)


def main(arguments: Sequence[str]) -> None:
    """Make the store, and print its loading rate and how long each question takes, warm."""
    number = int(arguments[0]) if arguments else 1_000_000
    with TemporaryDirectory() as folder, open_store(Path(folder) / "synthetic.duckdb") as store:
        print(f"{number:,} events; loaded at {_load(store, number):,.0f} events/s", flush=True)
        connection = store.connection
        one, other = CODES[:2]
        page = Filters(type="PROTEST", country=one, since=date(2020, 1, 1))
        questions: dict[str, Callable[[], Sequence[Any]]] = {
            "dyad timeline": lambda: list(dyad(connection, one, other, Filters()).rows()),
            "timeline of one country": lambda: list(timeline(connection, Filters(actor=one)).rows()),
            "actor page": lambda: [astuple(actor(connection, f"Person 0 of {one}"))],  # type: ignore[arg-type]
            "filtered page of 50 events": lambda: list(events(connection, page, limit=50).rows()),
            "text search, 50 events": lambda: list(events(connection, Filters(text="said word777 "), limit=50).rows()),
        }
        for name, ask in questions.items():
            taken, rows = _warm(ask)
            print(f"{name}: {1000 * taken:.0f} ms ({rows} rows)", flush=True)


def _load(store: Store, number: int) -> float:
    begun = perf_counter()
    fill(store, number)
    fill_all_search(store.connection)
    store.connection.execute("CHECKPOINT")
    return number / (perf_counter() - begun)


def fill(store: Store, number: int) -> None:
    """Fill an empty store with so many events, but not what they are found by."""
    connection = store.connection
    connection.execute("INSERT INTO runs (run, started, version) VALUES (1, now()::TIMESTAMP, 'synthetic')")
    for statement in _LOADING:
        known = {"articles": number // _PER_ARTICLE, "events": number}
        connection.execute(statement, {name: n for name, n in known.items() if f"${name}" in statement})


def _warm(ask: Callable[[], Sequence[Any]]) -> tuple[float, int]:
    ask()
    times = []
    for _ in range(5):
        begun = perf_counter()
        rows = ask()
        times.append(perf_counter() - begun)
    return median(times), len(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
