"""Where the same speaker goes on: with a second cue, a second quotation or a second clause behind "he said"."""

from __future__ import annotations

import pytest

import diurna


def said(text: str) -> list[tuple[str | None, str | None, str, list[str]]]:
    """Return source, cue, form and the parts of the content of each attribution."""
    (record,) = diurna.code([text])
    return [
        (a.source.text if a.source else None, a.cue.text if a.cue else None, a.form, [part.text for part in a.parts])
        for a in record.attributions
    ]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The minister said the army would stay in the north and urged residents to return.",
            ("The minister", "said", "indirect", ["the army would stay in the north"]),
            ("The minister", "urged", "indirect", ["to return"]),
        ),
        (
            "The prime minister said that the country would leave the union in March and suggested that it would quit "
            "the market.",
            ("The prime minister", "said", "indirect", ["that the country would leave the union in March"]),
            ("The prime minister", "suggested", "indirect", ["that it would quit the market"]),
        ),
        (
            "Analysts said geopolitical factors have raised the country's appeal, citing its border with China.",
            ("Analysts", "said", "indirect", ["geopolitical factors have raised the country's appeal"]),
            ("Analysts", "citing", "indirect", ["its border with China"]),
        ),
    ],
)
def test_a_past_verb_behind_would_is_the_speakers(text: str, first: object, second: object) -> None:
    assert said(text) == [first, second]


def test_what_others_said_in_the_same_breath_stays_theirs() -> None:
    assert said("Witnesses said soldiers burned houses, accusing villagers of hiding rebels.") == [
        ("Witnesses", "said", "indirect", ["soldiers burned houses, accusing villagers of hiding rebels"]),
        ("soldiers", "accusing", "indirect", ["hiding rebels"]),
    ]


def test_the_demand_behind_would_is_the_authors_word() -> None:
    (record,) = diurna.code(["The minister said the army would stay in the north and urged residents to return."])
    (request,) = [event for event in record.events if event.type == "REQUEST"]
    assert request.attribution == ()


def test_a_quotation_goes_on_behind_the_speaker() -> None:
    assert said('"I like the plan," Marek said, but "when it comes to money, there is none."') == [
        ("Marek", "said", "direct", ["I like the plan,", "when it comes to money, there is none."])
    ]


def test_a_clause_goes_on_behind_the_speaker() -> None:
    text = "The rich paid 9 percent, the agency said in a report in June, and those with little paid less than one."
    assert said(text) == [
        ("the agency", "said", "indirect", ["The rich paid 9 percent", "those with little paid less than one"])
    ]


def test_marks_around_its_first_words_do_not_end_what_is_said() -> None:
    assert said('The auditor said "budget reforms" and a tax on sugar would pay for it.') == [
        ("The auditor", "said", "mixed", ['"budget reforms" and a tax on sugar would pay for it'])
    ]


def test_marks_around_all_of_it_do() -> None:
    assert said('The auditor said "no more money" in a letter to the court.') == [
        ("The auditor", "said", "direct", ["no more money"])
    ]
