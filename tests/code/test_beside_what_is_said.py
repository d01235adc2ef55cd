"""What stands beside a saying and is none of its content, and who is named in between."""

from __future__ import annotations

import pytest

import diurna


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """Return source, cue and content of each attribution."""
    (record,) = diurna.code([text])
    return [
        (a.source.text if a.source else None, a.cue.text if a.cue else None, a.content.text)
        for a in record.attributions
    ]


def test_who_says_it_in_a_statement_is_the_verbs_subject() -> None:
    text = "Moss, who last week vowed to fight on, said in a statement that the wages would be paid by February 15."
    assert said(text)[-1] == ("Moss", "said", "that the wages would be paid by February 15")


def test_a_statement_spoken_of_is_still_a_cue() -> None:
    text = "The king's statement that he would step down stunned the court."
    assert said(text) == [("The king", "statement", "that he would step down")]


def test_what_another_says_meanwhile_is_not_said() -> None:
    text = (
        'The State Department said it "stands with its allies", while Japan\'s foreign minister, Kenji Mori, '
        "urged both sides to show restraint."
    )
    assert said(text)[0][2] == 'it "stands with its allies"'


def test_what_happened_meanwhile_is_said() -> None:
    text = "The minister said that prices rose by half, while wages fell."
    assert said(text)[0][2] == "that prices rose by half, while wages fell"


def test_a_day_is_nothing_that_is_called_for() -> None:
    assert said("Farm unions have called a nationwide strike for May 20.") == []
    assert said("Farm unions have called for a nationwide strike.")[0][2] == "a nationwide strike"


def test_a_name_between_an_office_and_its_cue_is_the_sources() -> None:
    text = "\"Maybe I'll pardon them, maybe I won't,\" state news agency BelTA quoted him as saying."
    assert said(text)[0][:2] == ("state news agency BelTA", "quoted")


def test_an_office_before_the_name_does_not_listen() -> None:
    (record,) = diurna.code(['"We will not be bullied," National Security Adviser Ramon Dizon told a press briefing.'])
    assert [a.addressee and a.addressee.text for a in record.attributions] == ["a press briefing"]


def test_a_relative_clause_on_the_speaker_is_no_cue() -> None:
    text = '"Then there was a big noise," the man, who asked not to be named for fear of reprisals, said.'
    assert said(text) == [("the man", "said", "Then there was a big noise,")]


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("Judge Helena Novak was suspended in May. She spoke to Anna Kowal in Oslo.", "Helena Novak"),
        ("Helena Novak runs the court. The Oslo Herald spoke to Anna Kowal, her deputy.", "Anna Kowal"),
    ],
)
def test_whom_she_spoke_to_asks(lead: str, asked: str) -> None:
    (record,) = diurna.code([f"{lead}\n\nQ: Do you regret it?\nA: Not for a minute.\n\nQ: Never?\nA: Never."])
    answers = {a.source.text for a in record.attributions if a.cue and a.cue.text == "A:" and a.source}
    assert answers == {asked}
