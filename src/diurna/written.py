"""The forms that `diurna code` writes records in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from diurna.records import Record


class Format(StrEnum):
    """The forms that records are written in."""

    table = "table"
    json = "json"
    plover = "plover"
    csv = "csv"


def writer(form: Format, out: TextIO) -> Callable[[Record], None]:
    """Return what writes one record in a form."""
    if form is Format.json:  # the form of all long runs, and of what starts often: nothing else is loaded
        from diurna.store.record_json import to_json_line

        return lambda record: out.writelines([to_json_line(record), "\n"])

    from diurna.show import csv_lines, plover_lines, print_records

    match form:
        case Format.table:
            from rich.console import Console

            console = Console(file=out)
            return lambda record: print_records([record], console)
        case Format.plover:
            return lambda record: out.writelines(line + "\n" for line in plover_lines(record, date.today()))
    header = iter([0])

    def write_rows(record: Record) -> None:
        # The header stands once, before the first record's rows.
        out.writelines(islice(csv_lines([record]), next(header, 1), None))

    return write_rows
