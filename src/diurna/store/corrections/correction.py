"""A correction: what a person says of a record. It is appended, never changed; to take it back is a correction too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from diurna.store.opening import StoreError

Kind = Literal[
    "confirm", "reject", "change", "add", "join_entities", "split_entity", "identify", "join", "split", "undo"
]
Field = Literal[
    "type", "mode", "context", "status", "trigger", "actor", "recipient", "place", "date", "attribution"
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
FIELDS: tuple[str, ...] = get_args(Field)


class CorrectionError(StoreError):
    """A correction that cannot be made; the message says why and what to give instead."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a correction is about, by which it is found again after coding anew, whatever the ids are then.

    For an event its trigger and type as the machine (or who added it) gave them, for an entity a mention and its name.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a person says of a record. docs/correcting.md has the forms of `after` for every kind.

    To make one, give `kind`, `article_key`, `who`, then `event` or `entity` (ids in the record as it is shown),
    `field` of a "change", and `after` as plain JSON values; `correct` fills in the rest. A "confirm" without an
    event says that the article is done: its events, as shown, are all there are.
    """

    kind: Kind
    article_key: str
    who: str
    event: str | None = None
    entity: str | None = None
    field: Field | None = None
    after: Any = None
    note: str | None = None
    before: Any = None
    anchor: Anchor | None = None
    undoes: int | None = None
    id: int = 0
    at: datetime | None = None
