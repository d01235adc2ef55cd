"""CSV: one event a row, the same as the store's `event_table`."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from diurna.records import Article, Record, Span
from diurna.show import csv_lines
from diurna.show.table_csv import HEADER, event_rows
from diurna.store import open_store


def read(records: list[Record]) -> list[dict[str, str]]:
    return list(csv.DictReader("".join(csv_lines(records)).splitlines(keepends=True)))


def test_a_row_reads_as_the_event(port: Record, failed: Record) -> None:
    met, _, arrested, beaten, _, _ = read([failed, port])
    assert (met["type"], met["actor"], met["actor_country"]) == (
        "CONSULT",
        "Lena Orsic; Tomas Brandt",
        "ALB; ALB",
    )
    assert (met["actor_sector"], met["context"]) == ("GOV; GOV PTY", "executive; economic")
    assert (met["source"], met["source_kind"]) == ("party sources < Agence Sud", "anonymous")
    assert (arrested["counts"], arrested["recipient_country"]) == ("arrested 14+", "")
    assert (beaten["status"], beaten["source"], beaten["stance"]) == ("negated", "The ministry", "denies")


def test_the_authors_own_word_has_no_source(port: Record) -> None:
    travel = read([port])[4]
    assert (travel["source"], travel["source_kind"], travel["stance"]) == ("", "author", "asserts")


def test_all_who_tell_it_stand_behind_the_one_of_the_trigger(port: Record) -> None:
    met = port.events[0]
    mention = Span.of(port.article.text, 0, 5)
    told = read([replace(port, events=(replace(met, mentions=(mention,), held={mention: ()}),))])[0]
    assert (told["source"], told["vouched"]) == ("party sources < Agence Sud; the author", "true")
    assert read([port])[0]["vouched"] == "false"


def test_an_unknown_country_holds_its_place_beside_a_known_one(port: Record) -> None:
    orsic, brandt = port.events[0].actors
    event = replace(port.events[0], actors=(replace(orsic, country=None), brandt))
    assert read([replace(port, events=(event,))])[0]["actor_country"] == "?; ALB"


@pytest.mark.parametrize("title", ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "\tx"])
def test_a_cell_is_no_formula(port: Record, title: str) -> None:
    row = read([replace(port, article=replace(port.article, title=title))])[0]
    assert row["title"] == "'" + title


def test_a_negative_number_stays_a_number(port: Record) -> None:
    assert read([port])[1]["score"] == "-2.0"


def test_quotes_and_line_ends_come_back(port: Record) -> None:
    title = 'He said, "no"\nand left; twice'
    assert read([replace(port, article=replace(port.article, title=title))])[0]["title"] == title


def test_without_records_there_is_the_header() -> None:
    assert list(csv_lines([Record(Article("x", ""))])) == [",".join(HEADER) + "\r\n"]


def test_the_stores_event_table_says_the_same(port: Record, tmp_path: Path) -> None:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port])
        columns = [{"start": "start_offset", "end": "end_offset"}.get(name, f'"{name}"') for name in HEADER]
        asked = store.connection.execute(f"SELECT {', '.join(columns)} FROM event_table ORDER BY start_offset")
        rows = [tuple(str(cell) if hasattr(cell, "isoformat") else cell for cell in row) for row in asked.fetchall()]
    assert rows == sorted(event_rows(port), key=lambda row: row[-2])
