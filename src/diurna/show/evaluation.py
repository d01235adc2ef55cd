"""How right the machine is, and how far people agree: as tables for a terminal, CSV and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from rich import box
from rich.console import Console
from rich.table import Table

from diurna.show.csv_line import csv_line
from diurna.show.display_text import shown
from diurna.store.evaluating import Agreement, Score
from diurna.store.learning import Lesson

SCORE_HEADER = (
    "measure", "machine", "gold", "same", "precision", "precision_low", "precision_high", "recall", "recall_low",
    "recall_high", "f1", "f1_low", "f1_high",
)  # fmt: skip
_SHOWN = 12  # weights that moved most, in a terminal; the store's table `learned` has all


def score_lines(scores: Iterable[Score]) -> Iterator[str]:
    """Yield the header and the scores as lines of CSV (RFC 4180); `low` and `high` are the ends of 95 % intervals."""
    yield csv_line(SCORE_HEADER)
    for one in scores:
        shares: list[str] = []
        for share, interval in _shares(one):
            shares += [_number(share), *(_number(end) for end in interval or (None, None))]
        yield csv_line((one.name, one.said, one.gold, one.same, *shares))


def evaluation_json(scores: Iterable[Score], agreements: Iterable[Agreement]) -> Iterator[str]:
    """Yield the scores, then the agreements, each as one line of JSON without a line end."""
    for row in (*map(asdict, scores), *map(asdict, agreements)):
        yield json.dumps(row, ensure_ascii=False)


def print_scores(scores: Iterable[Score], console: Console) -> None:
    """Print each measure with its shares and their 95 % intervals."""
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    table.add_column("")
    for name in ("machine", "gold", "same"):
        table.add_column(name, justify="right")
    for name in ("precision", "recall", "F1"):
        table.add_column(name)
    for one in scores:
        cells = (_with_interval(share, interval) for share, interval in _shares(one))
        table.add_row(one.name, str(one.said), str(one.gold), str(one.same), *cells)
    console.print(table, highlight=False)


def print_agreements(agreements: Iterable[Agreement], console: Console) -> None:
    """Print how far each two people agree: the share, Cohen's kappa and Krippendorff's alpha."""
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    table.add_column("people")
    table.add_column("on")
    for name in ("articles", "events", "agree", "kappa", "alpha"):
        table.add_column(name, justify="right")
    for one in agreements:
        people = shown(f"{one.one}, {one.other}")
        shares = (_number(share) or "–" for share in (one.observed, one.kappa, one.alpha))
        table.add_row(people, one.what, str(one.articles), str(one.units), *shares)
    console.print(table, highlight=False)


def print_lesson(lesson: Lesson, console: Console) -> None:
    """Print what was learned from, the held-out articles' scores before and after, and the weights that moved."""
    console.print(
        f"Learned from {lesson.learned_from} articles: {lesson.candidates} candidates, {lesson.right} of them right.\n"
        f"Before and after on {lesson.held_out} articles that were held out:\n",
        highlight=False,
    )
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    table.add_column("")
    for name in ("precision", "→", "recall", "→", "F1", "→"):
        table.add_column(name, justify="right")
    for one, other in zip(lesson.before, lesson.after, strict=True):
        shares = ((one.precision, other.precision), (one.recall, other.recall), (one.f1, other.f1))
        table.add_row(one.name, *(_number(share) or "–" for pair in shares for share in pair))
    console.print(table, highlight=False)
    moved = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for name in ("weight", "before", "after"):
        moved.add_column(name, justify="left" if name == "weight" else "right")
    most = sorted(lesson.moved, key=lambda each: -abs(each[2] - each[1]))
    for name, was, now in most[:_SHOWN]:
        moved.add_row(name, f"{was:.3f}", f"{now:.3f}")
    if len(most) > _SHOWN:
        moved.add_row(f"and {len(most) - _SHOWN} more", "", "")
    console.print()
    console.print(moved, highlight=False)


def _shares(one: Score) -> Iterator[tuple[float | None, tuple[float, float] | None]]:
    yield one.precision, one.precision_interval
    yield one.recall, one.recall_interval
    yield one.f1, one.f1_interval


def _number(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"


def _with_interval(share: float | None, interval: tuple[float, float] | None) -> str:
    if share is None:
        return "–"
    return f"{share:.3f}" + (f" ({interval[0]:.2f}–{interval[1]:.2f})" if interval else "")
