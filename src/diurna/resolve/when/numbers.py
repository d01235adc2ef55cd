"""Numbers in words and digits, and durations as TIMEX3 writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from diurna.resolve.when.rules import rules

UNKNOWN = None
TIMES = frozenset({"S", "MIN", "H"})
# A fortnight is two weeks, a decade ten years.
PARTS = {"2W": (2, "W"), "E": (10, "Y"), "C": (100, "Y")}
UNNUMBERED = {"2W": "W", "Q": "M"}
HALVES = {"Y": "6M", "H": "30M", "MIN": "30S", "M": "2W"}


@lru_cache(maxsize=16384)
def number_of(text: str) -> float | None:
    """Return the number that `text` says ("two hundred", "1,500"), or None where it says none ("a few")."""
    plain = text.lower().replace(",", "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    words = rules().words["number"]
    if plain in words:
        return UNKNOWN if words[plain] == "X" else float(words[plain])
    total = group = 0.0
    first, *rest = re.split(r"[\s-]+", plain)
    for word in rest if first in ("a", "an") else [first, *rest]:  # "a two-year (term)" is two
        if word in ("and", "of"):
            continue
        if words.get(word, "X") == "X":
            return UNKNOWN
        number = float(words[word])
        if number in (12.0, 100.0):
            group = (group or 1) * number
        elif number == 1000.0:
            total, group = total + max(group, 1) * number, 0.0
        else:
            group += number
    return total + group


def duration_value(fields: Mapping[str, str]) -> str:
    """Return the TIMEX3 duration of "number" and "unit": P2Y, PT3H, or PXD for "a few days"."""
    unit = fields.get("units") or fields["unit"]
    # "two or three years" has no one number.
    number = UNKNOWN if "number2" in fields else number_of(fields.get("number", "1"))
    head = "PT" if unit in TIMES else "P"
    letter = "M" if unit == "MIN" else unit
    if number is UNKNOWN:
        return f"{head}X{UNNUMBERED.get(letter, letter)}"
    if letter == "Q":
        number, letter = number * 3, "M"
    if letter in PARTS:
        number, letter = number * PARTS[letter][0], PARTS[letter][1]
    if number % 1 == 0.5 and unit in HALVES:
        return f"{head}{int(number)}{letter}{HALVES[unit]}"
    return f"{head}{number:g}{letter}"
