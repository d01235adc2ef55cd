"""The model reads a sentence alike however many threads share the work."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from diurna.annotate import Model

SENTENCES = [
    ["Police", "in", "Mombasa", "arrested", "two", "union", "leaders", "on", "Monday", "."],
    ["The", "minister", "resigned", "."],
    [
        "Hundreds",
        "of",
        "dockers",
        ",",
        "who",
        "had",
        "not",
        "been",
        "paid",
        "since",
        "May",
        ",",
        "marched",
        "to",
        "the",
        "port",
        "and",
        "blocked",
        "its",
        "gates",
        ".",
    ],
] * 3


def test_one_thread_reads_as_two_do() -> None:
    for one, two in zip(Model(1).read(SENTENCES), Model(2).read(SENTENCES), strict=True):
        assert np.array_equal(one.words, two.words) and np.array_equal(one.triggers, two.triggers)


def test_each_sentence_has_its_own_reading() -> None:
    read = Model(2).read(SENTENCES)
    assert [len(one.words) for one in read] == [len(words) for words in SENTENCES]


def test_the_shipped_graph_is_fused_since_that_is_most_of_what_loading_it_takes() -> None:
    graph = (files("diurna.annotate") / "model" / "model.onnx").read_bytes()
    assert b"DynamicQuantizeMatMul" in graph and b"MatMulIntegerToFloat" in graph
