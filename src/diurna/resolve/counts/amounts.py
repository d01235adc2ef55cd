"""Amounts: the runs of words in a sentence that say how many ("at least 14", "dozens of", "no")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from diurna.records import Token
from diurna.resolve.counts.tables import Pattern, bound, patterns
from diurna.resolve.when.numbers import number_of

LONGEST = 9  # words of "one hundred and twenty-five thousand" and the like
SCALES = {"million": 10**6, "billion": 10**9}
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
SIGNS = frozenset(("$", "€", "£", "#", "no."))  # before a number that is no count of people


class Amount(NamedTuple):
    """Words `first..last` and their bounds. `known` is False where the words tell no number ("a group of")."""

    first: int
    last: int
    min: int | None
    max: int | None
    known: bool
    indefinite: bool = False


def amounts_of(tokens: Sequence[Token]) -> dict[int, Amount]:
    """Return the amounts of a sentence by each index of their words, the longest at each place, left to right."""
    words = [token.text.lower() for token in tokens]
    found: dict[int, Amount] = {}
    index = 0
    while index < len(words):
        amount = _amount(words, index)
        if amount is not None:
            found.update(dict.fromkeys(range(index, amount.last + 1), amount))
            index = amount.last
        index += 1
    return found


def _amount(words: Sequence[str], start: int) -> Amount | None:
    if start and words[start - 1] in SIGNS:
        return None
    best: Amount | None = None
    begun = patterns().get(words[start], ())
    if number_of(words[start]) is not None:  # asked once here, not by each of the patterns that begin with a number
        begun = (*begun, *patterns().get("N", ()))
    for pattern in begun:
        amount = _fitted(pattern, words, start)
        if amount is not None and (best is None or amount.last > best.last):
            best = amount
    return best


def _fitted(pattern: Pattern, words: Sequence[str], start: int) -> Amount | None:
    numbers: list[int] = []
    at = start
    for word in pattern.words:
        if word in ("N", "M"):
            read = number_at(words, at)
            if read is None:
                return None
            numbers.append(read[0])
            at = read[1]
        elif at < len(words) and words[at] == word:
            at += 1
        else:
            return None
    if numbers and at < len(words) and words[at] in ("-", "%", "percent"):
        return None  # "a 23-year-old": an age, not a count
    known = bool(pattern.min or pattern.max)
    alone = pattern.words in (("a",), ("an",))
    return Amount(start, at - 1, bound(pattern.min, numbers), bound(pattern.max, numbers), known, alone)


def number_at(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the whole number that begins at a word ("1.8 million", "a dozen") and where it ends (exclusive)."""
    if start >= len(words) or number_of(words[start]) is None:
        return None  # no number begins here
    most = min(len(words), start + LONGEST)
    beyond = next((i for i in range(start + 1, most) if not _may_go_on(words[i])), most)
    if beyond < most and words[beyond] in SCALES:
        beyond += 1
    for end in range(beyond, start, -1):
        run = words[start:end]
        scale = SCALES.get(run[-1], 1)
        plain = run[:-1] if scale > 1 else run
        if not plain or not _all_numbers(plain) or (plain[-1] in ("a", "an") and scale == 1):
            continue
        number = number_of(" ".join(plain).replace(" - ", "-"))
        if number is not None and (number * scale) % 1 == 0:
            return int(number * scale), end
    return None


def _may_go_on(word: str) -> bool:
    return word in ("and", "-") or (word != "of" and number_of(word) is not None)


def _all_numbers(words: Sequence[str]) -> bool:
    """Return whether the words are one number: digits only at its beginning, "and" only after hundreds."""
    for before, word in pairwise(("", *words)):
        if word == "and":
            if before not in ("hundred", "thousand"):
                return False
        elif word == "-":
            if before in ("", "-"):
                return False
        elif word == "of" or number_of(word) is None or (before and (word in ("a", "an") or DIGITS.fullmatch(word))):
            return False
    return words[-1] not in ("and", "-")
