"""PLOVER JSON Lines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.metadata import version

from diurna.records import Record
from diurna.show import plover_events, plover_lines

TODAY = date(2025, 3, 6)


def test_a_meeting_with_two_actors(port: Record) -> None:
    met = plover_events(port, TODAY)[0]
    assert (met["id"], met["date"], met["enddate"]) == ("sud-17#e1", "2025-03-04", None)
    assert (met["event"], met["quad_code"], met["event_scale"]) == (["CONSULT"], 1, 2.5)
    assert met["context"] == ["executive", "economic"]
    assert [actor["identifier_text"] for actor in met["actor"]] == ["Lena Orsic", "Tomas Brandt"]
    assert met["actor"][0] == {
        "code": "ALB",
        "sector": ["GOV"],
        "entity_text": "Interior Minister Lena Orsic",
        "identifier_id": "Q900001",
        "identifier_text": "Lena Orsic",
        "office": "Interior Minister",
        "religion": None,
        "ethnicity": None,
        "gender": None,
        "age": None,
    }
    assert met["actor"][1]["office"] == "Mayor, Karveli"
    assert met["event_loc"]["latitude"] == 40.12
    assert met["text"].startswith("KARVELI, March 4")
    assert (met["coder"], met["coded_date"]) == (f"diurna {version('diurna')}", "2025-03-06")
    assert met["link"] == "https://sud.example/17"
    assert met["comment"] == "said by: party sources < Agence Sud (asserts)"


def test_every_field_of_the_manual_is_on_the_line(port: Record) -> None:
    assert list(plover_events(port, TODAY)[0]) == [
        "id",
        "date",
        "enddate",
        "time",
        "actor",
        "recipient",
        "event",
        "mode",
        "context",
        "event_loc",
        "event_text",
        "quad_code",
        "event_scale",
        "text",
        "text_info",
        "cite_info",
        "link",
        "coder",
        "coded_date",
        "comment",
    ]


def test_a_negated_event_is_there_and_says_so(port: Record) -> None:
    beaten = plover_events(port, TODAY)[3]
    assert (beaten["event"], beaten["mode"]) == (["ASSAULT"], ["beat"])
    assert beaten["comment"] == (
        "status: negated; no date told, the date is the day of publication; said by: The ministry (denies)"
    )


def test_without_any_date_the_date_is_empty_and_the_comment_says_why(port: Record) -> None:
    undated = replace(port, article=replace(port.article, published=None))
    remark = plover_events(undated, TODAY)[1]
    assert remark["date"] == ""
    assert remark["comment"].startswith("no date told, and no day of publication known")


def test_an_interval_has_an_end_date(port: Record) -> None:
    event = replace(port.events[0], date=replace(port.events[0].date, end="2025-03-06"))
    assert plover_events(replace(port, events=(event,)), TODAY)[0]["enddate"] == "2025-03-06"


def test_the_lines_are_the_events(port: Record) -> None:
    assert [json.loads(line) for line in plover_lines(port, TODAY)] == plover_events(port, TODAY)
