"""An ontology of one's own, read from a TOML file and checked: docs/ontologies.md describes the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from diurna.code.lexicon import Entry, entry_of, load_lexicon
from diurna.code.ontology import EventType, load_ontology
from diurna.code.table import LexiconError

FEWEST = 10  # examples of a type, without which a probe is guesswork
BASES = ("plover", "")
TYPE_KEYS = {"description", "score", "quad", "recipient_required", "modes", "examples", "near", "lexicon"}
ENTRY_KEYS = ("pattern", "mode", "actor", "recipient", "example")
_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_CLOSING = {"[": "]", "{": "}", "<": ">"}

Spans = tuple[tuple[int, int], ...]


class Example(NamedTuple):
    """A sentence that tells an event of a type: its text without marks, and the spans that were marked."""

    type: str
    text: str
    trigger: tuple[int, int]
    actors: Spans
    recipients: Spans
    line: int


@dataclass(frozen=True, slots=True)
class OwnOntology:
    """A user's types by name, their examples, sentences that look alike but tell none, and entries of a lexicon.

    `base` is "plover" where PLOVER's types are coded too.
    """

    name: str
    base: str
    types: Mapping[str, EventType]
    examples: tuple[Example, ...]
    near: tuple[str, ...]
    entries: tuple[Entry, ...]


def read_own(path: Path) -> OwnOntology:
    """Return the ontology in a TOML file; raises LexiconError, naming the file, the line and the remedy."""
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8 ({error.reason}); save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not TOML: {error}; mend that line") from error
    return _Reader(path, text).read(table)


class _Reader:
    """The file being read: it knows on which line a value stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.lines = path, text.splitlines()

    def place(self, value: str) -> str:
        return f"{self.path}:{self.line(value)}"

    def line(self, value: str) -> int:
        return next((n for n, line in enumerate(self.lines, 1) if value in line), 1)

    def read(self, table: Mapping[str, Any]) -> OwnOntology:
        if unknown := table.keys() - {"name", "base", "types"}:
            raise LexiconError(
                f"{self.place(min(unknown))}: {min(unknown)!r} is no key; use name, base and [types.NAME]"
            )
        if not isinstance(table.get("types"), dict) or not table["types"]:
            raise LexiconError(f"{self.path}: no types; add a table [types.NAME] for each")
        base = table.get("base", "plover")
        if base not in BASES:
            raise LexiconError(f'{self.place("base")}: base is {base!r}; write "plover", or "" for your types alone')
        types, examples, near, entries = {}, [], [], []
        for name, entry in table["types"].items():
            types[name] = self._type(name, entry)
            own = [self._example(name, marked) for marked in entry.get("examples", [])]
            if len(own) < FEWEST:
                raise LexiconError(f"{self.place(f'[types.{name}]')}: {len(own)} examples; give {FEWEST} or more")
            examples += own
            near += entry.get("near", [])
            entries += list(self._entries(types[name], entry.get("lexicon", [])))
        return OwnOntology(
            str(table.get("name", self.path.stem)), base, types, tuple(examples), tuple(near), tuple(entries)
        )

    def _type(self, name: str, entry: Mapping[str, Any]) -> EventType:
        place = self.place(f"[types.{name}]")
        if not _NAME.fullmatch(name):
            raise LexiconError(f"{place}: {name!r} is no name of a type; write capitals, digits and _")
        if name in load_ontology().types:
            raise LexiconError(f"{place}: PLOVER has a type {name} already; give yours another name")
        if unknown := entry.keys() - TYPE_KEYS:
            key = min(unknown)
            raise LexiconError(f"{self.place(key)}: {name} has {key!r}; use {', '.join(sorted(TYPE_KEYS))}")
        score, quad = entry.get("score", 0.0), entry.get("quad", 1)
        if not isinstance(score, int | float) or not -10 <= score <= 10:
            raise LexiconError(f"{place}: score is {score!r}; write a number from -10 to 10")
        if quad not in load_ontology().quads:
            raise LexiconError(f"{place}: quad is {quad!r}; use one of {sorted(load_ontology().quads)}")
        modes = {str(mode): float(value) for mode, value in entry.get("modes", {}).items()}
        required = bool(entry.get("recipient_required", False))
        return EventType(name, str(entry.get("description", "")), float(score), quad, required, modes)

    def _example(self, name: str, marked: str) -> Example:
        place = self.place(marked)
        spans: dict[str, list[tuple[int, int]]] = {"[": [], "{": [], "<": []}
        opened: list[tuple[str, int]] = []
        text = ""
        for character in marked:
            if character in _CLOSING:
                opened.append((character, len(text)))
            elif character in _CLOSING.values():
                if not opened or _CLOSING[opened[-1][0]] != character:
                    raise LexiconError(f"{place}: {character!r} closes nothing in {marked!r}; pair the marks")
                mark, start = opened.pop()
                spans[mark].append((start, len(text)))
            else:
                text += character
        if opened:
            raise LexiconError(f"{place}: {opened[-1][0]!r} is not closed in {marked!r}; pair the marks")
        if len(spans["["]) != 1:
            raise LexiconError(f"{place}: {len(spans['['])} triggers in {marked!r}; mark one word or phrase as [it]")
        return Example(name, text, spans["["][0], tuple(spans["{"]), tuple(spans["<"]), self.line(marked))

    def _entries(self, event_type: EventType, entries: list[Mapping[str, str]]) -> Iterator[Entry]:
        for entry in entries:
            pattern = entry.get("pattern", "")
            if unknown := entry.keys() - set(ENTRY_KEYS):
                raise LexiconError(f"{self.place(pattern)}: {min(unknown)!r} is no key; use {', '.join(ENTRY_KEYS)}")
            cells = [str(entry.get(key, "")) for key in ENTRY_KEYS]
            yield entry_of(event_type, cells, load_lexicon().lists, str(self.path), self.line(pattern))
