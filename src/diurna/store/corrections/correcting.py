"""Correct a store: a correction is checked, made whole, appended, and the article's tables show it at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diurna.records import Record
from diurna.store.corrections.completing import whole
from diurna.store.corrections.correction import KINDS, Correction, CorrectionError
from diurna.store.corrections.kept import append, correction_of, corrections_at, in_force, taken_back
from diurna.store.corrections.shown import Shown, shown
from diurna.store.joinings import decide
from diurna.store.joinings import undo as undo_joining
from diurna.store.record_read import from_json
from diurna.store.tables import transaction

if TYPE_CHECKING:
    import duckdb

    from diurna.store.store import Store


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as a person sees it: the machine's record, all corrections of it, and what they make of it."""

    machine: Record
    corrections: Sequence[Correction]
    shown: Shown


def seen(connection: duckdb.DuckDBPyConnection, article_key: str) -> Seen:
    """Return an article with its corrections; raises CorrectionError where it is not there, or failed."""
    rows = connection.execute(
        "SELECT coalesce(machine_records.record, articles.record), state FROM articles "
        "LEFT JOIN machine_records USING (article_key) WHERE article_key = ?",
        [article_key],
    ).fetchall()
    if not rows:
        raise CorrectionError(f"there is no article {article_key!r} in the store; give an article_key of articles")
    ((line, state),) = rows
    if state == "failed":
        raise CorrectionError("the article failed, so that it has no record to correct; code it again first")
    machine = from_json(json.loads(line))
    made = corrections_of(connection, article_key)
    return Seen(machine, made, shown(machine, made))


def corrections_of(connection: duckdb.DuckDBPyConnection, article_key: str) -> list[Correction]:
    """Return all corrections of an article, the oldest first, undone ones and undoings too."""
    return corrections_at(connection, [article_key]).get(article_key, [])


def correct(store: Store, correction: Correction) -> Correction:
    """Append a correction and show it; return it whole, with its number, the time, and what was shown before.

    Raises CorrectionError, saying what to give instead, where it names nothing that is shown or says nothing sound;
    the store is then as it was.
    """
    if correction.kind == "undo":
        return undo(store, correction.undoes or 0, correction.who, correction.note)
    if correction.kind not in KINDS:
        raise CorrectionError(f"there is no kind of correction {correction.kind!r}; give one of {', '.join(KINDS)}")
    if not correction.who.strip():
        raise CorrectionError("say who corrects")
    connection = store.connection
    now = seen(connection, correction.article_key)
    said = whole(connection, now.shown, correction)
    if said.kind in ("join", "split"):
        said = _decided(store, said)
    with transaction(connection):
        made = append(connection, said)
        store.keeper.show(made.article_key, now.machine, [*now.corrections, made])
    return made


def undo(store: Store, id: int, who: str, note: str | None = None) -> Correction:
    """Take a correction back, or an undoing, by its number; return the undoing, which is a correction too.

    Raises CorrectionError where there is none of that number, it is taken back already, or a later confirmation says
    what it says: that is to be taken back first.
    """
    connection = store.connection
    one = correction_of(connection, id)
    if one is None:
        raise CorrectionError(f"there is no correction {id}; `diurna corrections` lists them")
    now = seen(connection, one.article_key)
    if id in taken_back(now.corrections):
        raise CorrectionError(f"correction {id} is taken back already; undo its undoing to have it again")
    _check_shown(one, now.corrections)
    if one.kind in ("join", "split"):
        undo_joining(store.keeper.merger, one.after["decision"])
    if one.kind == "undo" and any(c.id == one.undoes and c.kind in ("join", "split") for c in now.corrections):
        raise CorrectionError("what was joined or split and taken back is joined or split anew, not by an undoing")
    with transaction(connection):
        made = append(
            connection,
            Correction("undo", one.article_key, who, one.event, one.entity, note=note, undoes=id),
        )
        store.keeper.show(one.article_key, now.machine, [*now.corrections, made])
    return made


def _check_shown(one: Correction, corrections: Sequence[Correction]) -> None:
    """Raise CorrectionError where a later confirmation says what a correction said, so that nothing would change."""
    again = next(
        (
            later
            for later in in_force(corrections)
            if later.kind == "confirm" and later.id > one.id and later.anchor in (None, one.anchor)
        ),
        None,
    )
    if again is not None and one.kind in ("change", "add", "reject"):
        what = "the article was called done" if again.anchor is None else "the event was confirmed"
        raise CorrectionError(
            f"{what} after it (correction {again.id}), with what correction {one.id} says; take that back first"
        )


def _decided(store: Store, one: Correction) -> Correction:
    """Join the event with those of `after`, or split it (and those) from what it was joined with, for good."""
    others = [(str(other["article"]), str(other["event"])) for other in one.after or ()]
    reports = [(one.article_key, one.event or ""), *others]
    merger = store.keeper.merger
    if one.kind == "join":
        decide(merger, "join", reports[:1], reports[1:], one.who, one.note)
    else:
        decide(merger, "split", reports, (), one.who, one.note)
    (number,) = store.connection.execute("SELECT max(decision) FROM joinings").fetchall()[0]
    return replace(one, after={"decision": number, "reports": [{"article": a, "event": e} for a, e in others]})
