"""Corrections, the queue, gold and scores as the commands write them."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from port_strike import at, port_record
from typer.testing import CliRunner

from diurna.cli import app
from diurna.records import Record
from diurna.show.corrections import brief
from diurna.store import from_json, open_store

REJECTED = {"kind": "reject", "article": "sud-17", "event": "e2", "note": "only a remark"}
RETYPED = {"kind": "change", "article": "sud-17", "event": "e3", "field": "type", "after": "ASSAULT", "who": "bo"}
DONE = {"kind": "confirm", "article": "sud-17"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port_record()])
    return tmp_path / "record.duckdb"


def run(*arguments: object, code: int = 0, given: str | None = None) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)
    assert result.exit_code == code, result.output
    return result.output


def corrected(store: Path, *lines: dict[str, object]) -> None:
    run("correct", store, "-", "--by", "ana", given="\n".join(map(json.dumps, lines)))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_corrections_are_listed_with_words_and_state(store: Path) -> None:
    corrected(store, REJECTED, RETYPED)
    assert run("correct", store, "--undo", 1, "--by", "bo") == "3: undo 1\n"
    first, second, third = rows(run("corrections", store))
    assert (first["who"], first["kind"], first["words"], first["note"]) == (
        "ana",
        "reject",
        "remembers",
        "only a remark",
    )
    assert (second["who"], second["before"], second["after"]) == ("bo", '"COERCE"', '"ASSAULT"')
    assert [one["state"] for one in (first, second, third)] == ["undone", "in force", "in force"]


def test_a_table_says_in_words_what_was_corrected(store: Path) -> None:
    corrected(store, REJECTED, RETYPED, DONE)
    told = run("corrections", store, "--format", "table")
    for words in ("reject ACCUSE", "type: COERCE →", "article done: 5"):
        assert words in told


def test_those_that_fit_nothing_are_listed_alone(store: Path) -> None:
    corrected(store, RETYPED, REJECTED)
    machine = port_record()
    with open_store(store) as opened:
        opened.keep([Record(machine.article, machine.sentences)])  # coded anew, without any event
    assert [row["id"] for row in rows(run("corrections", store, "--unplaced"))] == ["1"]


def test_gold_is_a_record_a_line_with_how_it_was_checked(store: Path) -> None:
    corrected(store, REJECTED, RETYPED, DONE)
    (line,) = run("corrections", store, "--gold").splitlines()
    written = json.loads(line)
    record = from_json(written)
    assert [event.type for event in record.events] == ["CONSULT", "ASSAULT", "ASSAULT", "CONSULT", "THREATEN"]
    words = at("remembers")
    assert written["gold"]["rejected"] == [{"start": words.start, "end": words.end, "type": "ACCUSE"}]
    assert (written["gold"]["whole"], written["gold"]["by"]) == (True, ["ana", "bo"])


def test_only_articles_that_are_done_are_asked_for(store: Path) -> None:
    corrected(store, REJECTED)
    assert run("corrections", store, "--gold", "--whole") == ""


def test_the_queue_says_why(store: Path) -> None:
    first, *_ = rows(run("corrections", store, "--queue", 3))
    assert (first["article_id"], first["event"], first["type"]) == ("sud-17", "e6", "THREATEN")
    assert first["reasons"] == "the machine is in doubt; much is told of Lena Orsic"


def test_a_line_that_cannot_be_is_named_and_those_before_it_stay(store: Path) -> None:
    lines = "\n".join(map(json.dumps, (REJECTED, {**RETYPED, "event": "e9"})))
    told = run("correct", store, "-", code=2, given=lines)
    assert "standard input:2: there is no event 'e9' in the article as it is shown" in told
    assert len(rows(run("corrections", store))) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "standard input:1: no JSON"),
        ('{"kind": "reject", "article": "x", "event": "e1"}', "there is no article 'x'"),
        ('{"kind": "reject", "colour": "red"}', "a correction has no 'colour'"),
        ('{"kind": "praise", "article": "sud-17"}', "there is no kind of correction 'praise'"),
    ],
)
def test_what_is_no_correction_is_refused(store: Path, line: str, told: str) -> None:
    assert told in run("correct", store, "-", code=2, given=line)


def test_the_machine_is_scored_on_what_is_done(store: Path) -> None:
    corrected(store, REJECTED, RETYPED, DONE)
    scored = {row["measure"]: row for row in rows(run("evaluate", store))}
    assert (scored["types"]["same"], scored["types"]["machine"], scored["types"]["gold"]) == ("4", "6", "5")
    assert (scored["types"]["precision"], scored["types"]["recall"]) == ("0.667", "0.800")
    told = run("evaluate", store, "--format", "table")
    assert "The machine against 1 article that is done." in told


def test_two_stores_are_compared_where_two_people_checked_one_article_each(store: Path, tmp_path: Path) -> None:
    with open_store(tmp_path / "other.duckdb") as other:
        other.keep([port_record()])
    corrected(store, REJECTED, DONE)
    corrected(tmp_path / "other.duckdb", DONE)
    told = run("evaluate", store, "--with", tmp_path / "other.duckdb", "--format", "json").splitlines()
    kind, status = map(json.loads, told[-2:])
    assert (kind["one"], kind["other"], kind["what"]) == ("ana (other)", "ana (record)", "type")
    assert (kind["units"], kind["observed"], status["observed"]) == (6, 5 / 6, 1.0)


def test_without_corrections_there_is_nothing_to_score_or_learn(store: Path) -> None:
    assert "nobody has corrected an article" in run("evaluate", store, code=1)
    assert "too little to learn from: 0 articles" in run("learn", store, code=2)
    assert "has learned nothing that could be taken back" in run("learn", store, "--undo", code=1)


def test_weights_that_are_none_are_refused_before_anything_is_coded(store: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("[score]\n")
    (tmp_path / "a.txt").write_text("Police arrested a union leader in Vessa.")
    told = run("code", tmp_path / "a.txt", "--learned", tmp_path / "mine.toml", code=2)
    assert "mine.toml: [score] constant must be a number" in told


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "none"),
        ([], "none"),
        ("ASSAULT", "ASSAULT"),
        (["arrest", "seize"], "arrest, seize"),
        ([{"name": "Lena Orsic", "text": "She"}], "Lena Orsic"),
        ({"start": "2025-03-04", "end": "2025-03-07", "precision": "week"}, "2025-03-04..2025-03-07"),
        ([{"source": None, "content": {"text": "..."}}], "unnamed"),
        ([{"source": {"text": "the union"}, "content": {"text": "..."}, "stance": "denies"}], "the union denies"),
    ],
)
def test_a_value_is_said_in_a_few_words(value: object, words: str) -> None:
    assert brief(value) == words
