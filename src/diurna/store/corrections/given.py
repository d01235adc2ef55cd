"""Corrections from a file: JSON Lines, an article by its id or key, checked line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from diurna.store.corrections.correction import Correction, CorrectionError

if TYPE_CHECKING:
    import duckdb

_FIELDS = {"kind", "article", "article_key", "event", "entity", "field", "after", "note", "who", "undoes"}


def given(
    connection: duckdb.DuckDBPyConnection, lines: Iterable[str], name: str, who: str
) -> Iterator[tuple[str, Correction]]:
    """Yield each line's place ("mine.jsonl:3") and correction; `who` is said of those that do not say it themselves.

    Raises CorrectionError, naming the line, where one is no JSON, has an unknown field, or its article is not there.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{name}:{number}"
            try:
                yield place, _correction(connection, json.loads(line), who)
            except json.JSONDecodeError as error:
                raise CorrectionError(f"{place}: no JSON ({error}); write one correction a line") from error
            except CorrectionError as error:
                raise CorrectionError(f"{place}: {error}") from error


def _correction(connection: duckdb.DuckDBPyConnection, written: Any, who: str) -> Correction:
    if not isinstance(written, dict) or "kind" not in written:
        raise CorrectionError('a correction is an object with "kind", "article" and what is corrected')
    if unknown := written.keys() - _FIELDS:
        raise CorrectionError(f"a correction has no {sorted(unknown)[0]!r}; give some of {', '.join(sorted(_FIELDS))}")
    return Correction(
        kind=written["kind"],
        article_key=_key(connection, written),
        who=written.get("who", who),
        event=written.get("event"),
        entity=written.get("entity"),
        field=written.get("field"),
        after=written.get("after"),
        note=written.get("note"),
        undoes=written.get("undoes"),
    )


def _key(connection: duckdb.DuckDBPyConnection, written: dict[str, Any]) -> str:
    if written.get("article_key") or written["kind"] == "undo":
        return cast(str, written.get("article_key") or "")
    keys = connection.execute(
        "SELECT article_key FROM articles WHERE article_id = ? AND state = 'coded'", [written.get("article")]
    ).fetchall()
    if len(keys) != 1:
        said = "there is no article" if not keys else "there are several texts of the article"
        raise CorrectionError(f"{said} {written.get('article')!r}; give its article_key")
    return cast(str, keys[0][0])
