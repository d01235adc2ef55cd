"""How fast a store answers: `python -m benchmarks.answers [EVENTS]` makes one of synthetic events and times questions.

Countries and types are skewed as in news: a few dyads hold most events. The events are made by SQL, so that the
loading rate is that of the tables and their keys, not of reading and coding. Each question is asked once to warm up;
the median of five is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from diurna.show.actor import actor
from diurna.show.answers import Filters, dyad, events
from diurna.store import Store, open_store

# A power of an even number falls as ranks in news do: the first of 200 countries takes part in a tenth of all events.
_COUNTRY = "chr(65 + ({n} // 26 % 26)::INTEGER) || chr(65 + ({n} % 26)::INTEGER) || 'X'"
_RANK = "floor(200 * pow(hash(i, {salt}) / 18446744073709551616.0, 2.2))::BIGINT"
_TYPES = ("CONSULT", "ACCUSE", "ASSAULT", "SUPPORT", "PROTEST", "COERCE", "AGREE", "THREATEN", "AID", "SANCTION")
_PER_ARTICLE = 5

_LOADING = (
    """INSERT INTO articles BY NAME SELECT 'k' || i AS article_key, 'id-' || i AS article_id, 'Title ' || i AS title,
        'Source ' || (i % 50) AS source, DATE '2015-01-01' + (i * 3650 // $articles)::INTEGER AS published,
        'en' AS language, 'text' AS text, 'coded' AS state, '{}' AS record, 'd' AS record_digest, 1 AS run
        FROM range($articles) AS r(i)""",
    """INSERT INTO sentences BY NAME SELECT 'k' || (i // 5) AS article_key, (i % 5)::INTEGER AS sentence,
        0 AS start_offset, 9 AS end_offset, 'The minister of place ' || (hash(i) % 5000) || ' said word' ||
        (hash(i, 1) % 20000) || ' about the talks' AS text FROM range($events) AS r(i)""",
    f"""INSERT INTO events BY NAME SELECT 'k' || (i // 5) AS article_key, 'e' || (i % 5) AS event_id,
        (i % 5)::INTEGER AS position,
        {list(_TYPES)}[1 + floor(10 * pow(hash(i, 2) / 18446744073709551616.0, 2))::INTEGER] AS type,
        [] AS mode, [] AS context,
        1 + (hash(i, 3) % 4)::INTEGER AS quad, (hash(i, 4) % 20) / 2 - 5 AS score,
        'happened' AS status, 0 AS start_offset, 4 AS end_offset, 'said' AS text, (i % 5)::INTEGER AS sentence,
        DATE '2015-01-01' + (i * 3650 // $events)::INTEGER AS date_start, date_start AS date_end, 'day' AS
        date_precision, 'Place ' || (hash(i) % 5000) AS place, [] AS attribution, 0.5 AS confidence, [] AS why
        FROM range($events) AS r(i)""",
    *(
        f"""INSERT INTO participants BY NAME SELECT 'k' || (i // 5) AS article_key, 'e' || (i % 5) AS event_id,
        '{role}' AS role, 0 AS position, {_COUNTRY.format(n=f"({_RANK.format(salt=salt)})")} AS country,
        'Person ' || {_RANK.format(salt=salt + 10)} || ' of ' || country AS name, ['GOV'] AS sector, 0 AS start_offset,
        4 AS end_offset, 'it' AS text FROM range($events) AS r(i)"""
        for role, salt in (("actor", 5), ("recipient", 6))
    ),
)


def main(arguments: Sequence[str]) -> None:
    """Make the store, and print its loading rate and how long each question takes, warm."""
    number = int(arguments[0]) if arguments else 1_000_000
    with TemporaryDirectory() as folder, open_store(Path(folder) / "synthetic.duckdb") as store:
        print(f"{number:,} events; loaded at {_load(store, number):,.0f} events/s", flush=True)
        connection = store.connection
        page = Filters(type="PROTEST", country="AAX", since=date(2020, 1, 1))
        questions: dict[str, Callable[[], object]] = {
            "dyad timeline": lambda: list(dyad(connection, "AAX", "ABX", Filters()).rows()),
            "actor page": lambda: actor(connection, "Person 0 of AAX"),
            "filtered page of 50 events": lambda: list(events(connection, page, limit=50).rows()),
            "text search, 50 events": lambda: list(events(connection, Filters(text="word777 "), limit=50).rows()),
        }
        for name, ask in questions.items():
            print(f"{name}: {1000 * _warm(ask):.0f} ms", flush=True)


def _load(store: Store, number: int) -> float:
    begun = perf_counter()
    store.connection.execute("INSERT INTO runs (run, started, version) VALUES (1, now()::TIMESTAMP, 'synthetic')")
    for statement in _LOADING:
        known = {"articles": number // _PER_ARTICLE, "events": number}
        store.connection.execute(statement, {name: n for name, n in known.items() if f"${name}" in statement})
    store.connection.execute("CHECKPOINT")
    return number / (perf_counter() - begun)


def _warm(ask: Callable[[], object]) -> float:
    ask()
    times = []
    for _ in range(5):
        begun = perf_counter()
        ask()
        times.append(perf_counter() - begun)
    return median(times)


if __name__ == "__main__":
    main(sys.argv[1:])
