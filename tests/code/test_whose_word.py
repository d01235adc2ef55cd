"""On whose word: "it", sources with what follows them, views, turns of briefings, what a quotation goes on with."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


def said(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Return source, cue and content of every attribution; every span is checked."""
    record = coded(text)
    for one in record.attributions:
        for span in (one.source, one.cue, *one.parts):
            assert span is None or text[span.start : span.end] == span.text
    return [(a.source and a.source.text, a.cue and a.cue.text, [p.text for p in a.parts]) for a in record.attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It recommended that they be evacuated.", [("It", "recommended", ["that they be evacuated"])]),
        (
            "Corliss is believed to be cooperating with the government, a person with knowledge of the matter said.",
            [
                (
                    "a person with knowledge of the matter", "said",
                    ["Corliss is believed to be cooperating with the government"],
                ),
                (None, "believed", ["to be cooperating with the government"]),
            ],
        ),
        (
            "Washington called for calm, while Russia, which backs the junta, said it saw no reason to act.",
            [
                ("Washington", "called for", ["calm"]),
                ("Russia", "backs", ["the junta"]),
                ("Russia", "said", ["it saw no reason to act"]),
            ],
        ),
        (
            "He is a liar, bully and brawler who has repeatedly pledged to ban all protests.",
            [("a liar, bully and brawler", "pledged", ["to ban all protests"])],
        ),
    ],
)  # fmt: skip
def test_the_source_is_whoever_speaks(text: str, expected: list[tuple[str | None, str | None, list[str]]]) -> None:
    assert [one for one in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the general's view, the city cannot be held.", ("the general", "view", ["the city cannot be held"])),
        ("By his own account, he never met the banker.", ("his", "account", ["he never met the banker"])),
        ("His argument is that nobody was hurt.", ("His", "argument", ["that nobody was hurt"])),
        ("Police put the crowd at 5,000.", ("Police", "put", ["the crowd at 5,000"])),
        (
            "Senators accused the water minister, Thandi Nkosi, of having known for months that the plant leaked.",
            ("Senators", "accused", ["having known for months that the plant leaked"]),
        ),
        (
            "Carver, who had predicted the night before that the bill would pass, left early.",
            ("Carver", "predicted", ["that the bill would pass"]),
        ),
    ],
)
def test_what_is_said(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert said(text) == [expected]


def test_we_outside_quotation_marks_are_the_author() -> None:
    (one,) = coded("In our view he should offer it again.").attributions
    assert (one.source and one.source.text, one.kind) == ("our", "author")


def test_whoever_has_told_the_page_is_no_part_of_what_was_told() -> None:
    text = "Moss told colleagues that he would bring the bill to the floor by Thursday, according to two who attended."
    assert ("Moss", "told", ["that he would bring the bill to the floor by Thursday"]) in said(text)
    kept = "The minister said that crime, according to the police, had fallen."
    assert ("The minister", "said", ["that crime, according to the police, had fallen"]) in said(kept)


def test_a_clause_behind_a_semicolon_puts_nothing_before_it_on_its_subjects_word() -> None:
    text = "Police say about 4,000 people have gathered; organisers claim ten times that number."
    assert [one for one in said(text) if one[0] == "organisers"] == [("organisers", "claim", ["that number"])]


def test_a_quotation_goes_on_with_the_saying_before_it() -> None:
    text = 'The government may be reluctant to act, Schiff said. "They do not want to tip the scales."'
    assert said(text) == [
        ("Schiff", "said", ["The government may be reluctant to act", "They do not want to tip the scales."])
    ]  # fmt: skip
    assert coded(text).attributions[0].form == "mixed"


def test_a_genre_is_no_speaker() -> None:
    assert said("Transcript: Foreign Minister Anneke Vos on the summit\n\nIt rained in Delft on Monday.") == []


def test_a_briefings_questions_stand_under_q() -> None:
    text = (
        "Remarks at the daily briefing\n\nMS. WHITLOCK: Good afternoon.\n\nQ Does the president stand by that?\n\n"
        "MS. WHITLOCK: No. I told him on Monday that it was wrong.\n\nQ Senator Ruiz said that he lied. Did he?\n\n"
        "MS. WHITLOCK: I have nothing further."
    )
    made = said(text)
    assert ("Q", None, ["Does the president stand by that?"]) in made
    assert ("MS. WHITLOCK", ":", ["No. I told him on Monday that it was wrong."]) in made
    assert ("Senator Ruiz", "said", ["that he lied"]) in made
    kinds = {a.source.text: a.kind for a in coded(text).attributions if a.source}
    assert (kinds["Q"], kinds["I"]) == ("anonymous", "named")


def test_an_indictment_is_not_the_word_of_whoever_spoke_before() -> None:
    text = "Marcus Dole said he lied to the jury. According to the indictment, the mayor met the builder in May."
    record = coded(text)
    assert [(a.source and a.source.text, a.entity) for a in record.attributions][1] == ("the indictment", None)
