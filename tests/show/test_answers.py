"""Questions to a store: events by filters, timelines, dyads, networks, and how two stores differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from port_strike import port_record
from rich.console import Console
from typer.testing import CliRunner

import diurna
from diurna.cli import app
from diurna.read import article_of
from diurna.records import Record
from diurna.show.answers import Each, Filters, compare, dyad, events, network, timeline
from diurna.show.answers.forms import graphml, print_answer
from diurna.show.answers.nearest import why_nothing
from diurna.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path, port: Record) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port])
        yield store


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["e1", "e2", "e3", "e4", "e6", "e5"]),
        (Filters(actor="orsic"), ["e1", "e6", "e5"]),
        (Filters(actor="alb", recipient="government"), ["e2"]),
        (Filters(country="ALB", status="happened"), ["e1", "e2", "e3", "e6"]),
        (Filters(sector="lab"), ["e3"]),
        (Filters(type="consult", mode="visit"), ["e5"]),
        (Filters(place="karveli"), ["e1"]),
        (Filters(since=date(2025, 3, 6)), ["e5"]),
        (Filters(until=date(2025, 3, 4)), ["e1"]),
        (Filters(source="union"), ["e3"]),
        (Filters(text="CUSTOMS HOUSE"), ["e3"]),
        (Filters(min_confidence=0.9), ["e1", "e3"]),
    ],
)
def test_filters_choose_events_in_order_of_date(store: Store, filters: Filters, found: list[str]) -> None:
    answer = events(store.connection, filters)
    at = answer.columns().index("event_id")
    assert [row[at] for row in answer.rows()] == found


def test_a_limit_takes_the_first_by_date(store: Store) -> None:
    answer = events(store.connection, Filters(), limit=2)
    assert [row[3] for row in answer.rows()] == ["e1", "e2"]


@pytest.mark.parametrize(("each", "view"), [("event", "joined_table"), ("report", "event_table")])
def test_a_page_has_the_rows_of_the_view(store: Store, each: Each, view: str) -> None:
    page = list(events(store.connection, Filters(status="happened"), limit=3, each=each).rows())
    whole = store.connection.execute(
        f"FROM {view} WHERE status = 'happened' ORDER BY coalesce(date_start, published), start_offset"
    ).fetchall()
    assert len(whole) > 3
    assert page == whole[:3]


@pytest.fixture(scope="module")
def kept_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("answers") / "record.duckdb") as store:
        store.keep([port_record()])
        yield store


@given(words=st.text(st.sampled_from("'\";-%_\\ a$"), min_size=1))
def test_whatever_is_typed_is_a_value_and_no_sql(kept_once: Store, words: str) -> None:
    found = list(events(kept_once.connection, Filters(text=words)).rows())
    assert all(re.search(r"\ba", row[30].lower()) for row in found)
    assert "a" in words or not found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("blocked the gates", 1),
        ("BLOCKED, the gate", 1),  # case and signs do not count, and the last word may go on
        ("gate ", 0),  # unless something stands behind it
        ("gates ", 1),
        ("locked the gates", 0),  # a word is not found from its middle on
        ("the blocked gates", 0),  # the words stand in this order
        ("Órsic", 1),  # accents do not count
        ("the", 2),
    ],
)
def test_a_search_is_for_words_of_the_sentence(tmp_path: Path, words: str, found: int) -> None:
    text = "Farmers blocked the gates of the port. Minister Lena Orsic met the farmers."
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep(diurna.code([article_of(text, id="a")]))
        assert len(list(events(store.connection, Filters(text=words), each="report").rows())) == found


def test_a_search_finds_what_was_kept_in_many_batches(tmp_path: Path) -> None:
    pages = [article_of(f"Police in Town{n} arrested {n + 2} farmers.", id=f"p{n}") for n in range(20)]
    with open_store(tmp_path / "record.duckdb") as store:
        for record in diurna.code(pages):
            store.keep([record])  # a batch, and a part of the index, of its own
        parts = store.connection.execute("SELECT level, count(DISTINCT part) FROM terms GROUP BY ALL ORDER BY ALL")
        assert parts.fetchall() == [(0, 4), (1, 2)]
        for n in (0, 9, 19):
            answer = events(store.connection, Filters(text=f"Town{n} "), each="report")
            assert [row[0] for row in answer.rows()] == [f"p{n}"]


def test_a_code_in_capitals_is_no_part_of_a_name(tmp_path: Path) -> None:
    text = "India criticized the report. Lindsey Graham met miners in Ohio."
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep(diurna.code([article_of(text, id="a")]))
        by_code, by_name = (
            {row[30] for row in events(store.connection, Filters(actor=actor), each="report").rows()}
            for actor in ("IND", "ind")
        )
    assert by_code == {"India criticized the report."}
    assert by_name == {"India criticized the report.", "Lindsey Graham met miners in Ohio."}


def test_an_event_of_two_reports_counts_once_unless_reports_are_asked_for(tmp_path: Path) -> None:
    text = "Police arrested 12 farmers in Karveli on Monday."
    pages = [
        replace(article_of(words, id=id), published=date(2025, 3, 4))
        for id, words in (("a", text), ("b", f"{text} The farmers had blocked a road."))
    ]
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep(diurna.code(pages))
        arrests = Filters(type="COERCE")
        assert len(list(events(store.connection, arrests).rows())) == 1
        assert len(list(events(store.connection, arrests, each="report").rows())) == 2
        assert [row[1] for row in timeline(store.connection, arrests).rows()] == [1]
        assert [row[1] for row in timeline(store.connection, arrests, each="report").rows()] == [2]


def test_of_an_event_of_several_reports_each_field_says_how_many_support_it(tmp_path: Path) -> None:
    tolls = {"a": "arrested 12 farmers", "b": "arrested 12 farmers", "c": "arrested nine farmers"}
    pages = [
        article_of(f"Police {words} in Nairobi on Monday.", id=id, published=date(2025, 3, 4), source=f"The {id} Post")
        for id, words in tolls.items()
    ]
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep(diurna.code(pages))
        answer = events(store.connection, Filters(type="COERCE"))
        (row,) = (dict(zip(answer.columns(), row, strict=True)) for row in answer.rows())
        out = StringIO()
        print_answer(answer.columns(), answer.rows(), Console(file=out, width=160))
    assert row["reports"] == 3
    told = dict(part.split(" ", 1) for part in row["support"].split("; "))
    assert (told["type"], told["place"], told["arrested"]) == ("3", "3", "2 of 3")
    assert f"in so many reports: {row['support']}" in out.getvalue()


def test_a_timeline_counts_by_quad_class(store: Store) -> None:
    assert list(timeline(store.connection, Filters(status="happened"), "day").rows()) == [
        (date(2025, 3, 4), 1, 1, 0, 0, 0, 2.5),
        (date(2025, 3, 5), 3, 0, 0, 2, 1, -4.0),
    ]


def test_those_who_meet_are_a_dyad_in_no_direction(store: Store) -> None:
    assert list(dyad(store.connection, "Orsic", "Brandt", Filters()).rows()) == [
        (date(2025, 3, 1), "Orsic = Brandt", 1, 1, 0, 0, 0, 2.5)
    ]


def test_a_dyad_of_two_countries_is_counted_by_their_codes(tmp_path: Path) -> None:
    text = (
        "India arrested 20 soldiers from Pakistan on Monday. Pakistan accused India of an attack on Tuesday. "
        "India and Pakistan held talks on Wednesday. Pakistan criticized Nepal."
    )
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep(diurna.code([replace(article_of(text, id="a"), published=date(2025, 3, 7))]))
        rows = list(dyad(store.connection, "IND", "PAK", Filters()).rows())
        assert {row[1]: row[2] for row in rows} == {"IND = PAK": 1, "IND > PAK": 1, "PAK > IND": 1}


def test_a_dyad_has_a_direction(store: Store) -> None:
    there = dyad(store.connection, "Police", "dockworkers", Filters())
    back = dyad(store.connection, "dockworkers", "Police", Filters())
    assert [row[1] for row in there.rows()] == [row[1] for row in back.rows()] == ["Police > dockworkers"]


def test_a_network_has_each_pair_once(store: Store) -> None:
    assert [row[:4] for row in network(store.connection, Filters(status="happened"), "name").rows()] == [
        ("Lena Orsic", "Tomas Brandt", True, 1),
        ("Police", "dockworkers", False, 1),
        ("Tomas Brandt", "The government", False, 1),
    ]


def test_a_network_as_graphml_is_xml(store: Store) -> None:
    answer = network(store.connection, Filters(), "name")
    tree = ElementTree.fromstring("".join(graphml(answer.columns(), answer.rows())))
    edges = tree.findall(".//{*}edge")
    assert [edge.get("directed") for edge in edges] == ["false", "true", "true", "true"]


def test_nothing_found_names_the_nearest(store: Store) -> None:
    assert why_nothing(store.connection, Filters(country="ALG")) == "no event has country 'ALG'; nearest: ALB"
    assert "2025-03-04 to 2025-03-07" in why_nothing(store.connection, Filters(since=date(2030, 1, 1)))
    assert "leave one out" in why_nothing(store.connection, Filters(type="COERCE", place="Karveli"))


def test_a_store_differs_from_itself_in_nothing(store: Store) -> None:
    assert list(compare(store.connection, store.connection)) == []


def test_stores_differ_in_events_and_fields(store: Store, tmp_path: Path, port: Record) -> None:
    first, *others = port.events
    changed = replace(port, events=(replace(first, status="future"), *others[:-1]))
    with open_store(tmp_path / "other.duckdb") as other:
        other.keep([changed])
        found = [
            (one.kind, one.trigger, one.field, one.a, one.b) for one in compare(store.connection, other.connection)
        ]
    assert found == [
        ("changed", "met", "status", "happened", "future"),
        ("only in A", "threatened", None, None, None),
    ]


def test_answers_are_arrow_or_pandas(store: Store) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    assert diurna.events(store, type="COERCE").column("trigger").to_pylist() == ["arrested"]
    assert diurna.timeline(store, by="year", as_="pandas")["events"].tolist() == [6]


def test_a_missing_package_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(ImportError, match="pip install polars"):
        diurna.network(store, as_="polars")


def test_on_the_command_line(store: Store, tmp_path: Path) -> None:
    store.close()
    file = str(tmp_path / "record.duckdb")
    run = CliRunner().invoke
    csv = run(app, ["timeline", file, "--by", "year", "--status", "happened"])
    assert csv.stdout.splitlines()[1] == "2025-01-01,4,1,0,2,1,-2.38"
    nobody = run(app, ["dyad", file, "Orsik", "Brandt"])
    assert (nobody.exit_code, "nearest: Lena Orsic" in nobody.stderr) == (1, True)


@pytest.mark.parametrize("name", ["plot.svg", "plot.png"])
@pytest.mark.parametrize("verb", [["timeline"], ["dyad", "Police", "dockworkers"], ["network", "--nodes", "name"]])
def test_answers_are_drawn(store: Store, tmp_path: Path, verb: list[str], name: str) -> None:
    pytest.importorskip("matplotlib")
    store.close()
    drawn = tmp_path / name
    ran = CliRunner().invoke(app, [verb[0], str(tmp_path / "record.duckdb"), *verb[1:], "--plot", str(drawn)])
    assert ran.exit_code == 0, ran.output
    assert drawn.read_bytes().startswith(b"\x89PNG" if name.endswith("png") else b"<?xml")


def test_a_plot_has_the_name_of_a_picture(store: Store, tmp_path: Path) -> None:
    store.close()
    ran = CliRunner().invoke(app, ["timeline", str(tmp_path / "record.duckdb"), "--plot", "plot.doc"])
    assert (ran.exit_code, ".png or .svg" in ran.stderr) == (2, True)


def test_events_are_printed_within_any_terminal(store: Store) -> None:
    out = StringIO()
    answer = events(store.connection, Filters(type="COERCE"))
    print_answer(answer.columns(), answer.rows(), Console(file=out, width=60))
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    assert lines[0].startswith("(2025-03-05)  COERCE arrest  happened")
    assert any(line.startswith("  Police → dockworkers") for line in lines)
    assert max(map(len, lines)) <= 60
