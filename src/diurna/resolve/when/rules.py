"""The rules of time expressions: rules.toml and words.csv, read and checked once."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from diurna.code.needs import Needs, Tried, needs_of, tried

REFERENCE = re.compile(r"\{([a-z]\w*)(?::(\w+))?\}")
LOOKBEHIND = re.compile(r"(\(\?<[=!][^)]*\))")


class Rule(NamedTuple):
    """A rule: `words` says for each group name which class of words.csv gives its value.

    A sentence without what it `needs` has no match. The pattern is compiled when first asked for: one article needs
    few of them.
    """

    name: str
    means: str
    written: str
    words: Mapping[str, str]
    given: Mapping[str, str]
    needs: Needs

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return _compiled(self.written)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


class Rules(NamedTuple):
    """All rules in order, the words by class, and the words around a date that say which way it points."""

    rules: tuple[Rule, ...]
    words: Mapping[str, Mapping[str, str]]
    future: re.Pattern[str]
    either: frozenset[str]
    cues: Mapping[str, frozenset[str]]
    leaning: frozenset[str]
    beside: Mapping[str, int]
    stretches: frozenset[tuple[str, ...]]
    tried: Tried


@cache
def rules() -> Rules:
    """Return the rules that ship with diurna; raises ValueError naming file, place and remedy."""
    folder = files("diurna.resolve.when")
    words = read_words(folder.joinpath("words.csv").read_text(encoding="utf-8"))
    return read_rules(folder.joinpath("rules.toml").read_text(encoding="utf-8"), words)


def read_words(text: str) -> dict[str, dict[str, str]]:
    """Return the words of a words.csv: class -> word -> value; raises ValueError naming the line."""
    words: dict[str, dict[str, str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#") or line == "class,word,value":
            continue
        row = next(csv.reader([line]))
        if len(row) != 3 or not all(row):
            raise ValueError(f"words.csv:{number}: write class,word,value")
        if row[1] in words.setdefault(row[0], {}):
            raise ValueError(f"words.csv:{number}: {row[1]!r} stands twice in class {row[0]!r}; remove one")
        words[row[0]][row[1]] = row[2]
    return words


def read_rules(text: str, words: Mapping[str, Mapping[str, str]]) -> Rules:
    """Return the compiled rules of a rules.toml; raises ValueError naming rule and line."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"rules.toml: {error}; see toml.io for how a value is written") from error
    parts = {name: _alternatives(entries) for name, entries in words.items()}
    for name, block in data["blocks"].items():
        parts[name] = f"(?:{REFERENCE.sub(lambda m: parts[m[1]], block)})"
    found = []
    for entry in data["rule"]:
        line = text[: text.index(f'name = "{entry["name"]}"')].count("\n") + 1
        try:
            found.append(_rule(entry, parts, words))
        except KeyError as error:
            raise ValueError(
                f"rules.toml:{line}: rule {entry['name']!r}: {error}; "
                "give it a pattern, a meaning and its needs, from blocks and classes that exist"
            ) from error
    cues = "|".join(re.escape(word) for word in data["direction"]["future"])
    return Rules(
        tuple(found),
        words,
        re.compile(rf"(?i:(?<!\w)(?:{cues})(?!\w))"),
        frozenset(data["direction"]["either"]),
        {
            name: frozenset(data["direction"][name])
            for name in ("deadlines", "announcing", "beginning", "deciding", "doing", "participles")
        }
        | {name: frozenset(words) for name, words in data["attach"].items()}
        | {name: frozenset(data["narrative"][name]) for name in ("saying", "now")},
        frozenset(data["narrative"]["leaning"]),
        data["beside"],
        frozenset(_words_of(form) for form in data["stretch"]["forms"]),
        tried(rule.needs for rule in found),
    )


def _words_of(form: str) -> tuple[str, ...]:
    """Return the word before the first date and those between the two."""
    before, between = re.split(r"\{first\}", form.replace("{second}", ""))
    return (*before.split(), *between.split())


def _rule(entry: Mapping[str, object], parts: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> Rule:
    classes: dict[str, str] = {}
    seen: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        source, name = match[1], match[2] or match[1]
        if source in words:
            classes[name] = source
        # The alternatives of one pattern may fill the same field; re wants distinct names.
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name}__{seen[name]}"
        return f"(?P<{unique}>{parts[source]})"

    pieces = LOOKBEHIND.split(str(entry["pattern"]))
    pattern = "".join(piece if LOOKBEHIND.fullmatch(piece) else _white(REFERENCE.sub(group, piece)) for piece in pieces)
    given = entry.get("with", {})
    assert isinstance(given, dict)
    return Rule(
        str(entry["name"]),
        str(entry["means"]),
        rf"(?i:(?<!\w)(?:{pattern})(?!\w))",
        classes,
        {str(name): str(value) for name, value in given.items()},
        needs_of(str(entry.get("needs", "")), words),
    )


def _white(pattern: str) -> str:
    """Return the pattern with its spaces and underscores as white space, group names left alone."""
    kept = re.split(r"(\(\?P<\w+>)", pattern)
    return "".join(
        piece if piece.startswith("(?P<") else piece.replace(" ", r"\s{1,3}").replace("_", r"(?:\s{1,3}|-)")
        for piece in kept
    )


def _alternatives(entries: Mapping[str, str]) -> str:
    longest_first = sorted(entries, key=len, reverse=True)
    as_written = [form for word in longest_first if word[0].isupper() for form in (word, word.upper())]
    any_case = [word for word in longest_first if not word[0].isupper()]
    sides = [rf"(?-i:{_any(as_written)})"] if as_written else []
    sides += [rf"(?i:{_any(any_case)})"] if any_case else []
    # A word of the class must be whole: "May" is not in "Mayor", nor "Jan" in "Janjaweed".
    return rf"(?:(?:{'|'.join(sides)})(?!\w))"


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ").replace(r"\-", "-") for word in words)
