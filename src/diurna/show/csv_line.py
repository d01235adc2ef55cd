"""A line of CSV that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

Cell = str | int | float | None


def csv_line(cells: Iterable[Cell]) -> str:
    """Return the cells as one line of CSV (RFC 4180) with its line end."""
    line = io.StringIO()
    csv.writer(line).writerow(_guarded(cell) for cell in cells)
    return line.getvalue()


def _guarded(cell: Cell) -> Cell:
    """Return the cell with an apostrophe before it where a spreadsheet would take its words for a formula.

    After OWASP, "CSV Injection": cells that begin with = + - @, tab or carriage return. Numbers are left
    alone.
    """
    if isinstance(cell, bool):
        return "true" if cell else "false"  # as DuckDB writes it
    if isinstance(cell, str):
        cell = cell.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate could not be written
        return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
    return cell
