"""The lexicon of events: which words, with which dependents, tell an event of which PLOVER type.

It is the CSV files of the folder beside this module, one a type (`agree.csv`, ...; columns pattern, mode,
actor, recipient, example), with `lists*.csv` (named word lists) and `light.csv` (verbs that carry a noun of
action, such as "launch" in "launched an attack").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import get_args

from diurna.code.ontology import EventType, load_ontology
from diurna.code.table import LexiconError, rows
from diurna.records import NameType

__all__ = ["Entry", "Lexicon", "LexiconError", "Lists", "Roles", "Slot", "load_lexicon"]

# Alternatives tried left to right ("/"), each of paths that hold together ("+"), each of slot names (".").
Roles = tuple[tuple[tuple[str, ...], ...], ...]


class Lists(dict[str, frozenset[str]]):
    """The named lists of words, as a key: the lists of one lexicon are the same as themselves only."""

    __hash__ = object.__hash__  # type: ignore[assignment]


HEADER = "pattern,mode,actor,recipient,example"
POS = ("VERB", "NOUN", "ADJ")
RELATIONS = frozenset(["subj", "obj", "iobj", "xcomp", "ccomp", "prt", "amod", "compound", "poss", "adv"])
CLASSES = frozenset(get_args(NameType))
# An example whose marks of one kind open and close in turn.
_PAIRED = {a: re.compile(f"[^{a}{b}]*(?:{a}[^{a}{b}]*{b}[^{a}{b}]*)*") for a, b in (("{", "}"), ("<", ">"))}


@dataclass(frozen=True, slots=True)
class Slot:
    """A dependent that must be there (or not, when `negated`).

    `name` is a relation or the preposition that marks the dependent. It fits when `any` is set, when its
    lemma is among `values`, or when it is a name of one of `classes`; and when `nested`, if given, holds of
    it in turn.
    """

    name: str
    values: frozenset[str]
    classes: frozenset[str]
    any: bool
    negated: bool
    nested: Slot | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon. `file` and `line` say where it stands, for messages and an event's `why`.

    A `sure` one ("summon/VERB!") says alone which type is told, where the head reads any event; one that is `plain`
    ("lathicharge/NOUN!!") is sure, and tells it also where the head reads none.
    """

    type: str
    lemmas: frozenset[str]
    upos: str
    slots: tuple[Slot, ...]
    modes: tuple[str, ...]
    actor: Roles
    recipient: Roles
    example: str
    file: str
    line: int
    sure: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every entry in file order, an index of them by (lemma, UPOS), the named lists, and the light verbs.

    A light verb is (lemma, particle), the particle "" where it has none: ("carry", "out"), ("launch", "").
    """

    entries: tuple[Entry, ...]
    index: Mapping[tuple[str, str], tuple[Entry, ...]]
    lists: Lists
    light: frozenset[tuple[str, str]]

    def of(self, lemma: str, upos: str) -> tuple[Entry, ...]:
        """Return the entries that a word with this lemma and UPOS can trigger, in file order."""
        return self.index.get((lemma, upos), ())


def load_lexicon(folder: Path | Traversable | None = None) -> Lexicon:
    """Return the lexicon in `folder`; by default the package's own, read once.

    Raises LexiconError, with the file, the line and the remedy, at the first line that is wrong.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> Lexicon:
    return _read(files("diurna.code") / "lexicon")


@cache
def named_list(name: str) -> frozenset[str]:
    """Return a named list of the package's lexicon; raises KeyError where it has none of this name."""
    return _packaged().lists[name]


def _read(folder: Path | Traversable) -> Lexicon:
    found = [file for file in folder.iterdir() if file.name.endswith(".csv")]
    tables: list[Traversable] = sorted(found, key=lambda file: file.name)
    lists = _lists([file for file in tables if file.name.startswith("lists")])
    light: frozenset[tuple[str, str]] = frozenset()
    entries: list[Entry] = []
    for file in tables:
        if file.name == "light.csv":
            light = _light(file)
        elif not file.name.startswith("lists"):
            entries.extend(_entries(file, lists))
    index: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            index.setdefault((lemma, entry.upos), []).append(entry)
    return Lexicon(tuple(entries), {key: tuple(found) for key, found in index.items()}, lists, light)


def _light(file: Traversable) -> frozenset[tuple[str, str]]:
    """Return the light verbs of `light.csv` as (lemma, particle)."""
    found: set[tuple[str, str]] = set()
    for line, (verb, particle) in rows(file, "verb,prt"):
        if not verb.isalpha() or (verb, particle) in found:
            raise LexiconError(f"{file.name}:{line}: {verb!r} is no lemma or repeated; remove the line")
        found.add((verb, particle))
    return frozenset(found)


def _lists(tables: list[Traversable]) -> Lists:
    """Return the named lists of all files: words with spaces between, or `|` where one has several words."""
    lists = Lists()
    for file in tables:
        for line, (name, words) in rows(file, "list,words"):
            place = f"{file.name}:{line}"
            if name in lists:
                raise LexiconError(f"{place}: the list {name!r} is given twice; merge the two or rename one")
            found = [word.strip() for word in (words.split("|") if "|" in words else words.split())]
            if not name or not found or not all(found):
                raise LexiconError(f"{place}: a list needs a name and words; fill in the empty one")
            if words != words.lower():
                raise LexiconError(f"{place}: capitals in the list {name!r}; write lemmas in lower case")
            lists[name] = frozenset(found)
    return lists


