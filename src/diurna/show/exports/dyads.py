"""Dyads as ICEWS gives them: a row for each source and target of what happened, with a CAMEO code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diurna.show.exports.flat import tabbed
from diurna.show.exports.pairs import ORDER, pairs

if TYPE_CHECKING:
    import duckdb

HEADER = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip

_QUERY = f"""
    WITH {pairs()}
    SELECT number, coalesce(e.date_start, a.published),
        coalesce(actor.name, actor.text), array_to_string(actor.sector, ','), actor.country,
        concat_ws(': ', e.type, nullif(array_to_string(e.mode, ', '), '')), e.cameo, e.score,
        coalesce(recipient.name, recipient.text), array_to_string(recipient.sector, ','), recipient.country,
        a.article_id, e.sentence + 1, a.source, e.place, NULL, e.admin1, e.place_country, e.latitude, e.longitude
    FROM numbered JOIN events AS e USING (article_key, event_id) JOIN articles AS a USING (article_key)
    WHERE actor.role IS NOT NULL AND recipient.role IS NOT NULL
    {ORDER}
"""


def dyad_lines(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield ICEWS's header and the dyads as tab-separated lines; events with one side only are left out."""
    yield "\t".join(HEADER) + "\n"
    yield from tabbed(connection, _QUERY)
