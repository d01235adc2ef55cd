"""A full disk, a target that cannot be written, a clock set back, a reader that has left: each is said."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from diurna.records import Article, Record
from diurna.store import open_store, store

LINES = "".join(
    json.dumps({"id": f"a{n}", "text": f"Kenyan police arrested {n} union leaders in Mombasa."}) + "\n"
    for n in range(2, 302)
)


def run(*arguments: str, most_bytes: int | None = None) -> subprocess.CompletedProcess[bytes]:
    def limited() -> None:
        if most_bytes:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    command = [sys.executable, "-m", "diurna", *arguments]
    return subprocess.run(command, capture_output=True, timeout=300, preexec_fn=limited)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text(LINES, "utf-8")
    return path


def test_a_full_disk_is_said_and_a_run_with_room_goes_on(lines: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    full = run("code", str(lines), "--db", str(path), most_bytes=1_500_000)
    said = full.stderr.decode()
    assert full.returncode == 2
    assert said.startswith("diurna: the store could not be written, nothing of this batch was kept")
    assert "the disk is full: make room, and the same command goes on" in said and "Traceback" not in said
    again = run("code", str(lines), "--db", str(path))
    assert again.returncode == 0
    with duckdb.connect(str(path), read_only=True) as connection:
        ids = [id for (id,) in connection.execute("SELECT article_id FROM articles ORDER BY rowid").fetchall()]
    assert ids == [f"a{n}" for n in range(2, 302)]


def test_an_output_that_finds_no_room_is_said(lines: Path, tmp_path: Path) -> None:
    full = run("code", str(lines), "-o", str(tmp_path / "out.jsonl"), most_bytes=20_000)
    assert full.returncode == 2
    assert full.stderr.decode().strip().endswith("cannot be written (File too large); give another path to -o")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_standard_output_that_finds_no_room_is_said(lines: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "diurna", "code", str(lines)], stdout=full, stderr=subprocess.PIPE, timeout=300
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "diurna: standard output cannot be written (No space left on device)\n"


def test_a_reader_that_has_left_ends_the_run_quietly(lines: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "diurna", "code", str(lines)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None and child.stderr is not None
    assert child.stdout.read(1) == b"{"
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait(300) == 141


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="this system has no /proc, which nobody can write to")
def test_a_folder_that_nobody_can_write_to_is_said(lines: Path) -> None:
    done = run("code", str(lines), "--db", "/proc/self/news.duckdb")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("diurna: /proc/self/news.duckdb could not be opened: ")


def test_a_clock_that_is_set_back_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hours = iter([datetime(2026, 3, 10, 12), datetime(2026, 3, 10, 11), datetime(2026, 3, 10, 9), datetime(2026, 3, 9)])
    monkeypatch.setattr(store, "_now", lambda: next(hours))
    with open_store(tmp_path / "news.duckdb") as kept:
        for name in ("a", "b"):
            assert kept.keep([Record(Article(name, "Rebels left."))]).new == 1
        runs = kept.connection.execute("SELECT started, ended FROM runs ORDER BY run").fetchall()
    assert runs == [(datetime(2026, 3, 10, 12),) * 2, (datetime(2026, 3, 10, 9),) * 2]
