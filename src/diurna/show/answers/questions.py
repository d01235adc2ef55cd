"""Questions to a store, each one SQL query whose rows stream."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from diurna.show.answers.filters import Filters, chosen

if TYPE_CHECKING:
    import duckdb

Step = Literal["day", "week", "month", "year"]
By = Literal["country", "name"]

_AT_ONCE = 500
_ORDER = "ORDER BY coalesce(date_start, published), article_id, start_offset, event_id"
_QUADS = """
    count(*) AS events,
    count(*) FILTER (quad = 1) AS verbal_cooperation, count(*) FILTER (quad = 2) AS material_cooperation,
    count(*) FILTER (quad = 3) AS verbal_conflict, count(*) FILTER (quad = 4) AS material_conflict,
    round(avg(score), 2) AS mean_score
"""

# The view event_table puts all events' participants together before a filter on it chooses a few. Its query, asked of
# tables that hold no more than the chosen events, gives the same rows in a fraction of the time.
_NARROWED = ", ".join(
    f"{table} AS (FROM main.{table} SEMI JOIN chosen USING ({key}))"
    for table, key in (
        ("events", "article_key, event_id"),
        ("participants", "article_key, event_id"),
        ("counts", "article_key, event_id"),
        ("attributions", "article_key"),
        ("sentences", "article_key"),
    )
)

# Every actor with every recipient; where there is no recipient ("A and B met"), actors with each other, both ways.
PAIRS = """
    SELECT a.article_key, a.event_id, a AS actor, r AS recipient, r.role = 'actor' AS mutual
    FROM participants AS a
    JOIN participants AS r ON r.article_key = a.article_key AND r.event_id = a.event_id
    WHERE a.role = 'actor' AND (r.role = 'recipient' OR (r.position <> a.position AND NOT EXISTS (
        FROM participants AS other
        WHERE other.article_key = a.article_key AND other.event_id = a.event_id AND other.role = 'recipient')))
"""


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


def events(connection: duckdb.DuckDBPyConnection, filters: Filters, limit: int | None = None) -> Answer:
    """Return the events asked for, with the columns of event_table, by date, then by article and place in it."""
    limited = ""
    if limit is not None:
        limited = f"{_ORDER.replace('article_id', 'a.article_id').replace('event_id', 'e.event_id')} LIMIT $limit"
    keys, parameters = chosen(filters, limited)
    if limit is not None:
        parameters["limit"] = limit
    return Answer(connection, f"{of_chosen(connection, keys)} FROM flat {_ORDER}", parameters)


def of_chosen(connection: duckdb.DuckDBPyConnection, keys: str) -> str:
    """Return the WITH of a query: `chosen`, the rows of `keys`, and `flat`, the rows of event_table of those events."""
    return f"WITH chosen AS MATERIALIZED ({keys}), {_NARROWED}, flat AS ({_event_table(connection)})"


def _event_table(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the query of the view event_table, as the store has it."""
    ((view,),) = connection.execute("SELECT sql FROM duckdb_views() WHERE view_name = 'event_table'").fetchall()
    return str(view).partition(" AS ")[2].rstrip("; \n")


def timeline(connection: duckdb.DuckDBPyConnection, filters: Filters, by: Step = "month") -> Answer:
    """Return a row for each period with events: its first day, how many in all and by quad class, mean score.

    An event without a date counts on its article's day of publication; one without either is in the row without a day.
    """
    keys, parameters = chosen(filters)
    sql = (
        f"WITH chosen AS ({keys}) SELECT date_trunc($by, day)::DATE AS period, {_QUADS} "
        "FROM chosen GROUP BY period ORDER BY period NULLS LAST"
    )
    return Answer(connection, sql, parameters | {"by": by})


def dyad(
    connection: duckdb.DuckDBPyConnection, first: str, second: str, filters: Filters, by: Step = "month"
) -> Answer:
    """Return a row for each period and direction of what two actors did to each other.

    Each is a country's code or part of a name. The direction is "A > B", "B > A", or "A = B" for what they did
    together ("met"). An event counts once in a direction, however many it names on either side.
    """
    keys, parameters = chosen(filters)
    is_ = "({who}.country = upper({name}) OR contains(lower(coalesce({who}.name, {who}.text)), lower({name})))"
    one_way = f"{is_.format(who='actor', name='$first')} AND {is_.format(who='recipient', name='$second')}"
    back = f"{is_.format(who='actor', name='$second')} AND {is_.format(who='recipient', name='$first')}"
    sql = f"""
        WITH chosen AS ({keys}), pairs AS ({PAIRS}), ways AS (
            SELECT DISTINCT article_key, event_id, CASE
                WHEN mutual THEN $first || ' = ' || $second
                WHEN {one_way} THEN $first || ' > ' || $second
                ELSE $second || ' > ' || $first END AS direction
            FROM pairs WHERE ({one_way}) OR (NOT mutual AND {back}))
        SELECT date_trunc($by, day)::DATE AS period, direction, {_QUADS}
        FROM chosen JOIN ways USING (article_key, event_id)
        GROUP BY period, direction ORDER BY period NULLS LAST, direction
    """
    return Answer(connection, sql, parameters | {"first": first, "second": second, "by": by})


def network(connection: duckdb.DuckDBPyConnection, filters: Filters, by: By = "country") -> Answer:
    """Return a row for each pair of which one acts on the other: actor, recipient, events by quad class, mean score.

    Those who act together without a recipient ("met") are a pair once, in the order of the alphabet, and `mutual`.
    `by` says what a node is: a country's code, or a name. Who has none is left out.
    """
    keys, parameters = chosen(filters)
    node = "{who}.country" if by == "country" else "coalesce({who}.name, {who}.text)"
    sql = f"""
        WITH chosen AS ({keys}), pairs AS ({PAIRS}), edges AS (
            SELECT DISTINCT article_key, event_id,
                {node.format(who="actor")} AS who, {node.format(who="recipient")} AS whom, mutual FROM pairs)
        SELECT who AS actor, whom AS recipient, mutual, {_QUADS}
        FROM chosen JOIN edges USING (article_key, event_id)
        WHERE who IS NOT NULL AND whom IS NOT NULL AND (NOT mutual OR who < whom)
        GROUP BY who, whom, mutual ORDER BY events DESC, who, whom, mutual
    """
    return Answer(connection, sql, parameters)
