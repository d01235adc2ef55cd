"""The command line, as a person types it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Kenyan police arrested two union leaders in Mombasa on Monday.\n"


def run(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "diurna", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, timeout=300)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "mombasa.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_record_comes_out_as_one_line_of_json(article: Path) -> None:
    done = run("code", str(article), "--published", "2026-03-10")
    (line,) = done.stdout.decode().splitlines()
    record = json.loads(line)
    assert done.returncode == 0
    assert record["article"]["text"] == TEXT
    event = record["events"][0]
    assert (event["type"], event["mode"], event["trigger"]["text"]) == ("COERCE", ["arrest"], "arrested")
    assert [actor["text"] for actor in event["actor"]] == ["Kenyan police"]
    assert (event["actor"][0]["country"], event["actor"][0]["sector"][0]) == ("KEN", "COP")
    assert event["date"]["start"] == "2026-03-09"
    for found in (event["trigger"], event["actor"][0], event["date"]["span"], event["place"]):
        assert TEXT[found["start"] : found["end"]] == found["text"]


def test_standard_input_is_read(article: Path) -> None:
    done = run("code", "-", stdin=TEXT.encode())
    assert json.loads(done.stdout)["events"][0]["type"] == "COERCE"


def test_a_table_is_printed_on_demand(article: Path) -> None:
    done = run("code", str(article), "--format", "table")
    assert "COERCE" in done.stdout.decode() and "“arrested”" in done.stdout.decode()


def test_csv_has_one_header_over_several_articles(article: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text("Rebels attacked a convoy near Bria.\n", "utf-8")
    rows = run("code", str(tmp_path), "--format", "csv").stdout.decode().splitlines()
    assert rows[0].startswith("article_id,") and sum(row.startswith("article_id,") for row in rows) == 1
    assert any("COERCE" in row for row in rows) and any("ASSAULT" in row for row in rows)


def test_plover_lines_hold_the_required_fields(article: Path) -> None:
    line = run("code", str(article), "--format", "plover", "--published", "2026-03-10").stdout.splitlines()[0]
    event = json.loads(line)
    assert event["event"] == ["COERCE"] and event["date"] == "2026-03-09" and event["id"]


def test_a_bad_article_is_recorded_and_the_rest_is_coded(article: Path, tmp_path: Path) -> None:
    lines = tmp_path / "news.jsonl"
    lines.write_text(json.dumps({"text": TEXT + " They left.", "id": "one"}) + '\n{"title": "no text"}\n', "utf-8")
    done = run("code", str(lines), str(tmp_path / "missing.txt"), str(article))
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [r["article"]["state"] for r in records] == ["coded", "failed", "failed", "coded"]
    assert "news.jsonl:2" in records[1]["article"]["error"] and "missing.txt" in records[2]["article"]["error"]
    assert done.returncode == 1
    assert done.stderr.decode().count("news.jsonl:2") == 1


def test_coding_again_into_a_store_changes_nothing(article: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "news.duckdb")
    first = run("code", str(article), "--db", store, "--published", "2026-03-10")
    again = run("code", str(article), "--db", store, "--published", "2026-03-10")
    assert (first.returncode, first.stdout) == (0, b"")
    assert "1 new, 0 unchanged" in first.stderr.decode()
    assert "0 new, 1 unchanged" in again.stderr.decode()


def test_two_jobs_give_the_same_records_in_the_same_order(tmp_path: Path) -> None:
    lines = tmp_path / "news.jsonl"
    texts = [f"Police arrested {n} protesters in Lima." for n in range(2, 80)]
    lines.write_text("".join(json.dumps({"text": t, "id": str(i)}) + "\n" for i, t in enumerate(texts)), "utf-8")
    one, two = run("code", str(lines)), run("code", str(lines), "--jobs", "2")
    assert one.stdout == two.stdout


def test_annotation_is_written_as_conllu(article: Path) -> None:
    rows = run("annotate", str(article), "--format", "conllu").stdout.decode().splitlines()
    assert rows[0] == "# article_id = mombasa"
    words = [row.split("\t") for row in rows if row[:1].isdigit()]
    assert [(w[1], w[9].split("|")[0]) for w in words[:2]] == [
        ("Kenyan", "TokenRange=0:6"),
        ("police", "TokenRange=7:13"),
    ]


def test_an_output_that_cannot_be_written_is_said(article: Path, tmp_path: Path) -> None:
    done = run("code", str(article), "-o", str(tmp_path / "no" / "out.json"))
    assert done.returncode == 2 and "cannot be written" in done.stderr.decode()


def test_records_written_into_the_folder_that_is_read_are_not_read(article: Path) -> None:
    records = article.parent / "records.jsonl"
    with records.open("wb") as out:
        command = [sys.executable, "-m", "diurna", "code", str(article.parent), "--format", "json"]
        subprocess.run(command, stdout=out, check=True, timeout=300)

    assert len(records.read_text("utf-8").splitlines()) == 1


def test_a_file_that_is_read_and_written_is_said(article: Path) -> None:
    records = article.parent / "records.jsonl"
    done = run("code", str(article), str(records), "-o", str(records))

    assert (done.returncode, b"is what this run writes; write to another file" in done.stderr) == (1, True)


def test_the_version_is_shown_without_a_command() -> None:
    done = run("--version")
    assert done.returncode == 0 and done.stdout.decode().startswith("diurna ")


def test_help_has_a_place_for_every_command_and_says_how_to_begin() -> None:
    from diurna.cli import app
    from diurna.help_panels import PANELS, name_of

    there = {name_of(each) for each in (*app.registered_commands, *app.registered_groups)}
    assert there == {name for names in PANELS.values() for name in names}
    done = run("--help")
    assert b"Look at what was found" in done.stdout and b"diurna code story.txt" in done.stdout
