"""`code_to_folder`: Parquet files by month that open as a store does, and hold nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
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
    stray = next(folder.glob(f"tables/articles/*/*/{lost.stem}-*.parquet"))
    stray = stray.rename(stray.with_name(f"{lost.stem}-01234567.parquet"))  # of an earlier version
    half = stray.with_name(f".{lost.stem}-89abcdef.parquet.0123456789ab")
    half.write_bytes(b"half")
    assert len(told(folder)) < len(told_by_one(source))
    code(source, folder)
    assert told(folder) == told_by_one(source)
    assert not stray.exists() and not half.exists()


def test_a_folder_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/cat.jpg").write_bytes(b"cat")
    with pytest.raises(StoreError, match="no Parquet folder of diurna"):
        code(tmp_path / "none.txt", tmp_path / "photos")


def test_a_folder_is_not_written_to_as_a_store(wire: tuple[Path, Path]) -> None:
    with pytest.raises(StoreError, match="diurna import"):
        open_store(wire[1])


def test_sources_of_a_store_give_the_same_records_and_say_their_address(
    wire: tuple[Path, Path], tmp_path: Path
) -> None:
    source, _ = wire
    code_to_folder([source.as_uri()], tmp_path / "coded", block=10, report=lambda why: None)
    assert [record["events"] for record in told(tmp_path / "coded")] == [
        record["events"] for record in told_by_one(source)
    ]
    with open_store(tmp_path / "coded", read_only=True) as store:
        assert {record.article.origin.split("://")[0] for record in store.records()} == {"file"}


def test_an_address_of_nothing_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "empty").mkdir()
    done = code_to_folder([(tmp_path / "empty").as_uri()], tmp_path / "coded", report=said.append)
    assert done.failed == 1 and "nothing to read there" in said[0]


def test_many_small_files_share_a_block(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    for number in range(40):
        (tmp_path / f"notes/{number:02}.txt").write_text(f"Police arrested {number + 2} students in Lima.", "utf-8")
    code_to_folder([tmp_path / "notes"], tmp_path / "coded", report=lambda why: None)
    assert len(list((tmp_path / "coded/blocks").glob("*.json"))) <= 3
    assert len(told(tmp_path / "coded")) == 40


def test_a_folder_of_an_earlier_version_opens_and_a_newer_one_says_so(tmp_path: Path) -> None:
    source = tmp_path / "lima.txt"
    source.write_text("Police arrested a student in Lima.", "utf-8")
    code(source, tmp_path / "coded")
    (articles,) = tmp_path.glob("coded/tables/articles/*/*/*.parquet")
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT * EXCLUDE (language) FROM '{articles}') TO '{tmp_path / 'old.parquet'}'")
    (tmp_path / "old.parquet").replace(articles)
    mark = tmp_path / "coded/diurna.json"
    marks = json.loads(mark.read_text("utf-8"))
    mark.write_text(json.dumps(marks | {"schema_version": 3}), "utf-8")
    assert told(tmp_path / "coded") == told_by_one(source)
    mark.write_text(json.dumps(marks | {"schema_version": 1000}), "utf-8")
    with pytest.raises(StoreError, match="newer diurna"):
        open_store(tmp_path / "coded", read_only=True)
