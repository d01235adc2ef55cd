"""What words a pattern cannot do without: where they do not stand, it is not tried.

A sentence is held against some seventy patterns of dates and claims, of which hardly any can match: looking for the
words first takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

Needs = tuple[frozenset[str], ...]
"""Sets of words, of each of which one must stand in a sentence."""

DIGITS = "{digits}"  # stands among the words of a sentence that has a digit

_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")


@lru_cache(1024)  # a sentence is asked for its dates and, later, for its claims
def said_in(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, case-folded, and DIGITS where a digit stands in it."""
    words = _WORD.findall(sentence.casefold())
    return frozenset((*words, DIGITS) if _DIGIT.search(sentence) else words)


def needs_of(written: str, classes: Mapping[str, Iterable[str]]) -> Needs:
    """Return what `written` asks for: "{month} mid|early" is a word of the class `month`, and "mid" or "early".

    Raises KeyError, with the name, where a class is not among `classes`.
    """
    return tuple(
        frozenset(word for name in either.split("|") for word in _words(name, classes)) for either in written.split()
    )


def _words(name: str, classes: Mapping[str, Iterable[str]]) -> Iterable[str]:
    if name == DIGITS:
        return (DIGITS,)
    if not name.startswith("{"):
        return (name.casefold(),)
    # All words of "day before yesterday" stand where it stands: the longest tells most.
    return (max(_WORD.findall(entry.casefold()), key=len) for entry in classes[name.strip("{}")])


def are_met(needs: Needs, said: frozenset[str]) -> bool:
    """Return whether a sentence of which `said_in` is given has what a pattern needs."""
    for either in needs:  # noqa: SIM110, for this is asked seventy times a sentence
        if said.isdisjoint(either):
            return False
    return True


class Tried(NamedTuple):
    """Which of many patterns a sentence may match: their places by each word of the smallest set that they need, and
    those that need nothing.
    """

    by_word: Mapping[str, tuple[int, ...]]
    always: tuple[int, ...]
    needs: tuple[Needs, ...]

    def among(self, said: frozenset[str]) -> list[int]:
        """Return the places, in order, of the patterns whose needs a sentence of which `said_in` is given meets."""
        some = {place for word in said & self.by_word.keys() for place in self.by_word[word]}
        return sorted((*self.always, *(place for place in some if are_met(self.needs[place], said))))


def tried(needs: Iterable[Needs]) -> Tried:
    """Return which patterns to try, given what each needs."""
    asked = tuple(needs)
    by_word: dict[str, list[int]] = {}
    for place, one in enumerate(asked):
        for word in min(one, key=len, default=frozenset()):
            by_word.setdefault(word, []).append(place)
    always = tuple(place for place, one in enumerate(asked) if not one)
    return Tried({word: tuple(places) for word, places in by_word.items()}, always, asked)
