"""Another outlet as the source: by its name, by a noun, by a document of it; and what only looks like one."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

import diurna
from diurna.code.outlets import load_outlets, names_outlet
from diurna.code.table import LexiconError


def kinds(text: str) -> list[tuple[str | None, str]]:
    """Return source and kind of each attribution."""
    (record,) = diurna.code([text])
    return [(a.source.text if a.source else None, a.kind) for a in record.attributions]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The BBC reported that troops had entered Goma.", "The BBC"),
        ("Reuters said that two soldiers were killed.", "Reuters"),
        ("According to the Kyiv Independent, Russian forces shelled Kherson.", "the Kyiv Independent"),
        ("The Oban Herald reported that the ferry had sunk.", "The Oban Herald"),
        ("Local media reported that three people died.", "Local media"),
        ("The newspaper said that the mayor had fled.", "The newspaper"),
        ("The radio station said that rebels had attacked the village.", "The radio station"),
        ("State television said that twelve people died.", "State television"),
        ("According to local media reports, the ferry sank.", "local media reports"),
        ("A Washington Post story said the general had lied.", "A Washington Post story"),
        ("The Guardian reported that police arrested two men.", "The Guardian"),
    ],
)
def test_an_outlet_is_a_kind_of_its_own(text: str, source: str) -> None:
    assert kinds(text) == [(source, "outlet")]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("A BBC journalist said the army fired on the crowd.", "A BBC journalist", "anonymous"),
        ("Guardian Council member Ali Rezai said the vote was fair.", "Guardian Council member Ali Rezai", "named"),
        ("The police station said the men were held.", "The police station", "organization"),
        ("Social media said the ferry sank.", "Social media", "anonymous"),
        ("The trading company said the post was closed.", "The trading company", "organization"),
    ],
)
def test_what_is_none(text: str, source: str, kind: str) -> None:
    assert kinds(text) == [(source, kind)]


def test_it_is_the_outlet_that_was_named_before() -> None:
    text = "The Kyiv Independent reported that shells hit Kherson. It added that police had arrested two men."
    assert kinds(text) == [("The Kyiv Independent", "outlet"), ("It", "outlet")]


def test_what_an_outlet_quotes_somebody_as_saying_holds_the_quotation() -> None:
    (record,) = diurna.code(['"The port is closed," the Oban Herald quoted the mayor as saying.'])
    assert [(a.source.text if a.source else None, [p.text for p in a.parts]) for a in record.attributions] == [
        ("the Oban Herald", ["The port is closed,", "as saying"]),
        ("the mayor", ["The port is closed,"]),
    ]


@pytest.mark.parametrize("name", ["The New York Times", "BBC Persian", "Fars News Agency", "Oban Radio", "TASS"])
def test_a_name_of_an_outlet(name: str) -> None:
    assert names_outlet(name)


@pytest.mark.parametrize("name", ["Post", "Times Square", "BP Norway", "Ministry of Information", "Good news"])
def test_a_name_of_something_else(name: str) -> None:
    assert not names_outlet(name)


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    shutil.copy(str(files("diurna.code") / "outlet_names.csv"), tmp_path)
    (tmp_path / "outlet_words.csv").write_text("words,as,example\nPress,noun,The press said so.\n")
    with pytest.raises(LexiconError, match=r"outlet_words\.csv:2: 'Press' as 'noun'; write lower-case words"):
        load_outlets(tmp_path)
    (tmp_path / "outlet_names.csv").write_text("name\nThe Oban Herald\n")
    with pytest.raises(LexiconError, match=r"outlet_names\.csv:2: 'The Oban Herald'; write each name once, without"):
        load_outlets(tmp_path)
