"""The PLOVER ontology: event types, their modes, scores and quads, the contexts, the way back to CAMEO."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from diurna.code.table import LexiconError, rows


class EventType(NamedTuple):
    """A PLOVER type: score (-10 conflict ... +10 cooperation), quad (1-4), and its modes with scores.

    `future` is the type of such an event that is told as still to come (PLOVER manual: a planned meeting is AGREE).
    """

    name: str
    description: str
    score: float
    quad: int
    recipient_required: bool
    modes: Mapping[str, float]
    future: str | None = None


class Ontology(NamedTuple):
    """All of PLOVER: types by name, contexts with a line on each, quads by number, CAMEO by (type, mode)."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    quads: Mapping[int, str]
    codes: Mapping[tuple[str, str], str]

    def score(self, type: str, modes: Sequence[str] = ()) -> float:
        """Return the score of an event: of its most extreme mode, or of the type where no mode is given.

        Raises KeyError for a type or mode that PLOVER does not have.
        """
        event_type = self.types[type]
        return max((event_type.modes[mode] for mode in modes), key=abs, default=event_type.score)

    def cameo(self, type: str, modes: Sequence[str] = ()) -> str | None:
        """Return the CAMEO code of the first of `modes` that has one, else of the type; None if unknown."""
        return next((code for mode in (*modes, "") if (code := self.codes.get((type, mode)))), None)


def load_ontology(folder: Traversable | None = None) -> Ontology:
    """Return the ontology in `folder`'s plover.toml and cameo.csv; by default the package's own, read once.

    Raises LexiconError, with the file, the place and the remedy, where either of them is wrong.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> Ontology:
    return _read(files("diurna.code"))


def _read(folder: Traversable) -> Ontology:
    file = folder / "plover.toml"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"plover.toml: not TOML: {error}; mend that line") from error
    for key in ("quads", "types", "contexts"):
        if not isinstance(table.get(key), dict) or not table[key]:
            raise LexiconError(f"plover.toml: [{key}] is missing; add the table")
    quads = {int(number): str(name) for number, name in table["quads"].items()}
    types = {name: _event_type(name, entry, quads) for name, entry in table["types"].items()}
    for name, kind in types.items():
        if kind.future is not None and kind.future not in types:
            raise LexiconError(f"plover.toml: types.{name}.future is {kind.future!r}; write one of {', '.join(types)}")
    contexts = {str(name): str(line) for name, line in table["contexts"].items()}
    return Ontology(types, contexts, quads, _codes(folder / "cameo.csv", types))


def _event_type(name: str, entry: Mapping[str, Any], quads: Mapping[int, str]) -> EventType:
    """Return one `[types.NAME]` of the file, checked."""
    wanted: dict[str, type | tuple[type, ...]] = {
        "description": str, "score": (int, float), "quad": int, "recipient_required": bool,
    }  # fmt: skip
    for key, kind in wanted.items():
        if not isinstance(value := entry.get(key), kind):
            raise LexiconError(f"plover.toml: types.{name}.{key} is {value!r}; give it as the other types do")
    if unknown := entry.keys() - wanted.keys() - {"modes", "future"}:
        raise LexiconError(f"plover.toml: types.{name} has {sorted(unknown)}; remove what is no field")
    if entry["quad"] not in quads:
        raise LexiconError(f"plover.toml: types.{name}.quad is {entry['quad']}; use one of {sorted(quads)}")
    modes = entry.get("modes", {})
    for key, score in {"score": entry["score"], **modes}.items():
        if not isinstance(score, (int, float)) or not -10 <= score <= 10:
            raise LexiconError(f"plover.toml: types.{name}: {key} is {score!r}; write a score from -10 to 10")
    return EventType(
        name, entry["description"], float(entry["score"]), entry["quad"], entry["recipient_required"],
        {mode: float(score) for mode, score in modes.items()}, entry.get("future"),
    )  # fmt: skip


def _codes(file: Traversable, types: Mapping[str, EventType]) -> dict[tuple[str, str], str]:
    """Return the CAMEO code of each (type, mode); every type and mode must have exactly one."""
    codes: dict[tuple[str, str], str] = {}
    for line, (name, mode, code) in rows(file, "type,mode,cameo"):
        place = f"{file.name}:{line}"
        if name not in types or (mode and mode not in types[name].modes):
            raise LexiconError(f"{place}: {name} {mode} is not in plover.toml; correct the type or mode")
        if (name, mode) in codes:
            raise LexiconError(f"{place}: {name} {mode} has a code already; remove one of the two")
        if not (code.isdigit() and 3 <= len(code) <= 4):
            raise LexiconError(f"{place}: {code!r} is no CAMEO code; write its three or four digits")
        codes[name, mode] = code
    for name, event_type in types.items():
        for mode in ("", *event_type.modes):
            if (name, mode) not in codes:
                raise LexiconError(f"{file.name}: no code for {name} {mode}; add a line for it")
    return codes
