"""Whom grammar forbids a pronoun to mean, and whom "they" and "the two" sum up."""

from __future__ import annotations

import pytest

import diurna


def meant(text: str, word: str) -> list[str]:
    """Return the names of the entities that the last `word` of a text speaks of."""
    (record,) = diurna.code([text])
    start = text.rindex(f" {word}") + 1
    return [e.name for e in record.entities if any(mention.span.start == start for mention in e.mentions)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Minister Juan Ortega met Judge Pablo Ruiz. Ruiz told him to resign.", "him", "Juan Ortega"),
        ("Juan Ortega led the gang. Bishop Pablo Ruiz refused to pay him.", "him", "Juan Ortega"),
        ("Juan Ortega was arrested. Pablo Ruiz arrived and questioned him.", "him", "Juan Ortega"),
        (
            "Juan Ortega praised the plan. In a call with Pablo Ruiz on Monday, he rejected the truce.",
            "he",
            "Juan Ortega",
        ),
    ],
)
def test_who_acts_on_another_is_not_that_other(text: str, word: str, name: str) -> None:
    assert meant(text, word) == [name]


def test_who_takes_somebody_with_him_may_be_the_subject() -> None:
    assert meant("Police questioned Juan Ortega. Ortega took his lawyer with him.", "him") == ["Juan Ortega"]


def test_who_is_told_to_do_it_is_not_whom_it_is_done_to() -> None:
    text = "Police accused Juan Ortega. Ortega asked Pablo Ruiz to release him."
    assert meant(text, "him") == ["Juan Ortega"]


def test_he_in_a_quotation_is_not_the_he_who_says_it() -> None:
    text = 'Juan Ortega left on Monday. "I called the mayor. He ignored me," he said.'
    assert (meant(text, "He"), meant(text, "he said")) == (["mayor"], ["Juan Ortega"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee met Norwegian Foreign Minister Lars Dahl. They signed a treaty.", ["Ann Lee", "Lars Dahl"]),
        ("Ann Lee held talks with Lars Dahl. They signed a treaty.", ["Ann Lee", "Lars Dahl"]),
        ("Ann Lee accused Lars Dahl. They rejected the treaty.", []),
        ("Ann Lee met the rebels. They rejected the treaty.", ["rebels"]),
        ("Norwegian Foreign Minister Lars Dahl spoke. They rejected the treaty.", []),
    ],
)
def test_they_are_the_two_who_met_and_no_land_that_only_describes(text: str, names: list[str]) -> None:
    assert meant(text, "They") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee thanked Lars Dahl. Rebels freed two soldiers. The two were held in May.", ["two soldiers"]),
        (
            "Rebels freed two soldiers. Ann Lee and Lars Dahl praised it. The two were in Oslo.",
            ["Ann Lee", "Lars Dahl"],
        ),
    ],
)
def test_the_two_are_those_counted_last(text: str, names: list[str]) -> None:
    assert meant(text, "The two") == names


def test_everybody_whom_one_met_is_among_them() -> None:
    assert meant("Ann Lee met Lars Dahl and Bob Ray. They signed a treaty.", "They") == [
        "Ann Lee",
        "Lars Dahl",
        "Bob Ray",
    ]


def test_two_named_since_go_before_two_counted_earlier() -> None:
    text = "Rebels killed two soldiers. Ann Lee received Lars Dahl in Oslo. The two discussed a truce."
    assert meant(text, "The two") == ["Ann Lee", "Lars Dahl"]
