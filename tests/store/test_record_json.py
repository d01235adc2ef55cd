"""The record's JSON: its names, its order, and the way back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from port_strike import TEXT
from records_made_up import records

from diurna.records import Article, Attribution, Record, Span
from diurna.store import as_json, from_json, to_json_line


def test_the_parts_and_an_event_stand_in_the_documented_order(port: Record) -> None:
    written = as_json(port)
    assert list(written) == [
        "article",
        "sentences",
        "entities",
        "events",
        "attributions",
        "claims",
        "places",
        "dates",
    ]
    assert list(written["events"][0]) == [
        "id",
        "type",
        "mode",
        "context",
        "cameo",
        "quad",
        "score",
        "status",
        "trigger",
        "mentions",
        "actor",
        "recipient",
        "date",
        "place",
        "counts",
        "attribution",
        "vouched",
        "confidence",
        "why",
    ]


def test_an_actor_and_a_role_are_flat(port: Record) -> None:
    written = as_json(port)
    start = TEXT.index("Mayor Tomas Brandt")
    assert written["events"][0]["actor"][1] == {
        "entity": "n2",
        "name": "Tomas Brandt",
        "start": start,
        "end": start + 18,
        "text": "Mayor Tomas Brandt",
        "country": "ALB",
        "sector": ["GOV", "PTY"],
    }
    assert written["entities"][1]["roles"] == [
        {
            "title": "Mayor",
            "of": "Karveli",
            "from": None,
            "until": None,
            "start": start,
            "end": start + 5,
            "text": "Mayor",
        }
    ]


def test_what_is_not_told_is_null_or_empty(port: Record) -> None:
    remark = as_json(port)["events"][1]
    assert (remark["date"], remark["place"], remark["cameo"]) == (None, None, None)
    assert (remark["context"], remark["counts"], remark["mentions"]) == ([], {}, [])


def test_a_source_without_words_is_null_but_a_known_entity_is_kept() -> None:
    content = Span(0, 2, "it")
    nobody = Attribution("a1", None, None, None, content, (content,), "indirect", "anonymous")
    record = Record(Article("x", "it"), attributions=(nobody, replace(nobody, id="a2", entity="n1")))
    sources = [attribution["source"] for attribution in as_json(record)["attributions"]]
    assert sources == [None, {"entity": "n1", "start": None, "end": None, "text": None}]


def test_a_failed_article_says_why(failed: Record) -> None:
    article = as_json(failed)["article"]
    assert (article["state"], article["error"]) == ("failed", "the line is no JSON: no closing brace")


def test_a_line_keeps_letters_and_escapes_line_ends_and_lone_surrogates() -> None:
    line = to_json_line(Record(Article("x", "Škoda\nमुख्यमंत्री \ud800")))
    assert "Škoda\\nमुख्यमंत्री \\ud800" in line
    assert "\n" not in line
    assert json.loads(line)["article"]["text"] == "Škoda\nमुख्यमंत्री \ud800"


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="'sentences' is missing"):
        from_json({"article": as_json(Record(Article("x", "")))["article"]})


@given(records())
@settings(max_examples=60)
def test_a_record_comes_back_from_its_line_as_it_was(record: Record) -> None:
    assert from_json(json.loads(to_json_line(record))) == record
