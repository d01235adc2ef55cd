"""Many read the store while one corrects it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from fastapi.testclient import TestClient

from diurna.show.desk.asking import Asking
from diurna.store import StoreError


def test_readers_see_the_store_whole_while_it_is_corrected(at_work: TestClient) -> None:
    """A status and whether a person changed it are of two tables; no reader may see one without the other."""
    rows = at_work.get("/api/events", params={"type": "COERCE"}).json()["items"]
    row = next(row for row in rows if row["trigger"] == "arrested")
    path = f"/api/events/{row['article_key']}/{row['event_id']}"
    given = {"kind": "change", "article_key": row["article_key"], "event": row["event_id"], "field": "status"}

    def correct() -> None:
        for after in ("negated", "future", "hypothetical") * 3:
            made = at_work.post("/api/corrections", json=given | {"after": after})
            assert made.status_code == 201, made.text

    def read(number: int) -> list[tuple[str, str, str | None]]:
        found = []
        for n in range(15):
            answer = at_work.get(path, params={"reader": f"{number} {n}"})
            assert answer.status_code == 200, answer.text
            told = answer.json()
            found.append((told["row"]["status"], told["event"]["status"], told["row"]["checked"]))
        return found

    with ThreadPoolExecutor(6) as pool:
        writing = pool.submit(correct)
        seen = {one for found in pool.map(read, range(5)) for one in found}
        writing.result()
    assert seen <= {
        ("happened", "happened", None),
        *((status, status, "changed") for status in ("negated", "future", "hypothetical")),
    }


def test_of_many_that_ask_the_same_one_asks_the_store(port_store: Path) -> None:
    store = Asking(port_store)
    asked: list[int] = []
    together = Barrier(8)

    def count(connection: Any) -> int:
        ((found,),) = connection.execute("SELECT count(*) FROM events").fetchall()
        asked.append(found)
        return int(found)

    def ask(_: int) -> int:
        together.wait()
        return store.once("events", count)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {6}
    assert asked == [6]
    with store.writing():
        pass
    assert store.once("events", count) == 6
    assert asked == [6, 6]
    store.close()


def test_a_question_that_fails_is_asked_again(port_store: Path) -> None:
    store = Asking(port_store, read_only=True)
    with pytest.raises(ZeroDivisionError):
        store.once("wrong", lambda connection: 1 // 0)
    assert store.once("wrong", lambda connection: 1) == 1
    store.close()


def test_a_desk_to_read_is_not_written_to(port_store: Path) -> None:
    store = Asking(port_store, read_only=True)
    with pytest.raises(StoreError, match="start it without --read-only"), store.writing():
        pass
    store.close()