def _entries(file: Traversable, lists: Lists) -> Iterator[Entry]:
    """Yield the entries of one type's file, checked against PLOVER, the lists and each other."""
    types = load_ontology().types
    name = file.name.removesuffix(".csv").upper()
    if name not in types:
        raise LexiconError(f"{file.name}: no PLOVER type is named so; name it after one of {', '.join(types)}")
    seen: dict[tuple[str, str, frozenset[Slot]], int] = {}
    for line, cells in rows(file, HEADER):
        entry = entry_of(types[name], cells, lists, file.name, line)
        slots = frozenset(entry.slots)
        for lemma in sorted(entry.lemmas):
            first = seen.setdefault((lemma, entry.upos, slots), line)
            if first != line:
                raise LexiconError(
                    f"{file.name}:{line}: {cells[0]!r} repeats line {first} for {lemma!r}; remove either"
                )
        yield entry


def entry_of(event_type: EventType, cells: Sequence[str], lists: Lists, file: str, line: int) -> Entry:
    """Return the entry that the cells pattern, mode, actor, recipient and example mean.

    Raises LexiconError, naming `file` and `line`, where one of them is wrong.
    """
    pattern, mode, actor, recipient, example = cells
    place = f"{file}:{line}"
    try:
        lemmas, upos, slots = _pattern(pattern, lists)
        modes = _modes(mode, event_type)
        roles = _roles(actor, lists), _roles(recipient, lists)
        _check_example(example, *roles)
    except LexiconError as error:
        raise LexiconError(f"{place}: {error}") from None
    head = pattern.partition(" ")[0]
    marks = head.endswith("!"), head.endswith("!!")
    return Entry(event_type.name, lemmas, upos, slots, modes, *roles, example, file, line, *marks)


def _pattern(pattern: str, lists: Lists) -> tuple[frozenset[str], str, tuple[Slot, ...]]:
    """Return the trigger's lemmas, its UPOS and the slots of `lemma|lemma/POS slot:value ...`."""
    head, *rest = pattern.split() or [""]
    words, slash, upos = head.removesuffix("!").removesuffix("!").rpartition("/")
    if not slash or upos not in POS:
        raise LexiconError(f"{head!r} is no trigger; begin the pattern with lemma/{'|'.join(POS)}")
    return _words(words), upos, tuple([_slot(slot, lists) for slot in rest])


def _words(text: str) -> frozenset[str]:
    words = text.split("|")
    if not all(words) or text != text.lower():
        raise LexiconError(f"{text!r} is no list of lemmas; write them in lower case with | between")
    return frozenset(words)


@lru_cache(4096)
def _slot(text: str, lists: Lists, inner: bool = False) -> Slot:
    """Return the slot that `!name:value|value>name:value` means; `inner` where it is nested already."""
    outer, deeper, nested = text.partition(">")
    if inner and deeper:
        raise LexiconError(f"{text!r} nests twice; a value may carry one > only")
    name, colon, value = outer.removeprefix("!").partition(":")
    if not colon or not value:
        raise LexiconError(f"{outer!r} is no slot; write slot:value, or slot:* for any value")
    _check_slot(name, lists)
    values: set[str] = set()
    classes: set[str] = set()
    plain: list[str] = []
    items = value.split("|")
    for item in items:
        if item.startswith("$"):
            if item[1:] not in lists:
                raise LexiconError(f"no list is named {item}; add it to lists.csv or correct it")
            values |= lists[item[1:]]
        elif item.startswith("@"):
            if item[1:] not in CLASSES:
                raise LexiconError(f"{item} is no class of names; use @{' @'.join(sorted(CLASSES))}")
            classes.add(item[1:])
        elif item != "*":
            plain.append(item)
    if plain:
        values |= _words("|".join(plain))
    below = _slot(nested, lists, inner=True) if deeper else None
    return Slot(name, frozenset(values), frozenset(classes), "*" in items, outer.startswith("!"), below)


def _check_slot(name: str, lists: Lists) -> None:
    if name not in RELATIONS and name not in lists.get("prepositions", ()):
        raise LexiconError(
            f"unknown slot {name!r}; use one of {', '.join(sorted(RELATIONS))}, or a preposition "
            "(a new one goes into the list `prepositions` of lists.csv)"
        )


@lru_cache(4096)
def _roles(text: str, lists: Lists) -> Roles:
    """Return the paths of a role expression such as `by/poss/obj.of` or `subj+with`; () where it is empty."""
    if not text:
        return ()
    choices = [choice.split("+") for choice in text.replace(" ", "").split("/")]
    roles = tuple(tuple(tuple(path.split(".")) for path in choice) for choice in choices)
    for choice in roles:
        for path in choice:
            for name in path:
                _check_slot(name, lists)
    return roles


def _modes(text: str, event_type: EventType) -> tuple[str, ...]:
    modes = tuple(mode.strip() for mode in text.split(";")) if text else ()
    for mode in modes:
        if mode not in event_type.modes:
            known = ", ".join(event_type.modes) or "none: leave the column empty"
            raise LexiconError(f"{mode!r} is no mode of {event_type.name}; its modes are {known}")
    return modes


def _check_example(example: str, actor: Roles, recipient: Roles) -> None:
    """Raise LexiconError unless the example marks participants that the entry names, and no others.

    A role without a mark is one that the example leaves out ("A visit by {the Dalai Lama} ended").
    """
    if not example:
        raise LexiconError("no example; write a sentence in which the entry fires")
    if (actor or recipient) and not set("{<") & set(example):
        raise LexiconError("the example marks no one; put {} about the actor, <> the recipient")
    for role, roles, opening, closing in (("actor", actor, "{", "}"), ("recipient", recipient, "<", ">")):
        if opening not in example and closing not in example:
            continue
        if not _PAIRED[opening].fullmatch(example):
            raise LexiconError(f"{opening} and {closing} do not pair in the example; close each")
        if not roles:
            raise LexiconError(f"the example marks a {role} but that column is empty; fill it in")
