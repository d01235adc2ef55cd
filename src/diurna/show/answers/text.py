"""Search by words: those of the query stand in an event's sentence one after the other, whatever signs are between.

Case and accents do not count. The last word may be the beginning of a longer one ("protest" finds "protesters"), as one
types, unless something that is no letter or digit follows it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from diurna.store.searching import THEN, looked_up

if TYPE_CHECKING:
    import duckdb

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_NO_WORD = re.compile(r"[\W_]+")
_LAID_OUT = r"' ' || regexp_replace(strip_accents(lower(text)), '[^\pL\pN]+', ' ', 'g') || ' '"
_HITS = f"""
    near AS MATERIALIZED (SELECT article_number, sentence, text FROM sentences WHERE {{near}} {THEN}),
    hits AS MATERIALIZED (SELECT article_number, sentence FROM near WHERE contains({_LAID_OUT}, $phrase))
"""
# The first condition alone lets it pass over most of the events.
HIT = """
    x.article_number IN (SELECT article_number FROM hits)
    AND (x.article_number, x.sentence) IN (SELECT (article_number, sentence) FROM hits)
"""
"""The condition that the sentence of a row `x` of events is one of those of `hits`."""


def hits_of(connection: duckdb.DuckDBPyConnection, text: str) -> tuple[str, dict[str, Any]]:
    """Return the queries `near` and `hits`, for a WITH, of the sentences that have the words, and their parameters.

    The rarest word is looked up in the store's index; where there is none, all sentences are read.
    """
    words = _words(connection, text)
    if not words:
        return "hits AS (SELECT article_number, sentence FROM sentences WHERE false)", {}
    ends = bool(_NO_WORD.fullmatch(text[-1]))
    phrase = " " + " ".join(words) + (" " if ends else "")
    whole = words if ends else words[:-1]
    if whole:
        near = looked_up(connection, "term = $word")
        known = {"word": _rarest(connection, whole)}
    else:
        # Words that begin so stand together in the index.
        near = looked_up(connection, "term >= $word AND term < $beyond")
        known = {"word": words[-1], "beyond": words[-1] + "\U0010ffff"}
    used = {name: value for name, value in known.items() if f"${name}" in near}
    return _HITS.format(near=near), {"phrase": phrase, **used}


def _words(connection: duckdb.DuckDBPyConnection, text: str) -> list[str]:
    """Return the words as the index has them; DuckDB itself lays them out, so that both do it alike.

    Of letters without accents there is nothing to lay out, and DuckDB need not be asked.
    """
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    sound = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    ((words,),) = connection.execute(
        r"SELECT string_split_regex(strip_accents(lower($text)), '[^\pL\pN]+')", {"text": sound}
    ).fetchall()
    return [word for word in words if word]


def _rarest(connection: duckdb.DuckDBPyConnection, words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    # Constants, unlike what another query finds, let DuckDB pass over stretches of the index without them.
    marks = ", ".join("?" * len(words))
    counts = dict(
        connection.execute(f"SELECT term, sum(size) FROM terms WHERE term IN ({marks}) GROUP BY term", words).fetchall()
    )
    return min(words, key=lambda word: (counts.get(word, 0), word))
