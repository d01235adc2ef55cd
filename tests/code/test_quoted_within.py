"""What somebody between quotation marks says that others said, and marks within marks."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Return source, form and content of every attribution."""
    return [(a.source and a.source.text, a.form, [p.text for p in a.parts]) for a in coded(text).attributions]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "“They said the army had burned the mill,” farmer Awa Sow said.",
            ("They", "indirect", ["the army had burned the mill"]),
        ),
        (
            "“The mayor told us police had killed six men,” said Awa Sow.",
            ("The mayor", "indirect", ["police had killed six men"]),
        ),
        (
            "“My brother asks me when they will be freed,” said Awa Sow.",
            ("My brother", "indirect", ["when they will be freed"]),
        ),
    ],
)
def test_what_others_told_who_is_quoted(text: str, inner: tuple[str, str, list[str]]) -> None:
    assert told(text)[1:] == [inner]


def test_an_event_told_to_who_is_quoted_stands_on_both() -> None:
    record = coded("“The mayor told us police had killed six men,” said Awa Sow.")
    (killed,) = [e for e in record.events if e.type == "ASSAULT"]
    assert killed.attribution == ("a2", "a1")


def test_what_who_is_quoted_thinks_is_no_other_saying() -> None:
    text = "“I think the army will leave,” the envoy said."
    assert told(text) == [("the envoy", "direct", ["I think the army will leave,"])]


def test_a_quotation_that_ends_in_a_quotation_has_its_speaker_once() -> None:
    text = "The bishop met farmers. “The voice said, ‘Run,’” the witness told the court. “I know the voice.”"
    assert told(text) == [
        ("the witness", "direct", ["The voice said, ‘Run,’", "I know the voice."]),
        ("The voice", "direct", ["Run,"]),
    ]
