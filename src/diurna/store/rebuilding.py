"""Join all events of a store anew, a few hundred articles at a time, so that a kill loses little."""

from __future__ import annotations

import json

from diurna.store.merging import Merger
from diurna.store.record_read import from_json
from diurna.store.tables import find, transaction

UNMERGED = "unmerged"
"""The key in `meta` that says that some articles' events are not joined yet."""

BATCH = 256
JOINED_TABLES = (
    "copies", "copy_bands", "event_blocks", "reports", "joined_fields", "joined_counts", "joined_participants",
    "joined_events", "joined_search", "crowds",
)  # fmt: skip


def forget(merger: Merger) -> None:
    """Delete all that was joined; what people decided stays."""
    with transaction(merger.connection):
        for table in JOINED_TABLES:
            merger.connection.execute(f"DELETE FROM {table}")
        merger.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, 'yes')", [UNMERGED])
    merger.forget()


def merge_rest(merger: Merger) -> None:
    """Join the events of the articles that are not joined yet, in the order in which they were published."""
    waiting = [
        key
        for (key,) in merger.connection.execute(
            "SELECT article_key FROM articles ANTI JOIN copies USING (article_key) WHERE state = 'coded' "
            "ORDER BY published, article_key"
        ).fetchall()
    ]
    for at in range(0, len(waiting), BATCH):
        some = waiting[at : at + BATCH]
        lines = find(merger.connection, "articles", "article_key, record", "article_key", some)
        records = {key: from_json(json.loads(line)) for key, line in lines}
        with transaction(merger.connection):
            merger.merge({key: records[key] for key in some})
    merger.settle()
    merger.connection.execute("DELETE FROM meta WHERE key = ?", [UNMERGED])
