"""How fast the desk answers: `python -m benchmarks.desk [EVENTS] [SECONDS] [READERS] [STORE]`.

A store of synthetic events (a million where none is said) is made as in `benchmarks.answers`, with entities,
quotations, joined events and one article that is really coded; STORE keeps it for the next time. `diurna serve
--read-only` is started on it, as a process of its own. First each page and each answer of the API is asked one after
the other, each time of another day, place or actor where it has one, so that nothing kept from before answers: the
median of five and the longest are printed, and how much of a core's time an answer takes. Then READERS (200) read at
the same time for SECONDS (60), each over a connection of its own, without a pause: half of the time one of the first
pages, else one of some 120 others, none of which was asked for before. Printed are how many answers there were, how
many were errors, and how long they took (p50, p99, longest).
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote

from benchmarks.answers import CODES, fill
from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.store import Store, open_store
from diurna.store.searching import fill_all_search

_PORT = 8765
_OTHERS = 10  # of each kind
_FIRST = ("/", "/events", "/articles", "/actors", "/places", "/quotations", "/claims", "/runs", "/queue")

_TEXT = (
    "LIMA, March 4 (Reuters) - Police arrested 14 striking teachers in Lima on Monday, the interior ministry said. "
    'President Pedro Castillo met union leaders on Tuesday. "The government must keep its word," said Ana Rojas, '
    "who leads the union. Rebels attacked a convoy near Ayacucho and killed three soldiers, the army said."
)

_MORE = (
    "UPDATE events SET confidence = 0.3 + (hash(article_key, event_id) % 700) / 1000",
    """INSERT INTO roles BY NAME SELECT article_key, article_number, entity_id, 0 AS position, 'Minister' AS title,
        country AS of_what, 0 AS start_offset, 4 AS end_offset, 'it' AS text FROM entities
        WHERE hash(article_key) % 4 = 0""",
    """INSERT INTO attributions BY NAME SELECT article_key, article_number, 'a-' || event_id AS attribution_id,
        0 AS position, entity_id, name AS source_name, 0 AS start_offset, 4 AS end_offset, 'said' AS text,
        CAST([] AS STRUCT(start_offset INTEGER, end_offset INTEGER, text VARCHAR)[]) AS parts, 'direct' AS form,
        'named' AS kind, 'asserts' AS stance FROM participants WHERE role = 'actor' AND hash(article_key) % 2 = 0""",
    """INSERT INTO claims BY NAME SELECT article_key, article_number, 0 AS position, 'first' AS kind,
        0 AS start_offset, 4 AS end_offset, 'first' AS text, 'e0' AS event_id FROM articles
        WHERE hash(article_key) % 20 = 0""",
    """INSERT INTO places BY NAME SELECT article_key, article_number, position, place AS name, text: 'it',
        start_offset, end_offset FROM events""",
)


def load(store: Store, events: int) -> None:
    """Fill an empty store with synthetic events, and one article that is really coded."""
    fill(store, events)
    for statement in _MORE:
        store.connection.execute(statement)
    fill_all_search(store.connection)
    store.keep(code_articles([article_of({"text": _TEXT, "id": "lima", "published": "2024-03-05"})]))
    store.connection.execute("CHECKPOINT")


def main(arguments: Sequence[str]) -> None:
    """Make the store, start the desk on it, and print how long it takes to answer one reader, then many."""
    events, seconds, readers = (int(told) for told in [*arguments[:3], *("1000000", "60", "200")[len(arguments[:3]) :]])
    with TemporaryDirectory() as folder:
        path = Path(arguments[3]) if len(arguments) > 3 else Path(folder) / "synthetic.duckdb"
        if not path.exists():
            with open_store(path) as store:
                load(store, events)
        asked = questions(path)
        with _served(path) as server:
            for name, addresses in asked.items():
                asyncio.run(_timed(addresses[0]))
                begun = _processor(server)
                times = [asyncio.run(_timed(address)) for address in addresses[1:6]]
                used = (_processor(server) - begun) / len(times)
                took = f"{1000 * median(times):.0f} ms, at most {1000 * max(times):.0f} ms"
                print(f"{name}: {took}; {1000 * used:.0f} ms of a core", flush=True)
        others = [address for addresses in asked.values() for address in addresses[:_OTHERS]]
        with _served(path):
            _print_many(asyncio.run(_many(others, seconds, readers)), seconds, readers, len({*others, *_FIRST}))


def questions(path: Path) -> dict[str, list[str]]:
    """Return addresses by what they are, each list of at least six that are of different days, places or actors."""
    with open_store(path, read_only=True) as store:
        ask = store.connection.execute
        actors = [
            quote(one) for (one,) in ask("SELECT DISTINCT name FROM entities ORDER BY hash(name) LIMIT 60").fetchall()
        ]
        events = ask(
            "SELECT article_key, event_id FROM events JOIN articles USING (article_key) "
            "WHERE article_id = 'lima' ORDER BY event_id"
        ).fetchall()
    days = [f"{year}-{month:02}-01" for year in range(2016, 2024) for month in range(1, 13)]
    types = ("PROTEST", "COERCE", "ASSAULT", "AID", "AGREE", "SANCTION")
    asked = {
        "events, page": [f"/events?to={day}" for day in days],
        "events of a type and country, page": [
            f"/events?type={type}&country={CODES[10]}&to={days[n]}" for n, type in enumerate(types)
        ],
        "events by a word, page": [f"/events?text=word{n}+" for n in range(70, 100)],
        "event, page": [f"/events/{key}/{event}?part={n}" for n in range(6) for key, event in events[:1]],
        "article, page": [f"/articles/{events[0][0]}?part={n}" for n in range(6)],
        "actor, page": [f"/actors/{actor}" for actor in actors],
        "place, page": [f"/places/Place%20{n}" for n in range(60)],
        "quotations, page": [f"/quotations?speaker={actor}" for actor in actors],
        "events, API": [f"/api/events?to={day}" for day in days],
        "events by confidence, API": [f"/api/events?sort=confidence&from={day}" for day in days[:20]],
        "timeline of a country, API": [f"/api/timeline?country={code}" for code in CODES[:6]],
    }
    return asked | {f"{page}, page": [f"{page}?part={n}" for n in range(6)] for page in _FIRST}


@contextmanager
def _served(path: Path) -> Iterator[int]:
    """Run the desk on a store, from when it answers; give the number of its process."""
    command = [sys.executable, "-m", "diurna", "serve", str(path), "--read-only", "--port", str(_PORT)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as desk:
        try:
            for _ in range(600):
                time.sleep(0.1)
                try:
                    asyncio.run(_timed("/login"))
                    break
                except OSError:
                    continue
            yield desk.pid
        finally:
            desk.terminate()


def _processor(process: int) -> float:
    """Return how many seconds of the processors' time a process has had."""
    told = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


