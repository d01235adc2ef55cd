"""Words to compare tellings by: stems with a weight each (common.csv), and the telling parts of names (generic.csv)."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib.resources import files

from diurna.read.tables import rows_of

STEM = 5
"""Letters that words of one root share: "suspended" and "suspension"."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME_WORD = re.compile(r"[^\W_]{2,}")


def stems(text: str) -> set[str]:
    """Return the stems of the text's words of three letters and more, lower-cased, without those in every article."""
    return {stem for word in _WORD.findall(text.lower()) if weight(stem := word[:STEM]) > 0}


def weight(stem: str) -> float:
    """Return how much a stem tells, from 0 (in every article) to 1 (in hardly any)."""
    return _weights().get(stem, 1.0)


def alike(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the cosine of two sets of stems by their weights, 0 to 1; 0 where one is empty."""
    shared = ours & theirs
    return _squares(shared) / math.sqrt(_length(ours) * _length(theirs)) if shared else 0.0


def _squares(stems: frozenset[str]) -> float:
    known = _weights()
    return sum(known.get(stem, 1.0) ** 2 for stem in stems)


# A telling is compared with many, so its length is asked for many times.
_length = lru_cache(maxsize=1 << 11)(_squares)


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, lower-cased: "President Daniel Otieno" gives two."""
    words = (word.lower() for word in _NAME_WORD.findall(name))
    return frozenset(word for word in words if word not in _generic() and not word.isdigit())


@cache
def _weights() -> dict[str, float]:
    name = "common.csv"
    text = (files("diurna.merge.across") / name).read_text("utf-8")
    made = {}
    for number, row in rows_of(name, text, ("stem", "weight")):
        try:
            made[row["stem"]] = float(row["weight"])
        except ValueError:
            raise ValueError(f"{name}:{number}: {row['weight']!r} is no number; write one from 0 to 1") from None
    return made


@cache
def _generic() -> frozenset[str]:
    name = "generic.csv"
    text = (files("diurna.merge.across") / name).read_text("utf-8")
    return frozenset(row["word"] for _, row in rows_of(name, text, ("word",)))
