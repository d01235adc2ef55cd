"""Read the names among GUM's entities: mentions that are proper nouns throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.example import Named

_KINDS = {"person": "person", "organization": "organization", "place": "place", "event": "event"}
_OPENED = re.compile(r"\((\d+)-([a-z]+)[^()]*?(?=[()]|$)|(\d+)\)|(\))")
_BETWEEN = ("ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART", "ADJ")  # within a name: "Bank of the West"
_ANY = ("O", *(f"{edge}-{kind}" for kind in ("group", "event") for edge in "BI"))


def read_gum_names(path: Path) -> Iterator[Named]:
    """Yield GUM's sentences. A proper noun outside all named mentions may be part of a group's or an event's name."""
    lines = path.read_text("utf-8").splitlines()
    for is_sentence, block in groupby(lines, key=bool):
        rows = [line.split("\t") for line in block if is_sentence and not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield _named(rows)


def _named(rows: list[list[str]]) -> Named:
    upos = [row[3] for row in rows]
    allowed: list[tuple[str, ...]] = [
        _ANY if tag in ("PROPN", "ADJ") and row[1][:1].isupper() else ("O",)
        for tag, row in zip(upos, rows, strict=True)
    ]
    for start, end, kind in sorted(_mentions(rows), key=lambda m: m[0] - m[1]):
        label = _KINDS.get(kind, "")
        if label and _proper(upos[start:end]):
            allowed[start:end] = [(f"{'I' if i else 'B'}-{label}",) for i in range(end - start)]
        elif not label and "PROPN" in upos[start:end] and _proper(upos[start:end]):
            allowed[start:end] = [("O",)] * (end - start)  # a work, a product: no name that diurna looks for
    return Named(tuple(row[1] for row in rows), tuple(allowed))


def _proper(tags: list[str]) -> bool:
    within = all(tag == "PROPN" or tag in _BETWEEN for tag in tags)
    return within and tags[0] == "PROPN" and tags[-1] in ("PROPN", "NUM")


def _mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Return (first, past the last, type) of each mention that lies in the sentence."""
    opened: list[tuple[str, str, int]] = []
    made: list[tuple[int, int, str]] = []
    for index, row in enumerate(rows):
        written = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
        for number, kind, closed, alone in _OPENED.findall(written):
            if number:
                opened.append((number, kind, index))
                continue
            found = next((m for m in reversed(opened) if alone or m[0] == closed), None)
            if found is not None:
                opened.remove(found)
                made.append((found[2], index + 1, found[1]))
    return made
