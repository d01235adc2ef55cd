"""Questions to a store, each one SQL query whose rows stream."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from diurna.show.answers.filters import Each, Filters, chosen, is_code

if TYPE_CHECKING:
    import duckdb

Step = Literal["day", "week", "month", "year"]
By = Literal["country", "name"]

_AT_ONCE = 500
_DAY = "coalesce(date_start, published)"
_ORDER = f"ORDER BY {_DAY}, article_id, start_offset, event_id"
_QUADS = """
    count(*) AS events,
    count(*) FILTER (quad = 1) AS verbal_cooperation, count(*) FILTER (quad = 2) AS material_cooperation,
    count(*) FILTER (quad = 3) AS verbal_conflict, count(*) FILTER (quad = 4) AS material_conflict,
    round(avg(score), 2) AS mean_score
"""

# The views event_table and joined_table put all events' participants together before a filter on them chooses a few.
# Their queries, asked of tables that hold no more than the chosen events, give the same rows in a fraction of the time.
_NARROWED = """
    numbers AS MATERIALIZED (SELECT DISTINCT article_number FROM chosen),
    articles AS (FROM main.articles SEMI JOIN numbers USING (article_number)),
    events AS (FROM (FROM main.events SEMI JOIN numbers USING (article_number))
        SEMI JOIN chosen USING (article_number, event_id)),
    sentences AS (FROM (FROM main.sentences SEMI JOIN numbers USING (article_number))
        SEMI JOIN chosen USING (article_number, sentence))
"""
_NARROWED_REPORTS = """
    participants AS (FROM (FROM main.participants SEMI JOIN numbers USING (article_number))
        SEMI JOIN chosen USING (article_number, event_id)),
    counts AS (FROM (FROM main.counts SEMI JOIN numbers USING (article_number))
        SEMI JOIN chosen USING (article_number, event_id))
"""
# Who takes part, and how many, comes from the joined event, not from the report that stands for it.
_NARROWED_EVENTS = "participants AS (FROM main.participants WHERE false), counts AS (FROM main.counts WHERE false)"
_JOINED = ("joined_events", "joined_participants", "joined_counts")
_BY_INDEX = 400  # events that are looked up by the index of their ids; for more a reading of the whole table is cheaper

# Of what events are found by, that which their rows are then found by, and its types.
_KEYS: dict[Each, dict[str, str]] = {
    "report": {"article_number": "BIGINT", "event_id": "VARCHAR", "sentence": "INTEGER", "first_day": "DATE"},
    "event": {
        "joined_id": "VARCHAR",
        "article_number": "BIGINT",
        "event_id": "VARCHAR",
        "sentence": "INTEGER",
        "first_day": "DATE",
    },
}

# Every actor with every recipient; where there is no recipient ("A and B met"), actors with each other, both ways.
_PAIRS = """
    SELECT {key}, a AS actor, r AS recipient, r.role = 'actor' AS mutual
    FROM those AS a JOIN those AS r USING ({key})
    WHERE a.role = 'actor' AND (r.role = 'recipient' OR (r.position <> a.position AND NOT EXISTS (
        FROM those AS other WHERE {same} AND other.role = 'recipient')))
"""


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted: its key, the table of who takes part, and how such a one is called there."""

    key: str
    who: str
    named: str

    def pairs(self) -> str:
        """Return the queries `those`, who takes part in the chosen events, and `pairs` of them."""
        same = " AND ".join(f"other.{one} = a.{one}" for one in self.key.split(", "))
        return (
            f"those AS (SELECT {self.key}, role, position, country, {self.named} AS name FROM {self.who} "
            f"SEMI JOIN chosen USING ({self.key})), pairs AS ({_PAIRS.format(key=self.key, same=same)})"
        )


