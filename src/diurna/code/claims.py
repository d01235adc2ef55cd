"""Find statements about other events: "first meeting in two years", "third attack this month" (claims.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

from diurna.code.needs import Needs, Tried, needs_of, said_in, tried
from diurna.code.table import LexiconError
from diurna.records import Claim, Document, Span

# Up to seven words without punctuation, few first: bounded, so that a match takes constant time. A comma is let
# stand only where none is needed ("the fifth minister to go").
_NP = r"(?: [\w$€£%][\w'’.$-]*){0,7}?"
_MORE = (
    r"(?:the (?:past|last) |more than |over |nearly |almost |about |at least |around |some |roughly |just |under "
    r"|less than )*"
)
_HISTORY = (
    r"(?:ever|on record|in (?:(?:the|its|their|her|his) )?(?:[\w-]+[’']s? )?"
    r"(?:(?:recorded|modern|living|recent) )?(?:history|memory))\b"
)
_PARTS = ("numbers", "ordinals", "units", "months")


class ClaimRule(NamedTuple):
    """A rule of claims.toml: the claim's kind, its pattern as written there, its examples, and where it stands.

    A sentence without what it `needs` has no match. The pattern is compiled when first asked for: one article needs
    few of them, and all together take as long as the rest of what a run reads before it begins.
    """

    kind: str
    written: str
    examples: tuple[Mapping[str, Any], ...]
    needs: Needs
    place: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern; raises LexiconError, naming the rule, where it is wrong."""
        return _compiled(self.written, self.place)


@cache
def _compiled(pattern: str, place: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise LexiconError(f"{place}: the pattern is wrong ({error}); mend it") from error


class ClaimRules(NamedTuple):
    """All rules, with the words that stand for numbers, ordinals, units (an ISO 8601 duration each) and months."""

    rules: tuple[ClaimRule, ...]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    months: Mapping[str, int]
    tried: Tried


def find_claims(document: Document) -> tuple[Claim, ...]:
    """Return the claims of the document's sentences in text order, each with the exact words of the claim.

    `interval` is the duration ("P2Y") or open interval ("2014/..") that the claim names, where it names one;
    `count` is 3 for "third". `event` is None: which event a claim speaks of is decided after coding.
    """
    text, rules = document.article.text, load_claims()
    found: list[Claim] = []
    for sentence in document.sentences:
        end = 0
        for claim in sorted(_in(text, sentence.start, sentence.end, rules), key=_place):
            if claim.span.start >= end:
                found.append(claim)
                end = claim.span.end
    return tuple(found)


def _place(claim: Claim) -> tuple[int, int]:
    return claim.span.start, claim.span.end


def _in(text: str, start: int, end: int, rules: ClaimRules) -> list[Claim]:
    said = said_in(text[start:end])
    among = [rules.rules[place] for place in rules.tried.among(said)]
    if not among:
        return []
    # A line break in a sentence is a space to the patterns; the offsets stay.
    sentence = re.sub(r"\s", " ", text[start:end])
    return [
        Claim(rule.kind, Span.of(text, start + match.start(), start + match.end()), None,
              _interval(match, rules), _count(match, rules))
        for rule in among for match in rule.pattern.finditer(sentence)
    ]  # fmt: skip


def _count(match: re.Match[str], rules: ClaimRules) -> int | None:
    ordinal = match.groupdict().get("ordinal")
    if ordinal is None:
        return None
    digits = re.match(r"\d+", ordinal)
    return int(digits.group()) if digits else rules.ordinals[ordinal.lower()]


def _interval(match: re.Match[str], rules: ClaimRules) -> str | None:
    groups = match.groupdict()
    if month := groups.get("month"):
        return f"{groups['year']}-{rules.months[month.lower()]:02}/.."
    if year := groups.get("bare_year"):
        return f"{year}/.."
    unit = groups.get("unit")
    if not unit:
        return None
    duration = rules.units[_singular(unit.lower(), rules)]
    number = (groups.get("number") or "one").lower()
    times = _count(match, rules) or 1 if number == "as many" else _number(number, rules)
    return re.sub(r"\d+", lambda digits: str(int(digits.group()) * times), duration)


def _singular(unit: str, rules: ClaimRules) -> str:
    return next(word for word in (unit, unit[:-1], f"{unit[:-3]}y") if word in rules.units)


def _number(words: str, rules: ClaimRules) -> int:
    return sum(int(word) if word.isdigit() else rules.numbers[word] for word in words.split("-"))


def load_claims(file: Traversable | None = None) -> ClaimRules:
    """Return the rules in `file`; by default the package's claims.toml, read once.

    Raises LexiconError, with the file, the rule and the remedy, where one is wrong; a wrong pattern of the package's
    own is found when a sentence first needs it.
    """
    if file is None:
        return _packaged()
    given = _read(file)
    for rule in given.rules:
        _compiled(rule.written, rule.place)
    return given


@cache
def _packaged() -> ClaimRules:
    return _read(files("diurna.code") / "claims.toml")


def _read(file: Traversable) -> ClaimRules:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file.name}: not TOML: {error}; mend that line") from error
    for key in (*_PARTS, "superlatives"):
        if not isinstance(table.get(key), dict) or not table[key]:
            raise LexiconError(f"{file.name}: [{key}] is missing; add the table")
    words = _words(table)
    classes = {"ordinals": table["ordinals"], "superlatives": table["superlatives"]["words"]}
    rules = tuple(
        _rule(file.name, number, rule, words, classes) for number, rule in enumerate(table.get("rule", []), 1)
    )
    numbers, ordinals, units, months = (table[key] for key in _PARTS)
    return ClaimRules(rules, numbers, ordinals, units, months, tried(rule.needs for rule in rules))


