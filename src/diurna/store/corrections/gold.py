"""Gold: the records of corrected articles, as they are shown, with what is known of how they were checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diurna.records import Record
from diurna.store.corrections.correction import Anchor, Correction
from diurna.store.corrections.kept import corrections_at, in_force
from diurna.store.corrections.shown import Shown, shown
from diurna.store.record_json import as_json, without_lone_surrogates
from diurna.store.record_read import from_json
from diurna.store.tables import find

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Gold:
    """A corrected article: what the machine coded, what is shown, and the corrections in force, oldest first."""

    key: str
    machine: Record
    shown: Shown
    corrections: tuple[Correction, ...]

    @property
    def whole(self) -> bool:
        """Return whether somebody said that the article is done; else only what was touched was looked at."""
        return self.shown.whole is not None

    @property
    def people(self) -> tuple[str, ...]:
        """Return who corrected it, by name."""
        return tuple(sorted({one.who for one in self.corrections}))

    @property
    def touched(self) -> tuple[Anchor, ...]:
        """Return by which words and type the events are found that somebody confirmed, changed, added or rejected."""
        said = [one.anchor for one in self.corrections if one.kind in ("confirm", "reject", "change", "add")]
        return tuple(dict.fromkeys(anchor for anchor in said if anchor is not None))


def gold(connection: duckdb.DuckDBPyConnection, *, whole: bool = False) -> Iterator[Gold]:
    """Yield the articles that people corrected, by their keys; with `whole` only those that somebody called done."""
    said = corrections_at(connection)
    keys = sorted(key for key, made in said.items() if in_force(made))
    for at in range(0, len(keys), _AT_ONCE):
        some = keys[at : at + _AT_ONCE]
        lines = dict(find(connection, "machine_records", "article_key, record", "article_key", some))
        for key in some:
            if key in lines:
                machine = from_json(json.loads(lines[key]))
                one = Gold(key, machine, shown(machine, said[key]), tuple(in_force(said[key])))
                if one.whole or not whole:
                    yield one


def gold_line(one: Gold) -> str:
    """Return a gold article as one line of JSON: its record (docs/record.md), and under `gold` how it was checked."""
    checked = {event: state for event, (state, _) in one.shown.checked.items()}
    rejected = [
        {"start": c.anchor.start, "end": c.anchor.end, "type": c.anchor.label}
        for c in one.corrections
        if c.kind == "reject" and c.anchor is not None
    ]
    told = {
        "article_key": one.key,
        "whole": one.whole,
        "by": list(one.people),
        "checked": checked,
        "rejected": rejected,
    }
    return without_lone_surrogates(json.dumps({**as_json(one.shown.record), "gold": told}, ensure_ascii=False))