async def _timed(address: str) -> float:
    """Return how many seconds an answer takes over a new connection; raises ValueError where it is an error."""
    reader, writer = await asyncio.open_connection("127.0.0.1", _PORT)
    begun = time.perf_counter()
    status = await _ask(reader, writer, address)
    took = time.perf_counter() - begun
    writer.close()
    if status != 200:
        raise ValueError(f"{address}: {status}")
    return took


async def _many(addresses: Sequence[str], seconds: int, readers: int) -> list[tuple[float, int]]:
    """Return for each answer that all readers had how many seconds it took, and its status (0 for none)."""
    end = time.perf_counter() + seconds

    async def read(number: int) -> list[tuple[float, int]]:
        chosen = random.Random(number)
        found = []
        reader, writer = await asyncio.open_connection("127.0.0.1", _PORT)
        while (begun := time.perf_counter()) < end:
            address = chosen.choice(_FIRST if chosen.random() < 0.5 else addresses)
            try:
                status = await _ask(reader, writer, address)
            except (OSError, ValueError, asyncio.IncompleteReadError):
                status = 0
                reader, writer = await asyncio.open_connection("127.0.0.1", _PORT)
            found.append((time.perf_counter() - begun, status))
        writer.close()
        return found

    return [one for found in await asyncio.gather(*map(read, range(readers))) for one in found]


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str) -> int:
    """Ask for an address, read the whole answer, and return its status."""
    writer.write(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{_PORT}\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = head.partition("content-length:")[2].partition("\r\n")[0]
    await reader.readexactly(int(length))
    return int(head.split(" ", 2)[1])


def _print_many(found: Sequence[tuple[float, int]], seconds: int, readers: int, addresses: int) -> None:
    errors = sum(status != 200 for _, status in found)
    print(f"{readers} readers, {seconds} s, {addresses} addresses: {len(found):,} answers, {errors} errors")
    cuts = quantiles([took for took, _ in found], n=100)
    longest = max(took for took, _ in found)
    print(f"p50 {1000 * cuts[49]:.0f} ms, p99 {1000 * cuts[98]:.0f} ms, longest {1000 * longest:.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
