"""Some hundred of the inputs that `python -m benchmarks.faults` breaks the line with, and what its watchdog sees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.faults import Task, nastiness, tasks, tried
from benchmarks.nastiness import FILES, TEXTS, Input

from benchmarks import faults
from diurna.pipeline import code_articles
from diurna.read import article_of

STORY = (
    "Kenyan police arrested two union leaders in Mombasa on Monday, a spokesman said. “We will strike again,” said "
    "Amina Odhiambo, who leads the dockers. On March 3 rebels attacked a convoy near Bria and killed four soldiers. "
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    line = json.dumps({"title": "Dockers held", "text": STORY * 3})
    (tmp_path / "news" / "wikinews-2019-2020.jsonl").write_text(line + "\n", "utf-8")
    return tmp_path


def test_nothing_crashes_hangs_or_is_passed_over_in_silence(data: Path) -> None:
    tally = tried(tasks(data, 400, seed=1, sizes=(20,)), workers=2)
    assert (tally.inputs, tally.whole) == (
        400,
        len(TEXTS) + sum(1 for n in range(len(TEXTS) + len(FILES), 400) if n % 100 == 1),
    )
    assert tally.crashed == []
    assert tally.hung == [] and tally.silent == []
    assert tally.articles["coded"] > 100 and tally.articles["failed"] > 100
    assert tally.peak < 2_000


def test_every_kind_of_nastiness_is_tried_at_each_size() -> None:
    assert [given.kind for given in nastiness(3)] == [*(f"text: {n}" for n in TEXTS), *(f"file: {n}" for n in FILES)]


def test_the_watchdog_sees_what_hangs_and_what_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "PATIENCE", 3.0)
    monkeypatch.setattr(faults, "worker", sleeper)

    def five() -> Iterator[Task]:
        for kind in ("good", "sleeps", "good", "dies", "good"):
            yield Task(Input(kind, ".txt", b"x"), False)

    tally = tried(five(), workers=1)
    assert [given.kind for _, given in tally.hung] == ["sleeps"]
    assert [given.kind for _, given in tally.crashed] == ["dies"]
    assert tally.inputs == 5 and tally.articles["coded"] == 3


def sleeper(pipe: faults.Connection, folder: str) -> None:
    """Stand in for a worker: sleeps, dies or answers as the task's kind says."""
    import os
    import time
    from collections import Counter

    pipe.send("ready")
    while True:
        for task in pipe.recv():
            if task.given.kind == "sleeps":
                time.sleep(1000)
            if task.given.kind == "dies":
                os._exit(9)
            pipe.send((Counter(coded=1), "", 0.1, 1.0))


def test_a_line_of_dots_is_cut_in_one_pass() -> None:
    (record,) = code_articles([article_of("Rebels left" + "." * 200_000 + "x")])
    assert record.article.error is None and len(record.sentences) == 1


def test_a_list_of_many_events_of_a_type_is_merged_and_every_trigger_kept() -> None:
    text = "\n".join(f"Rebels attacked {n} convoys near Bria." for n in range(300))
    (record,) = code_articles([article_of(text)])
    triggers = [spot for event in record.events for spot in (event.trigger, *event.mentions)]
    assert len(triggers) == len(set(triggers)) == 300
