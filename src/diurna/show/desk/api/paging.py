"""Lists a page at a time: the next page begins behind the last row, whatever was added before it meanwhile."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

from fastapi import HTTPException, Query
from pydantic import BaseModel, Field

if TYPE_CHECKING:
    import duckdb

Item = TypeVar("Item")

After = Annotated[str | None, Query(max_length=2000, description="`next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=500, description="At most so many rows.")]


class Page(BaseModel, Generic[Item]):
    """Some rows of a list."""

    items: list[Item]
    next: str | None = Field(description="Give this as `after` for the next page; null on the last one.")


@dataclass(frozen=True, slots=True)
class Key:
    """What a list is sorted by: a value in SQL that is never null, and its type; `down` where the highest is first."""

    sql: str
    kind: type[str] | type[int] | type[float] | type[date]
    down: bool = False


def ordered(keys: Sequence[Key]) -> str:
    """Return the ORDER BY of a list."""
    return "ORDER BY " + ", ".join(f"{key.sql} {'DESC' if key.down else 'ASC'}" for key in keys)


def behind(keys: Sequence[Key], after: str | None) -> tuple[str, dict[str, Any]]:
    """Return the condition that rows come behind a cursor, and its parameters; raises HTTPException for a wrong one."""
    if after is None:
        return "true", {}
    values = read(keys, after)
    ways = []
    for at, key in enumerate(keys):
        same = [f"{other.sql} = $after{n}" for n, other in enumerate(keys[:at])]
        ways.append(" AND ".join([*same, f"{key.sql} {'<' if key.down else '>'} $after{at}"]))
    # The first condition of all alone lets the database skip most of a long list.
    first = f"{keys[0].sql} {'<=' if keys[0].down else '>='} $after0"
    return f"{first} AND ({' OR '.join(f'({way})' for way in ways)})", {f"after{n}": v for n, v in enumerate(values)}


def listed(
    connection: duckdb.DuckDBPyConnection,
    select: str,
    parameters: dict[str, Any],
    keys: Sequence[Key],
    limit: int,
    after: str | None,
) -> dict[str, Any]:
    """Return a page of the rows of a SELECT without order, as a dict of `items` (a dict each) and `next`.

    The keys are columns of the SELECT.
    """
    condition, values = behind(keys, after)
    asked = connection.execute(
        f"FROM ({select}) WHERE {condition} {ordered(keys)} LIMIT $limit",
        parameters | values | {"limit": limit + 1},
    )
    return paged(asked, keys, limit)


def paged(asked: duckdb.DuckDBPyConnection, keys: Sequence[Key], limit: int) -> dict[str, Any]:
    """Return the page of a question that was asked for one row more than the page has, to know whether it is the last.

    The keys are columns of the question, by their names.
    """
    names = [column[0] for column in asked.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in asked.fetchall()]
    last = rows[limit - 1] if len(rows) > limit else None
    return {"items": rows[:limit], "next": cursor([last[key.sql] for key in keys]) if last else None}


def cursor(values: Sequence[Any]) -> str:
    """Return the cursor that stands behind the row of these values."""
    told = json.dumps([str(value) if isinstance(value, date) else value for value in values], ensure_ascii=True)
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def read(keys: Sequence[Key], after: str) -> list[Any]:
    """Return the values of the row that a cursor stands behind; raises HTTPException where it is none of this list."""
    try:
        told = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        if not isinstance(told, list):
            raise ValueError
        return [_value(key, value) for key, value in zip(keys, told, strict=True)]
    except ValueError as error:
        raise HTTPException(404, "`after` is no place in this list; leave it out to begin at its head") from error


def _value(key: Key, value: Any) -> Any:
    if key.kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    if key.kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not key.kind or (isinstance(value, int) and abs(value) >= 2**63):
        raise ValueError
    if isinstance(value, str):
        value.encode()  # half of a surrogate pair is no text
    return value
