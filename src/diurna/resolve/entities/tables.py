"""The word lists of this package, read once and checked: titles, nouns for people, given names, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

from diurna.code.table import cells_of
from diurna.records import EntityType, Token

Gender = Literal["male", "female"]
TitleKind = Literal["honorific", "rank", "office", "post", "modifier"]
Answers = Literal["word", "type", "country", "bearer"]

TITLE_KINDS = ("honorific", "rank", "office", "post", "modifier")
NOUN_TYPES = ("person", "group", "organization", "place")


class Title(NamedTuple):
    """A row of titles.csv; `words` match it, `means` are the words of the title it stands for."""

    words: tuple[str, ...]
    kind: TitleKind
    gender: Gender | None
    means: tuple[str, ...]


class NounType(NamedTuple):
    """A row of nominal_types.csv; `type` is None for a noun that only counts ("dozens of protesters")."""

    type: EntityType | None
    plural: bool
    answers: Answers | None
    gender: Gender | None
    quantity: bool


@cache
def titles() -> Mapping[tuple[str, ...], Title]:
    """Return the titles by their words (hyphens cut: "vice-president" is two); raises ValueError for a wrong
    row.
    """
    return dict(read_titles(_lines("titles.csv"), "titles.csv"))


def read_titles(lines: Iterable[str], name: str) -> Iterator[tuple[tuple[str, ...], Title]]:
    """Yield the titles of a CSV file's `lines`; raises ValueError naming `name`, the line and the remedy."""
    for place, (title, kind, gender, means) in _rows(lines, name, ("title", "kind", "gender", "means")):
        _one_of(kind, TITLE_KINDS, "kind", place)
        _one_of(gender, ("", "male", "female"), "gender", place)
        words = title_words(title)
        yield (
            words,
            Title(
                words,
                cast(TitleKind, kind),
                cast(Gender, gender) if gender else None,
                title_words(means) or words,
            ),
        )


@lru_cache(1 << 14)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words by which a title is looked up: lower case, cut at hyphens, without dots."""
    return tuple(title.casefold().replace("-", " ").replace(".", "").split())


@cache
def noun_types() -> Mapping[str, NounType]:
    """Return nominal_types.csv by noun; raises ValueError with line and remedy where a row is wrong."""
    return dict(read_noun_types(_lines("nominal_types.csv"), "nominal_types.csv"))


def noun_of(token: Token) -> str:
    """Return the noun of nominal_types.csv that a word is a form of, else its lemma.

    A lemma that kept its plural ("officials") is tried without it, and "counter-protester" as "protester".
    """
    return _noun_of(token.lemma.casefold())


@lru_cache(1 << 14)
def _noun_of(lemma: str) -> str:
    forms = [lemma, lemma.removesuffix("s"), lemma.removesuffix("es"), re.sub("ies$", "y", lemma)]
    return next((one for one in forms if one in noun_types()), None) or next(
        (one for form in forms if (one := form.rpartition("-")[2]) in noun_types()), lemma
    )


def read_noun_types(lines: Iterable[str], name: str) -> Iterator[tuple[str, NounType]]:
    """Yield the nouns of a CSV file's `lines`; raises ValueError naming `name`, the line and the remedy."""
    header = ("noun", "type", "number", "answers", "gender", "quantity")
    for place, (noun, kind, number, answers, gender, quantity) in _rows(lines, name, header):
        _one_of(kind, (*NOUN_TYPES, ""), "type", place)
        _one_of(number, ("", "plural"), "number", place)
        _one_of(answers, ("", "word", "type", "country", "bearer"), "answers", place)
        _one_of(gender, ("", "male", "female"), "gender", place)
        _one_of(quantity, ("", "yes"), "quantity", place)
        if not kind and not quantity:
            raise ValueError(f"{place}: {noun!r} has neither type nor quantity; give it one of {', '.join(NOUN_TYPES)}")
        yield (
            noun,
            NounType(
                cast(EntityType, kind) if kind else None,
                number == "plural",
                cast(Answers, answers) if answers else None,
                cast(Gender, gender) if gender else None,
                quantity == "yes",
            ),
        )


