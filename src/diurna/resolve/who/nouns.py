"""Agent nouns and what modifies them: agents.csv, national_agents.csv and modifiers.csv, read once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from diurna.resolve.who.tables import rows, sectors

_ROLES = ("role", "relation", "number")
LONGEST = 6  # words of the longest phrase in agents.csv


class Noun(NamedTuple):
    """An agent noun: the sectors it tells, and whether it is a mere role ("leader", "member").

    `relation`: a role that tells nothing of its own where it is somebody's ("his deputy", "Sadr's representative").
    `number`: a role that tells its own only where it counts nothing told ("thousands", not "thousands of pigs").
    `group`: a body or many, no person.
    """

    sector: tuple[str, ...]
    role: bool
    relation: bool = False
    number: bool = False
    group: bool = False


class Modifier(NamedTuple):
    """What a word beside the noun tells; `effect` is "first", "add" or "replace" (see modifiers.csv)."""

    sector: tuple[str, ...]
    effect: str


def noun_called(words: Sequence[str]) -> Noun | None:
    """Return the agent noun that these words are, in the singular or plural ("police officers"), or None."""
    if len(words) > 1 and not _begins(words[0]):  # every run of words of a phrase is asked for, and hardly any is one
        return None
    return _noun_called(tuple(words))


@lru_cache(1 << 14)
def _noun_called(words: tuple[str, ...]) -> Noun | None:
    for last in singulars(words[-1]):
        found = _nouns().get(" ".join((*words[:-1], last)).casefold())
        if found:
            return found
    # "members of parliament": the plural stands on the first word.
    if len(words) > 2 and words[1] in ("of", "for"):
        return next((noun for first in singulars(words[0])[1:]
                     if (noun := _nouns().get(" ".join((first, *words[1:])).casefold()))), None)  # fmt: skip
    return None


def noun_there(words: Sequence[str], country: str | None, countries: frozenset[str]) -> Noun | None:
    """Return what these words mean in a country alone, by their own country or else the only one of the article: in
    America "deputies" are a sheriff's.
    """
    home = country or (next(iter(countries)) if len(countries) == 1 else None)
    if home is None or home not in _national():
        return None
    there = _national()[home]
    return next((there[key] for last in singulars(words[-1])
                 if (key := " ".join((*words[:-1], last)).casefold()) in there), None)  # fmt: skip


def modifier_called(word: str) -> Modifier | None:
    """Return what a word beside a noun tells ("former", "opposition"), or None."""
    return _modifiers().get(word.casefold())


@lru_cache(1 << 14)
def singulars(word: str) -> tuple[str, ...]:
    """Return the word itself and the singulars it may be the plural of: "agencies" gives "agency" too."""
    plain = word.casefold()
    found = [plain]
    if plain.endswith("men"):
        found.append(plain[:-3] + "man")
    if plain.endswith("ies"):
        found.append(plain[:-3] + "y")
    if plain.endswith("ves"):
        found += [plain[:-3] + "f", plain[:-3] + "fe"]
    if plain.endswith("es"):
        found.append(plain[:-2])
    if plain.endswith("s") and not plain.endswith("ss"):
        found.append(plain[:-1])
    return tuple(found)


@lru_cache(1 << 14)
def _begins(word: str) -> bool:
    """Return whether a word, in the singular or plural, begins a noun of several words."""
    return not _first_words().isdisjoint(singulars(word))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(noun.partition(" ")[0] for noun in _nouns() if " " in noun)


@cache
def _nouns() -> dict[str, Noun]:
    return read_nouns(_lines("agents.csv"), "agents.csv")


@cache
def _national() -> dict[str, dict[str, Noun]]:
    return read_national(_lines("national_agents.csv"), "national_agents.csv")


@cache
def _modifiers() -> dict[str, Modifier]:
    return read_modifiers(_lines("modifiers.csv"), "modifiers.csv")


def _lines(name: str) -> list[str]:
    return files("diurna.resolve.who").joinpath(name).read_text(encoding="utf-8").splitlines()


def read_nouns(lines: Iterable[str], name: str) -> dict[str, Noun]:
    """Return the nouns of a CSV file's `lines`; raises ValueError naming `name`, the line and the remedy."""
    table: dict[str, Noun] = {}
    for place, (noun, sector, kind) in rows(lines, name, ["noun", "sector", "type"]):
        if kind not in ("person", "group", *_ROLES):
            raise ValueError(f"{place}: type is {kind!r}; write person, group, role, relation or number")
        if not sector and kind != "role":
            raise ValueError(f"{place}: {noun!r} has no sector; only a role may go without")
        key = noun.casefold().replace("'s ", " ").replace("' ", " ")  # phrases come without the possessive
        if key in table:
            raise ValueError(f"{place}: {noun!r} stands there twice; remove one")
        if len(noun.split()) > LONGEST:
            raise ValueError(f"{place}: {noun!r} has more than {LONGEST} words; shorten it")
        table[key] = Noun(sectors(sector, place), kind in _ROLES, kind == "relation", kind == "number", kind == "group")
    return table


def read_national(lines: Iterable[str], name: str) -> dict[str, dict[str, Noun]]:
    """Return the nouns of a CSV file's `lines` that mean another thing in some countries, by country; raises ValueError
    with file, line and remedy.
    """
    table: dict[str, dict[str, Noun]] = {}
    for place, (noun, countries, sector, kind, _) in rows(
        lines, name, ["noun", "countries", "sector", "type", "example"]
    ):
        found = read_nouns(["noun,sector,type", f"{noun},{sector},{kind}"], place)
        for country in countries.split("|"):
            table.setdefault(country, {}).update(found)
    return table


def read_modifiers(lines: Iterable[str], name: str) -> dict[str, Modifier]:
    """Return the modifiers of a CSV file's `lines`; raises ValueError with file, line and remedy."""
    table: dict[str, Modifier] = {}
    for place, (forms, sector, effect) in rows(lines, name, ["forms", "sector", "effect"]):
        if effect not in ("first", "add", "replace"):
            raise ValueError(f"{place}: effect is {effect!r}; write first, add or replace")
        for form in forms.split("|"):
            table[form.strip()] = Modifier(sectors(sector, place), effect)
    return table
