"""Copies and near-copies of texts: MinHash over runs of words finds those that may be, the runs themselves decide.

A text that is printed again with a sentence more or less, another headline or other figures counts as a copy: the
shorter text has most of its runs of words in the longer one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b

from rensa import RMinHash

RUN = 3
"""Words in a run."""

BANDS, ROWS = 20, 3
"""Bands of a text's signature: one shared is reason to compare (an even chance where 0.32 of the runs are shared)."""

SHARED = 0.6
"""A text is a copy when this share of the shorter text's runs stand in the longer, ..."""

BRIEF = 12
"""... and it has so many runs at least: two headlines alike are no copies."""

CROWDED = 32
"""How many texts a band holds at most; a fuller one is boilerplate, and the others must find the copy."""

_WORD = re.compile(r"\w+")


def runs(text: str) -> frozenset[str]:
    """Return the runs of words of a text, lower-cased, without punctuation."""
    words = _WORD.findall(text.lower())
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def bands(of: frozenset[str]) -> list[int]:
    """Return the bands of a text's runs as numbers that an index finds at once; none of a text too brief to judge."""
    if len(of) < BRIEF:
        return []
    hashed = RMinHash(num_perm=BANDS * ROWS, seed=8)
    hashed.update([run.encode("utf-8", "replace").decode() for run in of])
    signature = hashed.digest()
    return [_number(band, signature[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS)]


def copied(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether one text is a copy of the other, by the runs of both."""
    fewer = min(len(ours), len(theirs))
    return fewer >= BRIEF and len(ours & theirs) >= SHARED * fewer


def copy_groups(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the group of each text, by its key: the key of the first text that it is a copy of, else its own."""
    groups: dict[str, str] = {}
    first: dict[int, list[str]] = {}
    all_runs: dict[str, frozenset[str]] = {}
    for key, text in texts.items():
        ours = all_runs[key] = runs(text)
        here = bands(ours)
        near = dict.fromkeys(other for band in here for other in first.get(band, ()))
        groups[key] = next((other for other in near if copied(ours, all_runs[other])), key)
        if groups[key] == key:
            # Copies need not be found: their first text is.
            for band in here:
                if len(first.setdefault(band, [])) < CROWDED:
                    first[band].append(key)
    return groups


def _number(band: int, rows: list[int]) -> int:
    said = f"{band} {rows}".encode()
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "big", signed=True)
