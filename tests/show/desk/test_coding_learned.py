"""A text is coded by what the store has learned, as `diurna code --db` codes into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desks import Desk
from page_reading import rows

from diurna.code.weights import use_weights, weights, weights_toml
from diurna.store import open_store
from diurna.store.learning import keep_learned, undo_learned

ARREST = "Police arrested three union leaders in Vessa on Monday."


@pytest.fixture(autouse=True)
def package_weights() -> Iterator[None]:
    yield
    use_weights(None)


def learned(path: Path, weights: str) -> None:
    with open_store(path) as store:
        keep_learned(store.connection, "ana", weights, {})


def test_the_api_and_the_page_code_by_what_was_learned(at_desk: Desk, port_store: Path) -> None:
    learned(port_store, weights_toml(replace(weights(), types={"COERCE": -9.0})))
    client = at_desk()
    assert client.post("/api/code", json={"text": ARREST}).json()["events"] == []
    assert rows(client.post("/try", data={"text": ARREST}).text) == [["No political event is told."]]


def test_what_was_taken_back_counts_no_more(at_desk: Desk, port_store: Path) -> None:
    learned(port_store, weights_toml(replace(weights(), types={"COERCE": -9.0})))
    with open_store(port_store) as store:
        undo_learned(store.connection)
    (event,) = at_desk().post("/api/code", json={"text": ARREST}).json()["events"]
    assert event["type"] == "COERCE"


def test_weights_that_cannot_be_read_are_said(at_desk: Desk, port_store: Path) -> None:
    learned(port_store, "[score]\n")
    answer = at_desk().post("/api/code", json={"text": ARREST})
    assert answer.status_code == 409 and "learned 1: [score] constant must be a number" in answer.json()["detail"]
