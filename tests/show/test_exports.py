"""A store in the forms that other programs read, and as a data release."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

import diurna
from diurna.cli import app
from diurna.read import article_of
from diurna.records import Record
from diurna.show.exports import About, ExportError, dyad_lines, event_lines, ftm_lines, mention_lines, release
from diurna.show.exports.gdelt import EVENT_COLUMNS, MENTION_COLUMNS
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, correct

ABOUT = About("Port strike", "The Desk", "CC-BY-4.0")


@pytest.fixture
def store(tmp_path: Path, port: Record, failed: Record) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port, failed])
        yield store


def cells(line: str) -> list[str]:
    return line.removesuffix("\n").split("\t")


def test_dyads_are_what_happened_between_two(store: Store) -> None:
    header, *rows = map(cells, dyad_lines(store.connection))
    at = [header.index(name) for name in ("Event Date", "Source Name", "Event Text", "CAMEO Code", "Target Name")]
    assert [[row[one] for one in at] for row in rows] == [
        ["2025-03-04", "Lena Orsic", "CONSULT", "040", "Tomas Brandt"],
        ["2025-03-04", "Tomas Brandt", "CONSULT", "040", "Lena Orsic"],
        ["2025-03-05", "Tomas Brandt", "ACCUSE: disapprove", "", "The government"],
        ["2025-03-05", "Police", "COERCE: arrest", "", "dockworkers"],
    ]


def test_gdelt_has_61_and_16_columns(store: Store) -> None:
    assert (len(EVENT_COLUMNS), len(MENTION_COLUMNS)) == (61, 16)
    assert {len(cells(line)) for line in event_lines(store.connection)} == {61}
    assert {len(cells(line)) for line in mention_lines(store.connection)} == {16}


def test_a_gdelt_event_says_what_is_known(store: Store) -> None:
    first = dict(zip(EVENT_COLUMNS, cells(next(event_lines(store.connection))), strict=True))
    del first["GlobalEventID"], first["DATEADDED"]
    assert {name: value for name, value in first.items() if value} == {
        "Day": "20250304", "MonthYear": "202503", "Year": "2025", "FractionDate": "2025.1753",
        "Actor1Code": "ALBGOV", "Actor1Name": "LENA ORSIC", "Actor1CountryCode": "ALB", "Actor1Type1Code": "GOV",
        "Actor2Code": "ALBGOVPTY", "Actor2Name": "TOMAS BRANDT", "Actor2CountryCode": "ALB",
        "Actor2Type1Code": "GOV", "Actor2Type2Code": "PTY",
        "EventCode": "040", "EventBaseCode": "040", "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "2.5",
        "NumMentions": "2", "NumSources": "1", "NumArticles": "1",
        "ActionGeo_FullName": "Karveli", "ActionGeo_CountryCode": "AL",
        "ActionGeo_Lat": "40.12", "ActionGeo_Long": "19.87",
        "SOURCEURL": "https://sud.example/17",
    }  # fmt: skip


def test_gdelt_mentions_point_into_the_article(store: Store, port: Record) -> None:
    rows = [dict(zip(MENTION_COLUMNS, cells(line), strict=True)) for line in mention_lines(store.connection)]
    events = [cells(line)[0] for line in event_lines(store.connection)]
    assert {row["GlobalEventID"] for row in rows} == set(events)
    words = [port.article.text[int(row["ActionCharOffset"]) :].split()[0] for row in rows]
    assert words[:4] == ["met", "meeting", "met", "meeting"]
    assert [row["SentenceID"] for row in rows] == ["1", "1", "1", "1", "2", "3", "6"]


def test_an_event_of_three_articles_is_one_gdelt_event_and_a_copy_is_no_second_source(tmp_path: Path) -> None:
    told = {
        "wire": "Gunmen attacked the market in Bunia on Sunday, killing four traders. Soldiers came an hour later.",
        "copy": "Gunmen attacked the market in Bunia on Sunday, killing four traders. Soldiers came an hour later.",
        "local": "Gunmen attacked traders at the market of Bunia on Sunday, and six died.",
    }
    articles = [article_of(text, id=id, published=date(2024, 3, 4), source=id) for id, text in told.items()]
    with open_store(tmp_path / "three.duckdb") as store:
        store.keep(diurna.code(articles))
        lines = [dict(zip(EVENT_COLUMNS, cells(line), strict=True)) for line in event_lines(store.connection)]
        (attack,) = (line for line in lines if line["NumArticles"] == "3" and line["QuadClass"] == "4")
        mentions = [dict(zip(MENTION_COLUMNS, cells(line), strict=True)) for line in mention_lines(store.connection)]
    here = [one for one in mentions if one["GlobalEventID"] == attack["GlobalEventID"]]
    assert attack["NumSources"] == "2"
    assert {one["MentionIdentifier"] for one in here} == {"wire", "copy", "local"}
    assert attack["NumMentions"] == str(len(here))
    words = {told[one["MentionIdentifier"]][int(one["ActionCharOffset"]) :].split()[0] for one in here}
    assert "attacked" in words


def test_what_did_not_happen_is_no_dyad_and_no_gdelt_event(store: Store) -> None:
    assert not any("beaten" in line or "officers" in line.lower() for line in dyad_lines(store.connection))
    assert not any("OFFICERS" in line for line in event_lines(store.connection))


def test_follow_the_money_links_events_to_who_was_involved(store: Store) -> None:
    pytest.importorskip("followthemoney")
    made = {one["id"]: one for one in map(json.loads, ftm_lines(store.records("sud-17")))}
    met = next(one for one in made.values() if one["properties"].get("name") == ["CONSULT: met"])
    involved = [made[id] for id in met["properties"]["involved"]]
    assert [(one["schema"], one["properties"]["name"]) for one in involved] == [
        ("Person", ["Lena Orsic"]),
        ("Person", ["Tomas Brandt"]),
    ]
    assert [made[id]["schema"] for id in met["properties"]["proof"]] == ["Article"]
    assert {one["schema"] for one in made.values() if one["properties"].get("name") == ["Police"]} == {"PublicBody"}


@pytest.mark.parametrize("form", ["csv", "parquet", "plover"])
def test_each_form_holds_all_six_events(store: Store, tmp_path: Path, form: str) -> None:
    store.close()
    out = tmp_path / f"it's.{form}"
    ran = CliRunner().invoke(app, ["export", str(tmp_path / "record.duckdb"), "--to", form, "-o", str(out)])
    assert ran.exit_code == 0, ran.output
    reader = {"csv": duckdb.read_csv, "parquet": duckdb.read_parquet, "plover": duckdb.read_json}[form]
    source = out.rename(tmp_path / ("out.jsonl" if form == "plover" else f"out.{form}"))
    assert len(reader(str(source)).fetchall()) == 6


def test_the_same_store_gives_the_same_release(store: Store, tmp_path: Path) -> None:
    for name in ("one", "two"):
        release(store.connection, tmp_path / name, ABOUT)
    one, two = (
        {file.relative_to(tmp_path / name): file.read_bytes() for file in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two
    assert Path("datapackage.json") in one


def test_a_release_adds_up(store: Store, tmp_path: Path) -> None:
    files = release(store.connection, tmp_path / "data", ABOUT)
    sums = dict(reversed(line.split("  ")) for line in (tmp_path / "data/SHA256SUMS").read_text().splitlines())
    assert {sha256(f.read_bytes()).hexdigest() for f in files[:-1]} == set(sums.values())
    package = json.loads((tmp_path / "data/datapackage.json").read_text())
    (events,) = (one for one in package["resources"] if one["name"] == "events")
    header = (tmp_path / "data" / events["path"]).read_text().splitlines()[0].split(",")
    assert header == [field["name"] for field in events["schema"]["fields"]]
    assert (events["rows"], package["licenses"]) == (6, [{"name": "CC-BY-4.0"}])


def test_a_release_keeps_the_texts_to_itself(store: Store, tmp_path: Path, port: Record) -> None:
    release(store.connection, tmp_path / "short", ABOUT)
    release(store.connection, tmp_path / "whole", ABOUT, texts=True)
    words = "Orsic will travel to Vessa on Friday."
    whole = (tmp_path / "whole/tables/articles.csv").read_text(encoding="utf-8")
    short = (tmp_path / "short/tables/articles.csv").read_text(encoding="utf-8")
    assert (words in whole, words in short) == (True, False)


def test_a_release_has_what_people_corrected_but_not_the_texts(store: Store, tmp_path: Path) -> None:
    ((key, event),) = store.connection.execute("SELECT article_key, event_id FROM events LIMIT 1").fetchall()
    correct(store, Correction("reject", key, "ana", event=event))
    release(store.connection, tmp_path / "short", ABOUT)
    released = {file.name for file in (tmp_path / "short" / "tables").glob("*.csv")}
    assert {"corrections.csv", "checked.csv"} <= released
    assert not {"machine_records.csv", "learned.csv"} & released


def test_a_release_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="new folder"):
        release(store.connection, tmp_path, ABOUT)
