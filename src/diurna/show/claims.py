"""Checked claims as a table for a terminal, CSV and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from diurna.show.csv_line import csv_line
from diurna.show.display_text import quoted, shown
from diurna.store.claims import CheckedClaim

HEADER = (
    "article_id", "published", "claim", "sentence", "kind", "interval", "count", "verdict", "reason", "asked", "start",
    "end", "articles", "days", "events", "joined_id",
)  # fmt: skip

_COLOURS = {"supported": "green", "contradicted": "red", "not enough record": "yellow"}
_SHOWN = 5  # other events in a terminal; CSV and JSON have all


def claim_lines(claims: Iterable[CheckedClaim]) -> Iterator[str]:
    """Yield the header and the claims as lines of CSV (RFC 4180); events stand as "day: words (article)", by "; "."""
    yield csv_line(HEADER)
    for claim in claims:
        row = asdict(claim) | {
            "claim": claim.words,
            "events": "; ".join(f"{one.day}: {one.words} ({one.article_id})" for one in claim.events),
        }
        yield csv_line(row[name] for name in HEADER)


def claim_json(claim: CheckedClaim) -> str:
    """Return the claim as one line of JSON, without a line end; days are ISO dates."""
    return json.dumps(asdict(claim), ensure_ascii=False, default=str)


def print_claims(claims: Iterable[CheckedClaim], console: Console) -> None:
    """Print each claim with its answer, what the answer rests on, and the words of the events found."""
    for claim in claims:
        columns = [Column(ratio=2, overflow="fold"), Column(ratio=5, overflow="fold")]
        table = Table(*columns, box=box.SIMPLE, show_header=False, show_edge=False, expand=True, pad_edge=False)
        head = Text.assemble((shown(claim.words), "bold"), "\n")
        head.append(" · ".join(filter(None, (str(claim.published or ""), shown(claim.article_id)))), style="dim")
        told = Text.assemble((claim.verdict, _COLOURS[claim.verdict]), f": {shown(claim.reason)}")
        if claim.asked:
            told.append(f"\n{shown(claim.asked)}; {_record(claim)}", style="dim")
        for event in claim.events[:_SHOWN]:
            told.append(f"\n{event.day} {quoted(event.words)} ({shown(event.article_id)})")
        if len(claim.events) > _SHOWN:
            told.append(f"\nand {len(claim.events) - _SHOWN} more", style="dim")
        table.add_row(head, told)
        console.print(table, highlight=False)


def _record(claim: CheckedClaim) -> str:
    articles = "1 article" if claim.articles == 1 else f"{claim.articles} articles"
    days = "1 day" if claim.days == 1 else f"{claim.days} days"
    return f"record: {articles} on {days}"