def _words(table: Mapping[str, Any]) -> dict[str, str]:
    """Return what each {name} in a pattern stands for."""
    either = {key: "|".join(sorted(map(re.escape, table[key]), key=len, reverse=True)) for key in _PARTS}
    units = f"{either['units']}|{'|'.join(f'{unit[:-1]}ie' for unit in table['units'] if unit.endswith('y'))}"
    number = rf"(?P<number>(?:{either['numbers']})(?:-(?:{either['numbers']}))?|\d{{1,3}}|as many)"
    unit = rf"(?P<unit>(?:{units})s?)\b(?![’']|-| time\b)"
    since = (
        rf"since (?:(?P<month>{either['months']}) (?:\d{{1,2}}, )?(?P<year>1[89]\d\d|20\d\d)\b"
        r"|(?:at least )?(?P<of>the )?(?P<bare_year>1[89]\d\d|20\d\d)\b(?(of)(?: [\w-]+)?)"
        r"|(?:the )?\d[\d,.]*(?: [\w’'-]+){1,9}?(?= in 20\d\d|[,;.]|$)"
        r"|(?:the |its |his |her |their )?(?:(?:(?-i:[A-Z])[\w.-]* ){0,2}[\w-]+(?:[’']s|s[’']) )?"
        r"[\w’'-]+"
        r"(?: (?:of|in|on|to) (?:the )?[\w-]+| (?-i:[A-Z\d])[\w-]*){0,3})"
    )
    return {
        "np": _NP,
        "in": rf"(?:in|for) {_MORE}(?:{number} )?{unit}",
        "since": since,
        "this": rf"(?:(?:this|in the (?:past|last)|in) {_MORE}(?:{number} )?{unit})",
        "ordinal": rf"(?P<ordinal>{either['ordinals']}|\d{{1,3}}(?:nd|rd|th|st))\b",
        "superlative": rf"(?P<superlative>{'|'.join(table['superlatives']['words'])})\b",
        "history": _HISTORY, "number": number, "unit": unit, "month": either["months"],
    }  # fmt: skip


def _rule(
    name: str, number: int, rule: Mapping[str, Any], words: Mapping[str, str], classes: Mapping[str, Iterable[str]]
) -> ClaimRule:
    place = f"{name}: rule {number}"
    if not isinstance(rule.get("kind"), str) or not rule.get("examples"):
        raise LexiconError(f"{place}: give kind, pattern and examples")
    pattern = str(rule.get("pattern", ""))
    for key, stands_for in words.items():
        pattern = pattern.replace("{" + key + "}", stands_for)
    try:
        needs = needs_of(str(rule.get("needs", "")), classes)
    except KeyError as error:
        raise LexiconError(f"{place}: needs {error} is unknown; write {{ordinals}} or {{superlatives}}") from error
    return ClaimRule(rule["kind"], pattern, tuple(rule["examples"]), needs, place)
