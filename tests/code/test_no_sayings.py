"""Words that have the form of an attribution and tell nobody's word, and those that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna.code.no_sayings import load_no_sayings
from diurna.code.table import LexiconError
from diurna.pipeline import code_articles
from diurna.read import article_of


def told(text: str) -> list[tuple[str | None, str]]:
    """Return source and content of every attribution."""
    (record,) = code_articles([article_of(text, id="one")])
    return [(a.source and a.source.text, a.content.text) for a in record.attributions]


@pytest.mark.parametrize(
    "text",
    [
        "The bank did not immediately respond to a request for comment.",
        "The premier's office declined to comment.",
        "She did not say when.",
        "The court will decide on Friday whether to free the editor.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The spokeswoman declined to name the suspects.", [("The spokeswoman", "to name the suspects")]),
        (
            "The Herald, which is linked to the party, reported that rebels had killed two men.",
            [("The Herald", "that rebels had killed two men")],
        ),
        (
            "A guard, who agreed to talk only if his name was not used, said his unit had opened fire.",
            [("A guard", "his unit had opened fire")],
        ),
    ],
)
def test_what_is_said_beside_it_stays(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    file = tmp_path / "no_sayings.csv"
    file.write_text("cue,content,example\nDecline,comment,He declined to comment.\n", "utf-8")
    with pytest.raises(LexiconError, match=r"no_sayings.csv:2: 'Decline', 'comment'"):
        load_no_sayings(file)
