"""A run that is asked to end finishes what is under way, says how far it came, and a second run finishes the job."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from diurna.annotate.document import AHEAD
from diurna.records import Article
from diurna.stopping import Stop, Stopped

LINES = [
    json.dumps({"id": f"a{n}", "text": f"Kenyan police arrested {n} union leaders in Mombasa."}) + "\n"
    for n in range(2, 42)
]


def begun(store: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a run that reads from us, hand it twenty articles, and return it once it waits for more."""
    command = [sys.executable, "-m", "diurna", "code", "-", "--db", str(store), "--format", "json", *options]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    child = subprocess.Popen(command, **pipes, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert child.stdin is not None and child.stdout is not None
    child.stdin.write("".join(LINES[:20]).encode())
    child.stdin.flush()
    for _ in range(20 - AHEAD):
        assert child.stdout.readline().startswith(b"{")
    return child


def articles_in(store: Path) -> list[str]:
    with duckdb.connect(str(store), read_only=True) as connection:
        return [id for (id,) in connection.execute("SELECT article_id FROM articles ORDER BY rowid").fetchall()]


@pytest.mark.parametrize(("asking", "name", "code"), [(signal.SIGTERM, "SIGTERM", 143), (signal.SIGINT, "SIGINT", 130)])
def test_a_run_that_waits_for_input_ends_and_keeps_what_it_was_given(
    tmp_path: Path, asking: signal.Signals, name: str, code: int
) -> None:
    store = tmp_path / "news.duckdb"
    child = begun(store)
    child.send_signal(asking)
    _, said = child.communicate(timeout=120)
    assert child.returncode == code
    assert said.decode().splitlines()[-1] == (
        f"diurna: stopped by {name} after 20 articles, the last from stdin:20; they are in {store}, "
        "and the same command goes on from there"
    )
    assert articles_in(store) == [f"a{n}" for n in range(2, 22)]
    with duckdb.connect(str(store), read_only=True) as connection:
        assert connection.execute("SELECT coded, ended FROM runs").fetchall() == [(20, None)]


def test_a_second_run_finishes_the_job(tmp_path: Path) -> None:
    store, lines = tmp_path / "news.duckdb", tmp_path / "news.jsonl"
    lines.write_text("".join(LINES), "utf-8")
    child = begun(store)
    child.terminate()
    child.communicate(timeout=120)
    again = subprocess.run(
        [sys.executable, "-m", "diurna", "code", str(lines), "--db", str(store)], capture_output=True, timeout=300
    )
    assert again.returncode == 0 and b"20 new, 20 unchanged" in again.stderr
    assert articles_in(store) == [f"a{n}" for n in range(2, 42)]


def test_a_signal_to_all_processes_of_a_run_is_the_first_ones_business(tmp_path: Path) -> None:
    store = tmp_path / "news.duckdb"
    command = [sys.executable, "-m", "diurna", "code", "-", "--db", str(store), "--jobs", "2", "--format", "json"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    child = subprocess.Popen(command, **pipes, start_new_session=True)
    assert child.stdin is not None and child.stdout is not None
    many = [
        json.dumps({"id": f"b{n}", "text": f"Rebels attacked {n} convoys near Bria."}) + "\n" for n in range(2, 202)
    ]
    child.stdin.write("".join(many).encode())
    child.stdin.flush()
    assert child.stdout.read(1) == b"{"
    os.killpg(child.pid, signal.SIGINT)
    _, said = child.communicate(timeout=300)
    assert child.returncode == 130
    assert b"Traceback" not in said and b"stopped by SIGINT after " in said
    kept = articles_in(store)
    assert kept == [f"b{n}" for n in range(2, 2 + len(kept))] and len(kept) >= 32


def endless(read: list[int]) -> Iterator[Article]:
    for number in range(1_000_000):
        read.append(number)
        yield Article(f"a{number}", "Rebels left.")


def test_articles_come_until_the_run_is_asked_to_end() -> None:
    read: list[int] = []
    with Stop() as stop:
        for article in stop.upto(endless(read)):
            if article.id == "a3":
                signal.raise_signal(signal.SIGTERM)
    assert read == [0, 1, 2, 3]
    assert stop.asked is not None and stop.asked.exit_code == 143


def test_a_second_signal_ends_at_once() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts what runs behind it without
    with Stop() as stop, pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
        assert stop.asked is not None
        signal.raise_signal(signal.SIGINT)
    signal.signal(signal.SIGINT, before)


def test_at_once_means_there_and_then() -> None:
    with pytest.raises(Stopped) as stopped, Stop(at_once=True):
        signal.raise_signal(signal.SIGTERM)
    assert stopped.value.name == "SIGTERM"


def test_the_signals_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with Stop():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


def test_sleep_ends_when_the_run_is_asked_to_end() -> None:
    with Stop() as stop:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        before = signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGTERM))
        stop.sleep(600)
        stop.sleep(600)  # nor does it begin again
        signal.signal(signal.SIGALRM, before)
    assert stop.asked is not None
