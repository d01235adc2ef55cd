"""What people corrected teaches how events are weighed; the former weights can be had again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import diurna
from diurna.code.ontology import load_ontology
from diurna.code.weights import Weights, use_weights, weights, weights_of, weights_toml
from diurna.read import article_of
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, correct
from diurna.store.corrections.gold import gold
from diurna.store.learning import LearningError, keep_learned, learn, newest, undo_learned
from diurna.store.learning.fit import best_limit, refit

TOWNS = ("Vessa", "Karveli", "Orsk", "Dobrava", "Lumina", "Petrel", "Sarno", "Tavira", "Ulm", "Zadar", "Brod", "Kotor")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Hold twelve short reports of an arrest, a criticism and a protest; somebody rejected every criticism."""
    texts = [
        f"Police arrested a union leader in {town} on Monday. "
        f"The mayor of {town} criticized the government on Tuesday. Students protested in {town} against the arrest."
        for town in TOWNS
    ]
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep(diurna.code(article_of(text, id=town) for text, town in zip(texts, TOWNS, strict=True)))
        rows = store.connection.execute("SELECT article_key, event_id FROM events WHERE type = 'ACCUSE'").fetchall()
        assert len(rows) == len(TOWNS)
        for key, event in rows:
            correct(store, Correction("reject", key, "ana", event=event))
            correct(store, Correction("confirm", key, "ana"))
        yield store


def test_a_type_that_people_reject_counts_for_less(store: Store) -> None:
    lesson = learn(gold(store.connection), weights())
    assert lesson.learned_from + lesson.held_out == len(TOWNS)
    known = weights().types
    assert lesson.weights.types["ACCUSE"] < known["ACCUSE"] and lesson.weights.types["COERCE"] > known["COERCE"]
    (before,) = (one for one in lesson.before if one.name == "types")
    (after,) = (one for one in lesson.after if one.name == "types")
    assert (before.same, before.said) == (2 * lesson.held_out, 3 * lesson.held_out)
    assert after.f1 is not None and before.f1 is not None and after.f1 >= before.f1
    assert lesson.helps


def test_to_learn_changes_nothing_by_itself(store: Store) -> None:
    before = weights()
    learn(gold(store.connection), before)
    assert weights() == before


def test_too_little_to_learn_from_is_said(store: Store) -> None:
    with pytest.raises(LearningError, match=r"too little to learn from: . articles with"):
        learn(list(gold(store.connection))[:2], weights())


def test_types_of_another_ontology_teach_nothing(store: Store) -> None:
    golds = list(gold(store.connection))
    renamed = [
        replace(one, shown=replace(one.shown, record=replace(one.shown.record, events=tuple(
            replace(event, type="Coerce") for event in one.shown.record.events
        ))))
        for one in golds
    ]  # fmt: skip
    with pytest.raises(LearningError, match="weights are learned for PLOVER's types only"):
        learn(renamed, weights())


def test_learned_weights_are_taken_back_one_after_another(store: Store) -> None:
    assert newest(store.connection) is None
    for text in ("first", "second"):
        keep_learned(store.connection, "ana", text, {})
    assert [undo_learned(store.connection) for _ in range(3)] == [2, 1, None]
    keep_learned(store.connection, "ana", "third", {})
    last = newest(store.connection)
    assert last is not None and (last.id, last.weights) == (3, "third")


@pytest.fixture
def restored() -> Iterator[None]:
    yield
    use_weights(None)


def test_weights_in_use_decide_what_is_an_event(restored: None) -> None:
    from diurna.annotate import annotate
    from diurna.code.events import find_events

    (document,) = annotate([article_of("Police arrested three union leaders in Vessa on Monday.")])
    assert [event.type for event in find_events(document)] == ["COERCE"]
    use_weights(replace(weights(), types={"COERCE": -9.0}))
    assert find_events(document) == ()


def test_weights_come_back_from_their_text() -> None:
    by = replace(weights(), types={"ACCUSE": -0.25, "my-type": 0.5})
    assert weights_of(weights_toml(by, "Learned\nby heart."), "mine.toml") == by


def test_broken_weights_are_named() -> None:
    text = weights_toml(weights()).replace(f"event = {weights().limits.event}", 'event = "much"')
    with pytest.raises(ValueError, match=r"mine.toml: \[limits\] event must be a number; write event = 0.5"):
        weights_of(text, "mine.toml")


def test_without_examples_weights_stay() -> None:
    known = np.array([0.5, -1.0])
    assert refit(np.zeros((0, 2)), np.zeros(0), known, np.ones(2)).tolist() == [0.5, -1.0]


def test_examples_move_weights_the_more_there_are() -> None:
    known, pull = np.array([0.0]), np.array([8.0])
    few, many = (float(refit(np.ones((n, 1)), np.ones(n), known, pull)[0]) for n in (4, 400))
    assert 0 < few < 0.5 < many


def test_the_limit_with_the_best_f1_is_found_and_the_known_one_kept_where_it_is_as_good() -> None:
    scores, right = np.array([0.9, 0.6, 0.5, 0.4]), np.array([1.0, 1.0, 0.0, 0.0])
    assert best_limit(scores, right, 2, 0.33) == 0.52
    assert best_limit(scores, right, 2, 0.55) == 0.55


def test_the_package_knows_how_readily_each_type_is_believed() -> None:
    assert isinstance(weights(), Weights) and set(weights().types) == set(load_ontology().types)


def test_coding_into_a_store_goes_by_what_it_learned(store: Store, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from diurna.cli import app

    silent = replace(weights(), types={"COERCE": -9.0, "PROTEST": -9.0})
    keep_learned(store.connection, "ana", weights_toml(silent), {})
    store.close()
    (tmp_path / "a.txt").write_text("Police arrested three union leaders in Sarno on Monday.")
    run = ["code", str(tmp_path / "a.txt"), "--db", str(tmp_path / "record.duckdb")]
    told = CliRunner().invoke(app, run).output
    assert "coding by the weights that the store learned on" in told
    with open_store(tmp_path / "record.duckdb") as again:
        found = (
            "SELECT count(*) FROM events JOIN articles USING (article_key) WHERE title IS NULL AND article_id LIKE 'a%'"
        )
        assert again.connection.execute(found).fetchall() == [(0,)]
        assert undo_learned(again.connection) == 1
    assert "1 replaced" in CliRunner().invoke(app, run).output
    use_weights(None)
