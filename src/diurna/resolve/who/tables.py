"""Read the CSV files of this package, with errors that name the file and the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diurna.code.table import cells_of

SPECIAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
# PLOVER manual (2021), "Actors": primary sectors, then those that mostly stand beside one.
SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
    "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
})  # fmt: skip


def rows(lines: Iterable[str], name: str, columns: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each row of a CSV file's `lines` with its place ("actors.csv:12").

    Lines that start with # and empty ones are comments. Raises ValueError where the header is not `columns`
    or a row has another number of fields.
    """
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = cells_of(line)
        if header is None:
            header = row
            if header != columns:
                raise ValueError(f"{name}:{number}: the header must be {','.join(columns)}")
        elif len(row) != len(columns):
            raise ValueError(
                f"{name}:{number}: {len(row)} fields, expected {len(columns)}; quote a field with a comma in it"
            )
        else:
            yield f"{name}:{number}", row


def sectors(field: str, place: str) -> tuple[str, ...]:
    """Return the PLOVER sectors of a field ("LEG|PTY"); raises ValueError where one is unknown."""
    found = parts(field)
    for one in found:
        if one not in SECTORS:
            raise ValueError(f"{place}: no sector {one!r}; write one of {' '.join(sorted(SECTORS))}")
    return found


def parts(field: str) -> tuple[str, ...]:
    """Return the pieces of a field that is split by "|"."""
    return tuple(part.strip() for part in field.split("|") if part.strip())
