"""Read attributions (PolNeAR's brat files, the coded articles), cut into the product's own words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from diurna.annotate.sentences import sentences
from diurna.annotate.words import words
from diurna.records import Article
from training.coded import indices
from training.example import Spoken
from training.texts import wikinews_articles

# A brat text-bound line; the annotated text behind it may itself run over lines.
_BRAT = re.compile(r"^T\d+\t(\w+) ([\d; ]+)\t", re.MULTILINE)

Spans = dict[str, list[tuple[int, int]]]


def read_polnear(folder: Path) -> Iterator[Spoken]:
    """Yield the sentences of the texts in `folder`; a text that several people annotated is read once."""
    for path in sorted((folder / "text").glob("*.txt")):
        # "newline" as it stands: brat's offsets count every character.
        text = path.read_bytes().decode("utf-8")
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            yield from _sentences(text, _brat(annotations[0].read_text("utf-8")))


def read_spoken_articles(codings: Path, data: Path) -> Iterator[Spoken]:
    """Yield the sentences of the coded Wikinews articles with their attributions."""
    articles = wikinews_articles(data)
    for coding in map(json.loads, codings.read_text("utf-8").splitlines()):
        spans: Spans = {"source": [], "cue": [], "content": []}
        for attribution in coding["attributions"]:
            for part, found in spans.items():
                if attribution.get(part):
                    found.append((attribution[part]["start"], attribution[part]["end"]))
        yield from _sentences(articles[coding["id"]]["text"], spans)


def _brat(annotation: str) -> Spans:
    spans: Spans = {"source": [], "cue": [], "content": []}
    for label, offsets in _BRAT.findall(annotation):
        if label.lower() in spans:
            for piece in offsets.split(";"):
                start, end = map(int, piece.split())
                spans[label.lower()].append((start, end))
    return spans


def _sentences(text: str, spans: Spans) -> Iterator[Spoken]:
    for start, end in sentences(Article("", text)):
        cut = words(text, start, end)
        labels = [["O"] * len(cut) for _ in spans]
        for layer, found in zip(labels, spans.values(), strict=True):
            for first, last in found:
                for index in indices(cut, first, last) if first < end and start < last else ():
                    layer[index] = "B" if cut[index][0] <= first else "I"
        source, cue, content = (tuple(layer) for layer in labels)
        yield Spoken(tuple(text[a:b] for a, b in cut), (source, cue, content))
