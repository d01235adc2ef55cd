"""Who alleges an event and who denies it, in the forms that a reader sees."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

import diurna
from diurna.records import Record
from diurna.show import csv_lines, plover_events, print_records, record_html
from diurna.store import open_store

ALLEGED = "Rebels said that the army had bombed the market in Doma. The army denied that it had bombed the market."
NESTED = "State television said the governor had said that the army had bombed the market in Doma."


def coded(text: str) -> Record:
    (record,) = diurna.code([text])
    return record


@pytest.mark.parametrize(
    ("text", "source", "kind", "stance"),
    [
        (ALLEGED, "Rebels; army", "anonymous; organization", "asserts; denies"),
        (NESTED, "governor < State television", "named", "asserts"),
    ],
)
def test_csv_and_the_store_tell_them_apart_from_a_chain(
    tmp_path: Path, text: str, source: str, kind: str, stance: str
) -> None:
    record = coded(text)
    (row,) = [row for row in csv.DictReader(io.StringIO("".join(csv_lines([record])))) if row["type"] == "ASSAULT"]
    assert (row["source"], row["source_kind"], row["stance"]) == (source, kind, stance)
    with open_store(tmp_path / "s.duckdb") as store:
        store.keep([record])
        asked = "SELECT source, source_kind, stance FROM event_table WHERE type = 'ASSAULT'"
        assert store.connection.execute(asked).fetchall() == [(source, kind, stance)]


def test_plover_says_both() -> None:
    comments = [event["comment"] for event in plover_events(coded(ALLEGED), date(2026, 3, 3))]
    assert comments[0].endswith("said by: Rebels; army (asserts; denies)")


def test_the_table_has_a_line_for_each_with_the_denial() -> None:
    console = Console(file=io.StringIO(), width=160)
    print_records([coded(ALLEGED)], console)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert "army denies" in printed
    assert "< army" not in printed


def test_html_says_both() -> None:
    assert "Rebels; army (asserts; denies)" in record_html(coded(ALLEGED))
