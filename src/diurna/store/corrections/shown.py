"""What is shown of an article: the machine's record and what people said of it, applied in the order they said it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from diurna.records import Attribution, Claim, Event, Record
from diurna.store.corrections.correction import Anchor, Correction
from diurna.store.corrections.entities import identify, join_entities, split_entity
from diurna.store.corrections.events import add, change, confirm, confirm_all, reject
from diurna.store.corrections.kept import in_force
from diurna.store.corrections.sheet import Sheet, sheet_of

State = Literal["confirmed", "changed", "added"]

# What each kind does to the sheet; it returns whether the correction found what it is about. Joining and splitting
# reports across articles changes no record: the store's joinings know of it.
_APPLY: Mapping[str, Callable[[Sheet, Correction], bool]] = {
    "confirm": lambda sheet, one: confirm(sheet, one) if one.anchor else confirm_all(sheet, one),
    "reject": reject,
    "change": change,
    "add": add,
    "join_entities": join_entities,
    "split_entity": split_entity,
    "identify": identify,
    "join": lambda sheet, one: True,
    "split": lambda sheet, one: True,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as it is shown.

    `anchors` has for each event by which words and type it is found again, `checked` for those that people looked at
    what came of it and the number of the last correction; `unplaced` are the numbers of the corrections that fit
    nothing now; `whole` is the number of the correction that says that the article is done, None where none does.
    """

    record: Record
    anchors: Mapping[str, Anchor]
    checked: Mapping[str, tuple[State, int]]
    unplaced: tuple[int, ...]
    whole: int | None


def corrected(record: Record, corrections: Iterable[Correction]) -> Record:
    """Return a machine's record with what people said of it; what was taken back, or fits nothing, is left out."""
    return shown(record, corrections).record


def shown(record: Record, corrections: Iterable[Correction]) -> Shown:
    """Return what is shown of a machine's record, given all corrections of its article, undone ones too."""
    left = in_force(corrections)
    sheet = sheet_of(record, (anchor for one in left for anchor in _anchors(one)))
    unplaced = [one.id for one in left if not _APPLY[one.kind](sheet, one)]
    told = sorted((one for one in sheet.events if not one.gone), key=lambda one: (one.event.trigger, one.place))
    made = replace(
        record,
        events=tuple(one.event for one in told),
        entities=tuple(sheet.entities.values()),
        attributions=_held(record, sheet, [one.event for one in told]),
    )
    if sheet.touched:
        made = replace(made, claims=_still(record.claims, {one.event.id for one in told}))
    return Shown(
        made if sheet.touched else record,
        {one.event.id: one.anchor for one in told},
        {one.event.id: (one.state, one.correction) for one in told if one.state},
        tuple(unplaced),
        sheet.whole,
    )


def _anchors(one: Correction) -> Iterator[Anchor]:
    """Yield by what the events are found that a correction is about."""
    if one.kind == "confirm" and one.anchor is None:
        yield from (Anchor(*written["anchor"]) for written in one.after)
    elif one.anchor is not None and one.kind in ("confirm", "reject", "change", "add"):
        yield one.anchor


def _held(record: Record, sheet: Sheet, events: Iterable[Event]) -> tuple[Attribution, ...]:
    """Return the attributions, none that a person added to an event that does not stand on it any more."""
    ids = {a.id for a in record.attributions} | {id for event in events for id in event.attribution}
    return tuple(a for a in sheet.attributions if a.id in ids)


def _still(claims: Iterable[Claim], events: set[str]) -> tuple[Claim, ...]:
    """Return the claims, none of an event that was rejected."""
    return tuple(claim if claim.event in events else replace(claim, event=None) for claim in claims)
