"""Read the texts of the data folder that several sets of codings are about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TEXT = "# text = "


def wikinews_articles(data: Path) -> dict[str, dict[str, Any]]:
    """Return the Wikinews articles by their ids: `text`, `title` and `published` among what each has."""
    lines = (data / "news/wikinews-2019-2020.jsonl").read_text("utf-8").splitlines()
    return {article["id"]: article for article in map(json.loads, lines)}


def polnear_texts(data: Path) -> Iterator[str]:
    """Yield the texts of PolNeAR's training part, in the order of their file names."""
    for path in sorted((data / "attribution/polnear/train/text").glob("*.txt")):
        yield path.read_text("utf-8")


def treebank_sentences(path: Path) -> Iterator[str]:
    """Yield the text of each sentence of a treebank file."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(TEXT):
            yield line.removeprefix(TEXT)


def treebank_documents(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each document of a treebank file: paragraphs have an empty line between them."""
    name = text = joint = ""
    for line in [*path.read_text("utf-8").splitlines(), "# newdoc"]:
        if line.startswith("# newdoc"):
            if text:
                yield name, text
            name, text = line.partition("id = ")[2], ""
        elif line.startswith("# newpar"):
            joint = "\n\n"
        elif line.startswith(TEXT):
            text += (joint if text else "") + line.removeprefix(TEXT)
            joint = " "
