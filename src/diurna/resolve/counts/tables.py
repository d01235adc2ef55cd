"""The data files of this package, read once and checked: words that count, quantities, kinds, nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from diurna.code.ontology import load_ontology
from diurna.code.table import LexiconError, rows

KINDS = ("killed", "wounded", "arrested", "displaced", "abducted", "released", "participants")
BOUND = re.compile(r"\d+|N[+-]1|N|M|")
SLOT = re.compile(r"(?P<path>(?:verb\.)?[a-z]+)(?::(?P<nouns>[\w|-]+))?")
TRIGGER = " as trigger"


class Place(NamedTuple):
    """A slot of a word ("obj", "verb.to", "self"), and the lemmas one of which must stand there (none: any)."""

    slot: str
    lemmas: frozenset[str]


class CountWord(NamedTuple):
    """A row of counts.csv: where the number stands, what else is asked for, and the kind it tells."""

    place: Place
    asked: Place | None
    as_trigger: bool
    kind: str


class Pattern(NamedTuple):
    """A row of quantities.csv: its words ("N" and "M" are numbers) and its bounds as written there."""

    words: tuple[str, ...]
    min: str
    max: str


class Kind(NamedTuple):
    """A row of kinds.csv: the event types a number belongs to, and those that take it where there is none of them."""

    types: frozenset[str]
    otherwise: frozenset[str]


@cache
def count_words() -> Mapping[tuple[str, str], tuple[CountWord, ...]]:
    """Return counts.csv by (lemma, UPOS); raises LexiconError with line and remedy where a row is wrong."""
    return read_count_words(_file("counts.csv"))


def read_count_words(file: Traversable) -> dict[tuple[str, str], tuple[CountWord, ...]]:
    """Return the words of a file laid out as counts.csv; raises LexiconError naming file, line and remedy."""
    found: dict[tuple[str, str], tuple[CountWord, ...]] = {}
    for line, (word, pos, slot, kind, example) in rows(file, "word,pos,slot,kind,example"):
        where = f"{file.name}:{line}"
        _need(pos in ("VERB", "NOUN", "ADJ"), where, f"pos is {pos!r}; write VERB, NOUN or ADJ")
        _need(kind in KINDS, where, f"kind is {kind!r}; write one of {', '.join(KINDS)}")
        _need(bool(word and example), where, "give the word, and an example sentence that shows it")
        counted, _, asked = slot.removesuffix(TRIGGER).partition(" with ")
        entry = CountWord(_place(counted, where), _place(asked, where) if asked else None, slot.endswith(TRIGGER), kind)
        found[word, pos] = (*found.get((word, pos), ()), entry)
    return found


def is_act(noun: str) -> bool:
    """Return whether a noun of counts.csv names what was done to people, who stand behind "of": "the deaths of ten"."""
    slots = {row.place.slot for row in count_words().get((noun, "NOUN"), ()) if not row.place.lemmas}
    return {"self", "of"} <= slots


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """Return quantities.csv by first word, the longest first; raises LexiconError where a row is wrong."""
    return read_patterns(_file("quantities.csv"))


def read_patterns(file: Traversable) -> dict[str, tuple[Pattern, ...]]:
    """Return the rows of a file laid out as quantities.csv; raises LexiconError naming file, line and remedy."""
    found: dict[str, list[Pattern]] = {}
    for line, (words, least, most, example) in rows(file, "words,min,max,example"):
        where = f"{file.name}:{line}"
        split = tuple(words.split())
        _need(bool(split and example), where, "give the words, and an example sentence that shows them")
        for bound in (least, most):
            _need(BOUND.fullmatch(bound) is not None, where, f"{bound!r} is no bound; write a number, N, N+1, N-1 or M")
            _need(bound[:1] not in ("N", "M") or bound[0] in split, where, f"{bound!r} has no {bound[:1]} in {words!r}")
        _need(split not in (p.words for p in found.get(split[0], ())), where, f"{words!r} stands twice; keep one row")
        found.setdefault(split[0], []).append(Pattern(split, least, most))
    return {first: tuple(sorted(each, key=lambda p: -len(p.words))) for first, each in found.items()}


@cache
def kinds() -> Mapping[str, Kind]:
    """Return kinds.csv by kind; raises LexiconError where a row is wrong or a kind is missing."""
    return read_kinds(_file("kinds.csv"))


def read_kinds(file: Traversable) -> dict[str, Kind]:
    """Return the rows of a file laid out as kinds.csv; raises LexiconError naming file, line and remedy."""
    found = {}
    known = load_ontology().types
    for line, (kind, types, otherwise, _) in rows(file, "kind,types,else,example"):
        where = f"{file.name}:{line}"
        _need(kind in KINDS, where, f"kind is {kind!r}; write one of {', '.join(KINDS)}")
        for each in (*types.split(), *otherwise.split()):
            _need(each in known, where, f"{each!r} is no event type; write types of plover.toml, spaces between them")
        found[kind] = Kind(frozenset(types.split()), frozenset(otherwise.split()))
    missing = [kind for kind in KINDS if kind not in found]
    _need(not missing, file.name, f"no row for {', '.join(missing)}; add one each")
    return found


@cache
def nouns() -> Mapping[str, str]:
    """Return nouns.csv: "people" for a noun that does not say who is counted, "thing" for one that counts no people."""
    return read_nouns(_file("nouns.csv"))


def read_nouns(file: Traversable) -> dict[str, str]:
    """Return the rows of a file laid out as nouns.csv; raises LexiconError naming file, line and remedy."""
    found: dict[str, str] = {}
    for line, (noun, counts, _) in rows(file, "noun,counts,example"):
        where = f"{file.name}:{line}"
        _need(counts in ("people", "thing"), where, f"counts is {counts!r}; write people or thing")
        _need(noun not in found, where, f"{noun!r} stands twice; keep one row")
        found[noun] = counts
    return found


def _place(text: str, where: str) -> Place:
    match = SLOT.fullmatch(text)
    remedy = f"{text!r} is no slot; write one like obj, of, self, head, verb.to or obj:home|house"
    if match is None:
        raise LexiconError(f"{where}: {remedy}")
    return Place(match["path"], frozenset(match["nouns"].split("|") if match["nouns"] else ()))


def _need(holds: bool, where: str, remedy: str) -> None:
    if not holds:
        raise LexiconError(f"{where}: {remedy}")


def _file(name: str) -> Traversable:
    return files("diurna.resolve.counts").joinpath(name)


def bound(written: str, numbers: Sequence[int]) -> int | None:
    """Return a bound of quantities.csv for the numbers that stood at N and M; None where the row leaves it empty."""
    if not written:
        return None
    if written.isdigit():
        return int(written)
    return numbers[-1] if written == "M" else numbers[0] + int(written[1:] or 0)