_COUNTED: dict[Each, _Counted] = {
    "report": _Counted("article_number, event_id", "participants", "coalesce(name, text)"),
    "event": _Counted("joined_id", "joined_participants", "name"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A question as SQL with its parameters; `rows` asks it."""

    connection: duckdb.DuckDBPyConnection
    sql: str
    parameters: dict[str, Any]

    def asked(self) -> duckdb.DuckDBPyConnection:
        """Return a cursor of its own on which the question has been asked."""
        return self.connection.cursor().execute(self.sql, self.parameters)

    def columns(self) -> list[str]:
        """Return the names of the columns, without reading a row."""
        return [
            column[0] for column in self.connection.cursor().execute(f"DESCRIBE {self.sql}", self.parameters).fetchall()
        ]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield the rows, a few hundred read at a time."""
        cursor = self.asked()
        while some := cursor.fetchmany(_AT_ONCE):
            yield from some


def events(
    connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int | None = None, each: Each = "event"
) -> Answer:
    """Return the events asked for, with the columns of joined_table (of reports: event_table), by date.

    Events of one day stand in the order of their articles' ids and of their places there.
    """
    keys, parameters = chosen(connection, filters, each, ", ".join(_KEYS[each]))
    if limit is None:
        return Answer(connection, f"{of_chosen(connection, keys, each)} FROM flat {_ORDER}", parameters)
    # Of those of one day all are taken, so that the order within it is that of the whole answer.
    first = (
        f"WITH all_chosen AS MATERIALIZED ({keys}), "
        "days AS (SELECT first_day FROM all_chosen ORDER BY first_day LIMIT $limit) "
        "SELECT * FROM all_chosen WHERE first_day <= (SELECT max(first_day) FROM days) "
        "OR (SELECT count(first_day) FROM days) < $limit"
    )
    found = connection.execute(first, parameters | {"limit": limit}).fetchall()
    before, values = _of_found(connection, found, each)
    return Answer(connection, f"{before} FROM flat {_ORDER} LIMIT $limit", values | {"limit": limit})


def of_chosen(connection: duckdb.DuckDBPyConnection, keys: str, each: Each = "report", ids: str = "") -> str:
    """Return the WITH of a query: `chosen`, the rows of `keys`, and `flat`, these events' rows of the view.

    `ids` are parameters that hold the ids of the joined events of `keys`, where they are known and few.
    """
    narrowed = f"WITH chosen AS MATERIALIZED ({keys}), {_NARROWED}"
    if each == "report":
        return f"{narrowed}, {_NARROWED_REPORTS}, flat AS ({_view(connection, 'event_table')})"
    # An index is asked for constants only, not for what is to be joined. A view within a view, made first, takes
    # far less planning than all of their joins at once.
    first = "MATERIALIZED " if ids else ""
    those = f"WHERE joined_id IN ({ids})" if ids else "SEMI JOIN chosen USING (joined_id)"
    joined = ", ".join(f"{table} AS (FROM main.{table} {those})" for table in _JOINED)
    return (
        f"{narrowed}, {_NARROWED_EVENTS}, {joined}, event_table AS {first}({_view(connection, 'event_table')}), "
        f"flat AS ({_view(connection, 'joined_table')})"
    )


def _of_found(
    connection: duckdb.DuckDBPyConnection, found: Sequence[tuple[Any, ...]], each: Each
) -> tuple[str, dict[str, Any]]:
    """Return the WITH of a query for events whose keys were found already, and its parameters."""
    types = _KEYS[each]
    keys = "SELECT " + ", ".join(f"unnest($of_{name}::{kind}[]) AS {name}" for name, kind in types.items())
    columns = zip(*found, strict=True) if found else [()] * len(types)
    values: dict[str, Any] = {f"of_{name}": list(of) for name, of in zip(types, columns, strict=True)}
    ids = {f"id{n}": id for n, id in enumerate(values.get("of_joined_id", ()))}
    if not 0 < len(ids) <= _BY_INDEX:
        return of_chosen(connection, keys, each), values
    return of_chosen(connection, keys, each, ", ".join(f"${name}" for name in ids)), values | ids


def _view(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Return the query of a view, as the store has it, without its order, which goes by the rows of whole tables."""
    ((view,),) = connection.execute("SELECT sql FROM duckdb_views() WHERE view_name = ?", [name]).fetchall()
    return re.sub(r"\s+ORDER BY a\.rowid[^()]*$", "", str(view).partition(" AS ")[2].rstrip("; \n"))


def timeline(
    connection: duckdb.DuckDBPyConnection, filters: Filters, by: Step = "month", each: Each = "event"
) -> Answer:
    """Return a row for each period with events: its first day, how many in all and by quad class, mean score.

    An event without a date counts on the day of publication; one without either is in the row without a day.
    """
    keys, parameters = chosen(connection, filters, each)
    sql = (
        f"WITH chosen AS ({keys}) SELECT date_trunc($by, first_day)::DATE AS period, {_QUADS} "
        "FROM chosen GROUP BY period ORDER BY period NULLS LAST"
    )
    return Answer(connection, sql, parameters | {"by": by})


def dyad(
    connection: duckdb.DuckDBPyConnection,
    first: str,
    second: str,
    filters: Filters,
    by: Step = "month",
    each: Each = "event",
) -> Answer:
    """Return a row for each period and direction of what two actors did to each other.

    Each is a country's code in capitals, or part of a name. The direction is "A > B", "B > A", or "A = B" for what they
    did together ("met"). An event counts once in a direction, however many it names on either side.
    """
    keys, parameters = chosen(connection, filters, each)
    parameters |= {"first": first, "second": second, "by": by}
    ways = _ways_of_codes if is_code(first) and is_code(second) and first != second else _ways_of_names
    sql = f"""
        WITH asked AS ({keys}), {ways(first, second, _COUNTED[each])}
        SELECT date_trunc($by, first_day)::DATE AS period, direction, {_QUADS}
        FROM ways GROUP BY period, direction ORDER BY period NULLS LAST, direction
    """
    return Answer(connection, sql, parameters)


def _ways_of_codes(first: str, second: str, counted: _Counted) -> str:
    """Return the query `ways` of two countries, which reads no table but the one that events are found by."""

    def among(side: str, who: str) -> str:
        return f"contains({side}, '|' || ${who} || '|')"

    one_way = f"{among('actors', 'first')} AND {among('recipients', 'second')}"
    back = f"{among('actors', 'second')} AND {among('recipients', 'first')}"
    both = f"recipients = '' AND {among('actors', 'first')} AND {among('actors', 'second')}"
    return f"""
        met AS (
            SELECT first_day, quad, score, {one_way} AS there, {back} AS back, {both} AS together
            FROM asked WHERE ({one_way}) OR ({back}) OR ({both})),
        ways AS (
            SELECT first_day, quad, score, $first || ' > ' || $second AS direction FROM met WHERE there
            UNION ALL SELECT first_day, quad, score, $second || ' > ' || $first FROM met WHERE back
            UNION ALL SELECT first_day, quad, score, $first || ' = ' || $second FROM met WHERE together)
    """


def _ways_of_names(first: str, second: str, counted: _Counted) -> str:
    """Return the query `ways` of two of whom one is part of a name: who is who, the table of participants tells."""

    def among(who: str, value: str) -> str:
        sides = "concat(actors, recipients)", "concat(actor_names, '|', recipient_names)"
        code = f"contains({sides[0]}, '|' || upper(${who}) || '|')"
        return code if is_code(value) else f"({code} OR contains({sides[1]}, lower(${who})))"

    def is_(side: str, who: str, value: str) -> str:
        code = f"{side}.country = upper(${who})"
        return code if is_code(value) else f"({code} OR contains(lower({side}.name), lower(${who})))"

    one_way = f"{is_('actor', 'first', first)} AND {is_('recipient', 'second', second)}"
    back = f"{is_('actor', 'second', second)} AND {is_('recipient', 'first', first)}"
    return f"""
        chosen AS MATERIALIZED (FROM asked WHERE {among("first", first)} AND {among("second", second)}),
        {counted.pairs()},
        directed AS (
            SELECT DISTINCT {counted.key}, CASE
                WHEN mutual THEN $first || ' = ' || $second
                WHEN {one_way} THEN $first || ' > ' || $second
                ELSE $second || ' > ' || $first END AS direction
            FROM pairs WHERE ({one_way}) OR (NOT mutual AND {back})),
        ways AS (SELECT first_day, quad, score, direction FROM chosen JOIN directed USING ({counted.key}))
    """


def network(
    connection: duckdb.DuckDBPyConnection, filters: Filters, by: By = "country", each: Each = "event"
) -> Answer:
    """Return a row for each pair of which one acts on the other: actor, recipient, events by quad class, mean score.

    Those who act together without a recipient ("met") are a pair once, in the order of the alphabet, and `mutual`.
    `by` says what a node is: a country's code, or a name. Who has none is left out.
    """
    keys, parameters = chosen(connection, filters, each)
    counted = _COUNTED[each]
    sql = f"""
        WITH chosen AS ({keys}), {counted.pairs()}, edges AS (
            SELECT DISTINCT {counted.key}, actor.{by} AS who, recipient.{by} AS whom, mutual FROM pairs)
        SELECT who AS actor, whom AS recipient, mutual, {_QUADS}
        FROM chosen JOIN edges USING ({counted.key})
        WHERE who IS NOT NULL AND whom IS NOT NULL AND (NOT mutual OR who < whom)
        GROUP BY who, whom, mutual ORDER BY events DESC, who, whom, mutual
    """
    return Answer(connection, sql, parameters)
