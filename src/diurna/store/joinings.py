"""People's decisions that reports are of one event, or of two: kept, carried out, taken back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from diurna.merge.across import Key, Telling
from diurna.store.merging import Merger
from diurna.store.opening import StoreError
from diurna.store.record_read import from_json
from diurna.store.tables import find, transaction


def decide(
    merger: Merger, kind: str, one: Sequence[Key], other: Sequence[Key], by: str, note: str | None = None
) -> str:
    """Keep and carry out that the reports of both sides are of one event ("join"), or those of `one` of another than
    all that they were joined with ("split"); return the id of the event that `one` is of then.

    Raises StoreError where a report is not there, or where there is nothing to split off.
    """
    joining, _ = merger.around({article for article, _ in (*one, *other)})
    at_hand = {key: telling for event in joining.events.values() for key, telling in event.tellings.items()}
    for article, event in (*one, *other):
        if (article, event) not in at_hand:
            raise StoreError(f"there is no report {event} of article {article!r} in the store; see the table reports")
    if kind == "split":
        ids = {joining.event_of(key) for key in one}
        if len(ids) != 1:
            raise StoreError("the reports are not of one joined event; split one event at a time")
        (id,) = ids
        other = [key for key in joining.events[str(id)].tellings if key not in set(one)]
    if not one or not other:
        raise StoreError(f"there is nothing to {kind}: name some reports of the event, not none or all of them")
    with transaction(merger.connection):
        _note(merger, kind, [at_hand[key] for key in one], [at_hand[key] for key in other], by, note)
        joining, stored = merger.around({article for article, _ in (*one, *other)})
        made = joining.apart(one) if kind == "split" else joining.together([*one, *other])
        assert made is not None
        merger.write(joining, stored)
    return made


def undo(merger: Merger, decision: int) -> None:
    """Take a decision back, and join the articles that it points at anew; raises StoreError where there is none."""
    connection = merger.connection
    rows = connection.execute(
        "SELECT DISTINCT article_key FROM joining_anchors WHERE decision = ?", [decision]
    ).fetchall()
    if not rows:
        raise StoreError(f"there is no decision {decision}; see the table joinings")
    lines = find(connection, "articles", "article_key, record", "article_key", sorted(key for (key,) in rows))
    with transaction(connection):
        connection.execute("DELETE FROM joining_anchors WHERE decision = ?", [decision])
        connection.execute("DELETE FROM joinings WHERE decision = ?", [decision])
        again = {key: from_json(json.loads(line)) for key, line in lines}
        merger.merge(again, again)


def _note(
    merger: Merger, kind: str, one: Sequence[Telling], other: Sequence[Telling], by: str, note: str | None
) -> None:
    found = merger.connection.execute(
        'INSERT INTO joinings (decision, made, "by", kind, note) '
        "SELECT coalesce(max(decision), 0) + 1, ?, ?, ?, ? FROM joinings RETURNING decision",
        [datetime.now(UTC).replace(tzinfo=None), by, kind, note],
    ).fetchone()
    assert found is not None
    merger.connection.executemany(
        "INSERT INTO joining_anchors VALUES (?, ?, ?, ?, ?, ?)",
        [
            [found[0], side, told.article_key, told.start, told.end, told.type]
            for side, tellings in (("a", one), ("b", other))
            for told in tellings
        ],
    )
