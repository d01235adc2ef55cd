"""`code_to_folder`: Parquet files by month that open as a store does, and hold nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from wire import archive, told, told_by_one

from diurna.store import StoreError, open_store
from diurna.wide import Outcome, code_to_folder


def code(source: Path, folder: Path) -> Outcome:
    return code_to_folder([source], folder, block=10, report=lambda why: None)


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An archive and its folder; no test changes them."""
    source = archive(tmp_path_factory.mktemp("wide") / "wire")
    folder = source.with_name("coded")
    code(source, folder)
    return source, folder


def test_the_folder_has_the_records_that_one_process_gives(wire: tuple[Path, Path]) -> None:
    source, folder = wire
    assert told(folder) == told_by_one(source)


def test_each_month_has_its_own_files_and_what_has_no_date_too(wire: tuple[Path, Path]) -> None:
    _, folder = wire
    months = {str(path.relative_to(folder / "tables")) for path in (folder / "tables").glob("events/*/*")}
    assert months == {
        f"events/year={month}" for month in ("0000/month=00", "2026/month=01", "2026/month=02", "2026/month=03")
    }


def test_a_folder_answers_as_a_store_does(wire: tuple[Path, Path], tmp_path: Path) -> None:
    source, folder = wire
    question = (
        "SELECT e.type, count(*) FROM event_table AS e JOIN articles USING (article_key) "
        "WHERE state = 'coded' GROUP BY ALL ORDER BY ALL"
    )
    with open_store(tmp_path / "one.duckdb") as store, open_store(folder, read_only=True) as parted:
        from diurna.pipeline import code_articles
        from diurna.read import read_articles

        store.keep(code_articles(read_articles([source])))
        assert parted.connection.execute(question).fetchall() == store.connection.execute(question).fetchall()


def test_coding_again_changes_nothing(wire: tuple[Path, Path]) -> None:
    source, folder = wire
    files = sorted(folder.rglob("*.parquet"))
    done = code(source, folder)
    assert (done.coded, done.failed, done.unchanged) == (0, 0, len(told(folder)))
    assert sorted(folder.rglob("*.parquet")) == files


def test_what_changed_takes_the_place_of_the_old(tmp_path: Path) -> None:
    source = tmp_path / "news.jsonl"
    source.write_text(json.dumps({"id": "one", "text": "Police arrested a student in Lima."}) + "\n", "utf-8")
    code(source, tmp_path / "coded")
    source.write_text(json.dumps({"id": "one", "text": "Police freed a student in Lima."}) + "\n", "utf-8")
    code(source, tmp_path / "coded")
    assert [record["article"]["text"] for record in told(tmp_path / "coded")] == ["Police freed a student in Lima."]
    assert len(list(tmp_path.rglob("tables/articles/*/*/*.parquet"))) == 1


def test_a_file_that_grew_shorter_leaves_no_block_behind(tmp_path: Path) -> None:
    source = archive(tmp_path / "wire", files=1, lines=25)
    code(source, tmp_path / "coded")
    kept = (source / "wire0.jsonl").read_text("utf-8").splitlines()[:3]
    (source / "wire0.jsonl").write_text("\n".join(kept) + "\n", "utf-8")
    code(source, tmp_path / "coded")
    assert told(tmp_path / "coded") == told_by_one(source)


def test_an_article_of_another_source_is_not_kept_twice(tmp_path: Path) -> None:
    line = json.dumps({"id": "one", "text": "Police arrested a student in Lima."}) + "\n"
    for name in ("monday", "tuesday"):
        (tmp_path / f"{name}.jsonl").write_text(line, "utf-8")
        done = code(tmp_path / f"{name}.jsonl", tmp_path / "coded")
    assert (done.coded, done.left_out) == (0, 1)
    assert len(told(tmp_path / "coded")) == 1


def test_a_file_that_was_missing_is_no_longer_said_to_be(tmp_path: Path) -> None:
    source = tmp_path / "late.txt"
    assert code(source, tmp_path / "coded").failed == 1
    source.write_text("Police arrested a student in Lima.", "utf-8")
    code(source, tmp_path / "coded")
    assert [record["article"]["state"] for record in told(tmp_path / "coded")] == ["coded"]


def test_files_of_a_killed_process_are_no_part_of_the_record(tmp_path: Path) -> None:
    source = archive(tmp_path / "wire", files=1, lines=12)
    folder = tmp_path / "coded"
    code(source, folder)
    lost = sorted((folder / "blocks").glob("*.json"))[0]
    lost.unlink()  # as when the process ends between the files and their names
    assert len(told(folder)) < len(told_by_one(source))
    code(source, folder)
    assert told(folder) == told_by_one(source)


def test_a_folder_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/cat.jpg").write_bytes(b"cat")
    with pytest.raises(StoreError, match="no Parquet folder of diurna"):
        code(tmp_path / "none.txt", tmp_path / "photos")


def test_a_folder_is_not_written_to_as_a_store(wire: tuple[Path, Path]) -> None:
    with pytest.raises(StoreError, match="diurna import"):
        open_store(wire[1])
