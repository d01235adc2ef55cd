"""Joined events that very many reports tell: the reports that stand for all, and of how many their rows say.

Were all reports of such an event read and its rows written at each new one, an article would cost the more the more
came before. So a new report is compared with those that stand here; the rows are made anew when there is a quarter
more to say, and at the end of a run.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.merge.across import Joined, Telling, from_line, to_line
from diurna.store.joined_rows import number_of
from diurna.store.tables import delete, find_by_number, insert

if TYPE_CHECKING:
    import duckdb

MANY = 16
"""From so many reports on an event is a crowd: twice as many as stand for it."""

_MORE = 1.25
_SETTLED = 64  # crowds whose rows are made at a time, when a run ends


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many reports there are, how many its rows tell of, and those that stand for all."""

    reports: int
    shown: int
    stands: tuple[Telling, ...]

    def is_due(self, reports: int) -> bool:
        """Return whether there are so many reports by now that its rows are to be made anew."""
        return reports >= self.shown * _MORE


def crowds_of(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> dict[int, Crowd]:
    """Return the crowds among joined events, by their ids as numbers."""
    columns = "joined_number, reports, shown, stands"
    rows = find_by_number(connection, "crowds", columns, "joined_number", numbers)
    return {number: Crowd(reports, shown, tuple(map(from_line, lines))) for number, reports, shown, lines in rows}


def write_crowds(
    connection: duckdb.DuckDBPyConnection,
    types: str,
    before: Mapping[int, Crowd],
    changed: Sequence[Joined],
    gone: Collection[int],
) -> None:
    """Write what is new of the crowds among changed events; those whose reports are all at hand have new rows.

    `types` are those of the table's columns.
    """
    larger: dict[int, int] = {}
    rows = []
    stale = set(gone) & before.keys()
    for event in changed:
        number = number_of(event.id)
        crowd = before.get(number)
        if crowd and event.away and list(crowd.stands) == event.sample:
            larger[number] = event.size
            continue
        if crowd:
            stale.add(number)
        if event.size >= MANY:
            shown = crowd.shown if crowd and event.away else event.size
            lines = [to_line(telling) for telling in event.sample]
            rows.append({"joined_number": number, "reports": event.size, "shown": shown, "stands": lines})
    delete(connection, "crowds", "joined_number", sorted(stale))
    insert(connection, "crowds", types, rows)
    if larger:
        connection.execute(
            "UPDATE crowds SET reports = larger.reports FROM "
            "(SELECT unnest(?::BIGINT[]) AS joined_number, unnest(?::INTEGER[]) AS reports) AS larger "
            "WHERE crowds.joined_number = larger.joined_number",
            [list(larger), list(larger.values())],
        )


def unsettled(connection: duckdb.DuckDBPyConnection) -> list[int]:
    """Return some crowds whose rows tell of fewer reports than there are, by their ids as numbers."""
    rows = connection.execute(
        f"SELECT joined_number FROM crowds WHERE reports > shown ORDER BY reports LIMIT {_SETTLED}"
    ).fetchall()
    return [number for (number,) in rows]
