"""A process of --jobs that is killed: the article that kills it fails and says so, all others are coded, none twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from diurna.beside import CHUNK, NoProcess, coded_beside
from diurna.records import Article, Record


def ready() -> None:
    """Nothing is to be loaded."""


def dies_of_poison(articles: list[Article]) -> list[Record]:
    """Make empty records; a poisonous article kills the process, as one would for which memory runs out."""
    if any("poison" in article.text for article in articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Record(article) for article in articles]


def dies_once(articles: list[Article]) -> list[Record]:
    """Make empty records; the first time that an article says where, leave a mark there and die."""
    for article in articles:
        if article.text.startswith("/") and not Path(article.text).exists():
            Path(article.text).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [Record(article) for article in articles]


def fails(articles: list[Article]) -> list[Record]:
    """Raise what code with a fault would."""
    raise ZeroDivisionError("a fault")


def never_ready() -> None:
    """Die as a process does for which there is no room at all."""
    os._exit(3)


def articles(bad: dict[int, str]) -> list[Article]:
    return [Article(f"a{n}", bad.get(n, "Rebels left."), origin=f"news.jsonl:{n}") for n in range(5 * CHUNK)]


def test_the_articles_that_kill_a_process_fail_alone() -> None:
    given = articles({7: "A poison.", CHUNK + 1: "Another poison.", CHUNK + 2: "A third poison."})
    records = list(coded_beside(given, 2, ready, dies_of_poison))
    assert [record.article.id for record in records] == [article.id for article in given]
    failed = [record.article for record in records if record.article.error]
    assert [article.id for article in failed] == ["a7", f"a{CHUNK + 1}", f"a{CHUNK + 2}"]
    assert failed[0].error == (
        "news.jsonl:7: the process that coded it was killed (SIGKILL, as when memory runs out), twice; "
        "give it more memory, or split or leave out the article"
    )


def test_an_article_whose_process_was_killed_by_chance_is_coded(tmp_path: Path) -> None:
    given = articles({3: str(tmp_path / "mark")})
    records = list(coded_beside(given, 2, ready, dies_once))
    assert [record.article for record in records] == given


def test_a_fault_of_the_code_is_raised_as_in_one_process() -> None:
    with pytest.raises(ZeroDivisionError):
        list(coded_beside(articles({}), 2, ready, fails))


def test_no_article_is_to_blame_where_a_process_cannot_begin() -> None:
    with pytest.raises(NoProcess, match=r"ended with exit code 3 before it was ready; give fewer, or more memory"):
        list(coded_beside(articles({}), 2, never_ready, dies_of_poison))


def test_a_caller_that_leaves_lets_the_processes_end() -> None:
    records = coded_beside(articles({}), 2, ready, dies_of_poison)
    assert next(records).article.id == "a0"
    assert children(os.getpid())
    records.close()
    assert children(os.getpid()) == []


def children(process: int) -> list[int]:
    """Return the processes that a process began with "spawn", without the one that multiprocessing keeps beside."""
    found = []
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (task / "children").read_text("ascii").split()):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(child)
    return found


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="this system has no /proc")
def test_a_run_goes_on_when_one_of_its_processes_is_killed(tmp_path: Path) -> None:
    lines, db = tmp_path / "news.jsonl", tmp_path / "news.duckdb"
    texts = [f"Kenyan police arrested {n} union leaders in Mombasa." for n in range(2, 502)]
    lines.write_text("".join(json.dumps({"id": f"a{n}", "text": t}) + "\n" for n, t in enumerate(texts)), "utf-8")
    command = [sys.executable, "-m", "diurna", "code", str(lines), "--db", str(db), "--jobs", "2", "--format", "json"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    assert run.stdout is not None
    for _ in range(40):
        run.stdout.readline()
    while not (there := children(run.pid)):
        time.sleep(0.01)
    os.kill(there[0], signal.SIGKILL)
    out, said = run.communicate(timeout=600)
    assert (run.returncode, out.count(b"\n")) == (0, 460), said.decode()
    with duckdb.connect(str(db), read_only=True) as rows:
        ids = [id for (id,) in rows.execute("SELECT article_id FROM articles WHERE state = 'coded'").fetchall()]
    assert sorted(ids) == sorted(f"a{n}" for n in range(500))
