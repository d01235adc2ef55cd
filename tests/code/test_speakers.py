"""Who speaks: names behind an office, speakers far from the marks, words within words, pages of bad marks."""

from __future__ import annotations

import pytest

import diurna

DRY = '"The wells are dry."'
LONG = "Leonard Moss, director of the centrist Tax Policy Center and a professor at the Maxwell School of Oban"


def spoken(text: str) -> list[tuple[str | None, str]]:
    """Return source and first words of the content of each direct quotation."""
    (record,) = diurna.code([text])
    return [
        (a.source.text if a.source else None, " ".join(a.content.text.split()[:3]))
        for a in record.attributions
        if a.form == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"The mayor of Lund, Eva Strand, said: {DRY}", "The mayor of Lund, Eva Strand"),
        (f"Former federal prosecutor Elie Hahn said: {DRY}", "Former federal prosecutor Elie Hahn"),
        (f"Opposition spokesperson for health Uma Moss said: {DRY}", "Opposition spokesperson for health Uma Moss"),
        (f"President Moss said, as reported by the Oban Herald, {DRY}", "President Moss"),
        (f"{DRY[:-2]},\" said study co-author Karen Alley.", "study co-author Karen Alley"),
        (
            f'{DRY[:-2]}," {LONG}, said of the plan.',
            LONG,
        ),
    ],
)  # fmt: skip
def test_the_name_of_who_speaks_is_found(text: str, source: str) -> None:
    assert [who for who, _ in spoken(text)] == [source]


def test_words_within_words_have_their_own_speaker() -> None:
    text = (
        "Bolton gave another account: \"I offered to resign and President Moss said, 'Let us talk about it tomorrow.'\""
    )
    assert spoken(text) == [("Bolton", "I offered to"), ("President Moss", "Let us talk")]


def test_a_clause_that_begins_in_marks_goes_on_in_the_next_quotation() -> None:
    (record,) = diurna.code(
        ['"I have admiration for the mechanics" of the proposals, Mr. Eakin said. "They are more detailed."']
    )
    assert [(a.source.text if a.source else None, [p.text for p in a.parts]) for a in record.attributions] == [
        ("Mr. Eakin", ['"I have admiration for the mechanics" of the proposals', "They are more detailed."])
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"We never close the gate, the guard said.\n\nThe bridge fell on Monday.',
        'Q: Did the bridge fall?\nA: It fell on Monday.\nQ: Who saw it?\nA: "I did.\n\nThe bridge fell on Monday.',
        '- "The first wall\n- The second" wall\n- A 5\' 2" door\n\nThe bridge fell on Monday.',
        'The pipe is 5" wide and the gate 6\'2" high.\n\nThe bridge fell on Monday.',
        "INTERVIEWER: What fell?\n\nMOSS: The old bridge.\n\nThe bridge fell on Monday.",
    ],
)
def test_no_page_of_bad_marks_swallows_the_paragraph_after_it(text: str) -> None:
    (record,) = diurna.code([text])
    last = text.rindex("The bridge fell")
    assert record.article.error is None
    assert not [a.id for a in record.attributions for part in a.parts if part.end > last]


def test_a_page_of_one_long_quotation_is_one_passage() -> None:
    text = '"' + "The wells are dry and nobody comes to mend them. " * 40 + '" the farmer said.'
    assert [who for who, _ in spoken(text)] == ["the farmer"]


def test_the_name_of_who_speaks_is_found_behind_an_office_in_capitals() -> None:
    text = f"Former US Ambassador to the United Nations Nina Hale wrote: {DRY}"
    assert [who for who, _ in spoken(text)] == ["Former US Ambassador to the United Nations Nina Hale"]


def test_two_quotations_with_and_between_them_are_one_persons_words() -> None:
    (record,) = diurna.code(
        ['The Oban Herald quoted Tim Hall as saying "the board has a role in the response" and "it must be involved."']
    )
    inner = record.attributions[-1]
    assert (inner.source and inner.source.text, [part.text for part in inner.parts]) == (
        "Tim Hall",
        ["the board has a role in the response", "it must be involved."],
    )
