"""How fast the desk answers: `python -m benchmarks.desk [EVENTS] [SECONDS] [READERS] [STORE]`.

A store of synthetic events (a million where none is said) is made as in `benchmarks.answers`, with entities,
quotations, joined events and one article that is really coded; STORE keeps it for the next time. `diurna serve` is
started on it, as a process of its own. First each page and each answer of the API is asked one after the other, each
once to warm up: the median of five and the longest are printed. Then READERS (200) read at the same time for SECONDS
(60), each over a connection of its own, a page or an answer at random and then the next, without a pause: how many
answers there were, how many errors, and how long they took (p50, p99, longest).
"""

from __future__ import annotations

from benchmarks.answers import _load
from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.store import Store

_TEXT = (
    "LIMA, March 4 (Reuters) - Police arrested 14 striking teachers in Lima on Monday, the interior ministry said. "
    "President Pedro Castillo met union leaders on Tuesday. \"The government must keep its word,\" said Ana Rojas, "
    "who leads the union. Rebels attacked a convoy near Ayacucho and killed three soldiers, the army said."
)

_MORE = (
    """INSERT INTO entities BY NAME SELECT DISTINCT article_key, 'n-' || name AS entity_id, name, 'person' AS type,
        country, sector, NULL AS wikidata, MAP {} AS identifiers FROM participants""",
    "UPDATE participants SET entity_id = 'n-' || name",
    """INSERT INTO entity_mentions BY NAME SELECT article_key, entity_id, 0 AS position, 'name' AS kind,
        0 AS start_offset, 4 AS end_offset, name AS text FROM entities""",
    """INSERT INTO roles BY NAME SELECT article_key, entity_id, 0 AS position, 'Minister' AS title, country AS of_what,
        0 AS start_offset, 4 AS end_offset, 'it' AS text FROM entities WHERE hash(article_key) % 4 = 0""",
    """INSERT INTO attributions BY NAME SELECT article_key, 'a-' || event_id AS attribution_id, 0 AS position,
        entity_id, name AS source_name, 0 AS start_offset, 4 AS end_offset, 'said' AS text,
        CAST([] AS STRUCT(start_offset INTEGER, end_offset INTEGER, text VARCHAR)[]) AS parts, 'direct' AS form,
        'named' AS kind, 'asserts' AS stance FROM participants WHERE role = 'actor' AND hash(article_key) % 2 = 0""",
    """INSERT INTO claims BY NAME SELECT article_key, 0 AS position, 'first' AS kind, 0 AS start_offset,
        4 AS end_offset, 'first' AS text, 'e0' AS event_id FROM articles WHERE hash(article_key) % 20 = 0""",
    """INSERT INTO places BY NAME SELECT article_key, position, place AS name, text: 'it', start_offset, end_offset
        FROM events""",
    """INSERT INTO joined_events BY NAME SELECT 'j-' || article_key || event_id AS joined_id, type, mode, context,
        status, quad, score, date_start, date_end, date_precision, place, 2 AS reports, 2 AS sources, confidence,
        date_start AS first_published, date_start AS last_published, article_key, event_id
        FROM events WHERE event_id <> 'e4'""",
    """INSERT INTO reports BY NAME SELECT 'j-' || article_key || CASE event_id WHEN 'e4' THEN 'e3' ELSE event_id END
        AS joined_id, article_key, event_id, 1 AS score, 'Source' AS source, 't' AS telling FROM events""",
    """INSERT INTO joined_participants BY NAME SELECT 'j-' || article_key || event_id AS joined_id, role, position, name,
        country, sector, 1 AS supported FROM participants WHERE event_id <> 'e4'""",
)


def load(store: Store, events: int) -> None:
    """Fill an empty store with synthetic events, and one article that is really coded."""
    _load(store, events)
    for statement in _MORE:
        store.connection.execute(statement)
    store.keep(code_articles([article_of({"text": _TEXT, "id": "lima", "published": "2024-03-05"})]))
    store.connection.execute("CHECKPOINT")
