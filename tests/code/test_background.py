"""What the author adds behind what somebody says, and what looks like it and is said."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The senator praised the treaty, which the opposition had rejected in May.", "the treaty"),
        ("The party endorsed Marek, who lost the last election.", "Marek"),
        ("Hamas denied a role in the raid, which killed nine people.", "a role in the raid"),
    ],
)
def test_a_relative_clause_on_a_thing_named_is_the_authors(text: str, content: str) -> None:
    (record,) = diurna.code([text])
    assert [one.content.text for one in record.attributions] == [content]


def test_an_arrest_that_the_author_adds_is_on_no_other_word() -> None:
    (record,) = diurna.code(["The party endorsed Marek, whom police arrested in May."])
    (arrest,) = [event for event in record.events if event.type == "COERCE"]
    assert arrest.attribution == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The union called for a strike, which would be the first in ten years.",
            "a strike, which would be the first in ten years",
        ),
        (
            "The governor said the dam was safe, which had been doubted.",
            "the dam was safe, which had been doubted",
        ),
    ],
)
def test_what_is_planned_or_stands_in_a_clause_is_said(text: str, content: str) -> None:
    (record,) = diurna.code([text])
    assert [one.content.text for one in record.attributions][:1] == [content]


def test_a_name_is_nothing_that_is_said() -> None:
    (record,) = diurna.code(["The mine was built near a stream called Miracle Run."])
    assert record.attributions == ()


def test_what_somebody_is_called_is_said() -> None:
    (record,) = diurna.code(["A group called a gang by the army held the town."])
    assert [one.content.text for one in record.attributions] != []
