"""Events of many actors and recipients as pairs: compound actors become one row for each source and target."""

from __future__ import annotations

# Each actor with each recipient. Without recipients, actors with each other both ways, as ICEWS and GDELT code a
# meeting. One side alone stays, with nobody on the other. Only what happened: these forms cannot say that an event was
# denied, planned or only supposed, so that a script would count it as done.
_PAIRS = """
    happened AS (FROM {events} WHERE status IN ('happened', 'historical')),
    acting AS (FROM participants WHERE role = 'actor'),
    receiving AS (FROM participants WHERE role = 'recipient'),
    pairs AS (
        SELECT e.article_key, e.event_id, a AS actor, r AS recipient
        FROM happened AS e
        LEFT JOIN acting AS a ON a.article_key = e.article_key AND a.event_id = e.event_id
        LEFT JOIN receiving AS r ON r.article_key = e.article_key AND r.event_id = e.event_id
        WHERE r.event_id IS NOT NULL
            OR (SELECT count(*) FROM acting AS o WHERE o.article_key = e.article_key AND o.event_id = e.event_id) < 2
        UNION ALL
        SELECT a.article_key, a.event_id, a AS actor, o AS recipient
        FROM happened AS e
        JOIN acting AS a ON a.article_key = e.article_key AND a.event_id = e.event_id
        JOIN acting AS o ON o.article_key = a.article_key AND o.event_id = a.event_id AND o.position <> a.position
        WHERE NOT EXISTS (FROM receiving AS r WHERE r.article_key = e.article_key AND r.event_id = e.event_id)
    ),
    numbered AS (
        SELECT *,
            -- Below 2^53, so that any program can hold it; the same event and pair have the same number anywhere.
            md5_number_lower(concat_ws('|', article_key, event_id, actor.role, actor.position, recipient.role,
                recipient.position)) % 9007199254740992 AS number
        FROM pairs
    )
"""


def pairs(events: str = "events") -> str:
    """Return the queries `pairs` and `numbered`, for a WITH, of the events of that table or query."""
    return _PAIRS.format(events=events)


ORDER = (
    "ORDER BY coalesce(e.date_start, a.published), a.article_id, article_key, e.position, "
    "actor.position, recipient.position"
)
