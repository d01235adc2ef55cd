"""Plots of timelines, dyads and networks, as PNG or SVG by the file's name; matplotlib is an extra."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, cos, degrees, pi, sin
from pathlib import Path
from typing import Any

Row = Sequence[Any]

# By quad class: cooperation blue, conflict red, words light, deeds dark. Told apart by colour-blind readers too.
_QUADS = {
    "verbal_cooperation": "#92c5de",
    "material_cooperation": "#2166ac",
    "verbal_conflict": "#f4a582",
    "material_conflict": "#b2182b",
}
_EDGES = 60  # the heaviest; more cannot be told apart


class PlotError(Exception):
    """A plot that cannot be drawn; the message says why and what to do."""


def plot_timeline(columns: Sequence[str], rows: Sequence[Row], path: Path) -> None:
    """Draw events by period, stacked by quad class; raises PlotError."""
    figure = _figure(path, 1)
    _bars(figure.axes[0], columns, rows, "events")
    _save(figure, path)


def plot_dyad(columns: Sequence[str], rows: Sequence[Row], path: Path) -> None:
    """Draw one row of bars for each direction; raises PlotError."""
    way = columns.index("direction")
    ways = sorted({row[way] for row in rows})
    figure = _figure(path, max(1, len(ways)))
    for axes, direction in zip(figure.axes, ways, strict=False):
        _bars(axes, columns, [row for row in rows if row[way] == direction], direction)
    _save(figure, path)


def plot_network(columns: Sequence[str], rows: Sequence[Row], path: Path) -> None:
    """Draw who acts on whom on a circle, the 60 heaviest edges, width by events, colour by mean score."""
    figure = _figure(path, 1, square=True)
    axes = figure.axes[0]
    edges = [row for row in rows if row[0] != row[1]][:_EDGES]
    nodes = sorted({end for edge in edges for end in edge[:2]})
    at = {node: (cos(2 * pi * n / len(nodes)), sin(2 * pi * n / len(nodes))) for n, node in enumerate(nodes)}
    number, score = columns.index("events"), columns.index("mean_score")
    most = max((edge[number] for edge in edges), default=1)
    for edge in edges:
        style = {
            "arrowstyle": "-" if edge[2] else "-|>",
            "linewidth": 0.5 + 4 * edge[number] / most,
            "color": _QUADS["material_cooperation" if (edge[score] or 0) >= 0 else "material_conflict"],
            "connectionstyle": "arc3,rad=0.15",
            "shrinkA": 4,
            "shrinkB": 6,
            "alpha": 0.7,
        }
        axes.annotate("", xy=at[edge[1]], xytext=at[edge[0]], arrowprops=style)
    parts = {node: sum(edge[number] for edge in edges if node in edge[:2]) for node in nodes}
    axes.scatter(
        *zip(*at.values(), strict=True), s=[20 + 200 * parts[node] / max(parts.values()) for node in nodes],
        color="#444444", zorder=3,
    )  # fmt: skip
    for node, (x, y) in at.items():
        # Along the radius, and never upside down.
        turn, side = degrees(atan2(y, x)), "left"
        if abs(turn) > 90:
            turn, side = turn + 180, "right"
        axes.text(
            1.1 * x, 1.1 * y, node, ha=side, va="center", rotation=turn, rotation_mode="anchor", fontsize="small",
            parse_math=False,
        )  # fmt: skip
    axes.set(xlim=(-1.6, 1.6), ylim=(-1.6, 1.6), aspect="equal")
    axes.axis("off")
    _save(figure, path)


def _figure(path: Path, rows: int, *, square: bool = False) -> Any:
    if path.suffix.lower() not in (".png", ".svg"):
        raise PlotError(f"{path}: a plot is a .png or .svg file; give such a name to --plot")
    try:
        from matplotlib.figure import Figure
    except ImportError as missing:
        raise PlotError("plots need matplotlib: pip install 'diurna[plots]'") from missing
    figure = Figure(figsize=(8, 8) if square else (9, 2.2 + 2.2 * rows), layout="constrained")
    figure.subplots(rows, 1, sharex=True, squeeze=False)
    return figure


def _bars(axes: Any, columns: Sequence[str], rows: Sequence[Row], title: str) -> None:
    rows, early = _without_far([row for row in rows if row[0] is not None], columns.index("events"))
    days = [row[0] for row in rows]
    apart = [(later - day).days for day, later in pairwise(days) if later > day]
    below = [0] * len(rows)
    for quad, colour in _QUADS.items():
        heights = [row[columns.index(quad)] for row in rows]
        label = quad.replace("_", " ")
        axes.bar(
            days, heights, bottom=below, width=0.8 * min(apart, default=1), color=colour, label=label, align="edge"
        )
        below = [low + height for low, height in zip(below, heights, strict=True)]
    axes.set_ylabel(title, parse_math=False)
    axes.yaxis.get_major_locator().set_params(integer=True)
    if early:
        axes.set_title(
            f"and {early} events before {days[0].isoformat()}", loc="left", fontsize="small", color="#555555"
        )
    axes.legend(frameon=False, fontsize="small")
    axes.spines[["top", "right"]].set_visible(False)


def _without_far(rows: list[Row], number: int) -> tuple[list[Row], int]:
    """Return the rows without the earliest, and how many events these have, where they would squeeze the rest.

    News tells of a few events of long ago: where the first twentieth of the events takes more than half of the time,
    the plot begins after it.
    """
    early, first = 0, 0
    most = sum(row[number] for row in rows) / 20
    while first < len(rows) and early + rows[first][number] <= most:
        early, first = early + rows[first][number], first + 1
    if not first or rows[-1][0] - rows[0][0] <= 2 * (rows[-1][0] - rows[first][0]):
        return rows, 0
    return rows[first:], early


def _save(figure: Any, path: Path) -> None:
    import matplotlib

    try:
        # Without a date and with fixed ids, the same answer gives the same bytes.
        with matplotlib.rc_context({"svg.hashsalt": "diurna"}):
            figure.savefig(path, metadata={"Date": None} if path.suffix.lower() == ".svg" else {})
    except OSError as error:
        raise PlotError(f"{path}: cannot be written ({error.strerror}); give another path to --plot") from error