@cache
def given_names() -> Mapping[str, Gender]:
    """Return the gender of the given names in given_names.csv (lower case, no diacritics)."""
    table: dict[str, Gender] = {}
    for place, (name, gender) in _rows(_lines("given_names.csv"), "given_names.csv", ("name", "gender")):
        _one_of(gender, ("male", "female"), "gender", place)
        table[name] = cast(Gender, gender)
    return table


@cache
def role_verbs() -> Mapping[str, str]:
    """Return the title that a verb gives its subject ("head": "head"; "lead": "leader")."""
    return {verb: title for _, (verb, title) in _rows(_lines("role_verbs.csv"), "role_verbs.csv", ("verb", "title"))}


@cache
def mutual_words() -> Mapping[str, bool]:
    """Return the words for what two do with each other; True where the other one can be the verb's object."""
    return {word: takes_object == "yes" for _, (word, takes_object, _, _) in _mutual()}


@cache
def hostile_words() -> frozenset[str]:
    """Return those of mutual_words by which two are two sides, and not one "they"."""
    return frozenset(word for _, (word, _, hostile, _) in _mutual() if hostile == "yes")


@cache
def _mutual() -> tuple[tuple[str, list[str]], ...]:
    return tuple(_rows(_lines("mutual_words.csv"), "mutual_words.csv", ("word", "object", "hostile", "example")))


@cache
def alias_words() -> frozenset[tuple[str, ...]]:
    """Return the words that stand between two names of one person ("alias", "known as")."""
    rows = _rows(_lines("alias_words.csv"), "alias_words.csv", ("words", "example"))
    return frozenset(title_words(words) for _, (words, _) in rows)


@cache
def speech_verbs() -> frozenset[str]:
    """Return the lemmas of verbs of saying."""
    return frozenset(verb for _, (verb,) in _rows(_lines("speech_verbs.csv"), "speech_verbs.csv", ("verb",)))


@cache
def custody_verbs() -> Mapping[str, bool]:
    """Return the lemmas of verbs for what police, courts and captors do to others, True where they so take them."""
    table = _rows(_lines("custody.csv"), "custody.csv", ("verb", "taker"))
    return {verb: taker == "yes" for _, (verb, taker) in table}


@cache
def pronouns() -> Mapping[str, Pronoun]:
    """Return pronouns.csv by pronoun; raises ValueError with the line and the remedy where a row is wrong."""
    table: dict[str, Pronoun] = {}
    for place, (word, person, refers, gender) in _rows(
        _lines("pronouns.csv"), "pronouns.csv", ("pronoun", "person", "refers", "gender")
    ):
        _one_of(person, ("1", "3"), "person", place)
        _one_of(refers, ("human", "thing", "plural"), "refers", place)
        _one_of(gender, ("", "male", "female"), "gender", place)
        table[word] = Pronoun(
            int(person),
            cast(Literal["human", "thing", "plural"], refers),
            cast(Gender, gender) if gender else None,
        )
    return table


class Pronoun(NamedTuple):
    """A row of pronouns.csv: grammatical person, what it can stand for, and the gender it tells."""

    person: int
    refers: Literal["human", "thing", "plural"]
    gender: Gender | None


def _lines(name: str) -> list[str]:
    return files("diurna.resolve.entities").joinpath(name).read_text(encoding="utf-8").splitlines()


def _rows(lines: Iterable[str], name: str, header: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each row with its place ("titles.csv:12"); comments and empty lines are left out."""
    first = True
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = cells_of(line)
        if first:
            if row != list(header):
                raise ValueError(f"{name}:{number}: the header must be {','.join(header)}")
            first = False
            continue
        if len(row) != len(header) or not row[0]:
            raise ValueError(f"{name}:{number}: write {len(header)} fields as the header has them: {','.join(header)}")
        if row[0] in seen:
            raise ValueError(f"{name}:{number}: {row[0]!r} stands here a second time; keep one of its rows")
        seen.add(row[0])
        yield f"{name}:{number}", row


def _one_of(value: str, allowed: Sequence[str], field: str, place: str) -> None:
    if value not in allowed:
        choices = ", ".join(one or "nothing" for one in allowed)
        raise ValueError(f"{place}: {field} is {value!r}; write one of: {choices}")
