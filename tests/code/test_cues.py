"""cues.csv and the lists of sources: every row loads, every example fires, wrong rows say what to mend."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from diurna.annotate import annotate
from diurna.code.attributions import find_attributions
from diurna.code.cues import Cue, load_cues
from diurna.code.sources import load_sources
from diurna.code.table import LexiconError
from diurna.read import article_of
from diurna.records import Attribution

SHARE = 0.75
"""How many of the examples must fire exactly: the model's trees are not all right. Raise it as the model improves."""

MODEL = files("diurna.annotate") / "model" / "model.onnx"
HEADER = "lemma,pos,frame,stance,example\n"


def test_there_are_cues_of_every_kind() -> None:
    rows = load_cues().rows
    assert len(rows) >= 250
    assert {row.pos for row in rows} == {"VERB", "NOUN", "ADJ", "ADV", "ADP"}
    assert {row.stance for row in rows} == {
        "asserts", "denies", "doubts", "asks", "predicts", "demands", "believes",
    }  # fmt: skip


def test_sources_are_known_by_their_nouns() -> None:
    kinds = load_sources()
    assert (kinds["observer"], kinds["poll"], kinds["police"]) == ("anonymous", "document", "organization")


def marked(example: str) -> tuple[str, list[str], list[str]]:
    """Return the example's text, and what is marked in it: sources and contents."""
    text = example.translate(str.maketrans("", "", "{}<>"))
    between = [[piece.split(end)[0] for piece in example.split(start)[1:]] for start, end in ("{}", "<>")]
    return text, between[0], between[1]


@cache
def read() -> list[tuple[Cue, tuple[Attribution, ...]]]:
    rows = load_cues().rows
    articles = [article_of(marked(row.example)[0], id=str(row.line)) for row in rows]
    return [(row, find_attributions(document)) for row, document in zip(rows, annotate(articles), strict=True)]


def fires(row: Cue, found: tuple[Attribution, ...]) -> bool:
    _, sources, contents = marked(row.example)
    return any(
        [part.text for part in one.parts] == contents
        and ([one.source.text] if one.source else []) == sources
        and one.stance == row.stance
        for one in found
    )


@pytest.mark.skipif(not MODEL.is_file(), reason="the trained model is not there yet")
def test_the_examples_fire() -> None:
    missing = [f"cues.csv:{row.line} {row.example}" for row, found in read() if not fires(row, found)]
    assert len(missing) <= (1 - SHARE) * len(read()), "\n".join(missing)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("say,VRB,clause,asserts,{A} said <b>.", "cues.csv:2: pos is 'VRB'; write one of"),
        ("say,VERB,clause,states,{A} said <b>.", "cues.csv:2: stance is 'states'; write one of"),
        ("Say,VERB,clause,asserts,{A} said <b>.", "cues.csv:2: 'Say', 'clause'; write a lower-case lemma"),
        ("say,VERB,phrase,asserts,{A} said <b>.", 'cues.csv:2: frames "phrase", "owned" and pos ADP go together'),
        ("say,VERB,clause,asserts,{A} said b.", "cues.csv:2: mark the example's content"),
    ],
)
def test_a_wrong_row_names_line_and_remedy(tmp_path: Path, row: str, message: str) -> None:
    (tmp_path / "cues.csv").write_text(HEADER + row + "\n")
    with pytest.raises(LexiconError, match=message):
        load_cues(tmp_path / "cues.csv")


def test_a_row_that_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "cues.csv").write_text(HEADER + 2 * "say,VERB,clause,asserts,{A} said <b>.\n")
    with pytest.raises(LexiconError, match="stands in line 2 too"):
        load_cues(tmp_path / "cues.csv")
