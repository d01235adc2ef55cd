"""A small archive of a wire service: three files of lines, a page, a broken line, an id given twice, a copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from diurna.pipeline import code_articles
from diurna.read import read_articles
from diurna.store import as_json, open_store

LINES = (
    "Police in Mombasa arrested {n} protesters on Monday, the interior ministry said.",
    "Kenya's foreign minister met Ethiopian officials in Nairobi on Tuesday to discuss trade with {n} firms.",
    "Rebels attacked an army convoy near Goma, killing {n} soldiers.",
    "Dockers at the port of Santos went on strike; {n} ships were waiting.",
)
MONTHS = ("2026-01-10", "2026-02-11", "2026-03-12", None)


def archive(folder: Path, files: int = 3, lines: int = 14) -> Path:
    """Write the archive into a new folder and return it."""
    (folder / "pages").mkdir(parents=True)
    for number in range(files):
        rows = [_row(number, line) for line in range(lines)]
        text = "".join(json.dumps(row) + "\n" for row in rows) + "this line is no JSON\n"
        (folder / f"wire{number}.jsonl").write_text(text, "utf-8")
    (folder / "pages/siege.txt").write_text("Troops surrounded the town of Bunia on Friday.\n", "utf-8")
    (folder / "siege.txt").write_text("Soldiers shelled a market in Bunia on Saturday, killing four people.\n", "utf-8")
    return folder


def _row(file: int, line: int) -> dict[str, Any]:
    told = 10 + 50 * file + line
    if line == 5:  # the second and third file print what the first did
        told = 15
    given = "twice" if line == 7 else f"w{file}-{line}"
    text = LINES[(file + line) % 4 if line != 5 else 0].format(n=told)
    return {"id": given, "text": text, "published": MONTHS[line % 4], "source": "Wire"}


def told(folder: Path) -> list[dict[str, Any]]:
    """Return the records of a folder or a store in the form of docs/record.md, by id and text."""
    with open_store(folder, read_only=True) as store:
        return in_order(as_json(record) for record in store.records())


def told_by_one(sources: Path) -> list[dict[str, Any]]:
    """Return the records of the sources as one process gives them."""
    return in_order(as_json(record) for record in code_articles(read_articles([sources])))


def in_order(records: Any) -> list[dict[str, Any]]:
    return sorted(records, key=lambda record: (record["article"]["id"], record["article"]["text"]))
