"""Interviews and transcripts: whose turn it is, and where it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

import diurna
from diurna.code.table import LexiconError
from diurna.code.transcripts import load_transcript_words

Turn = tuple[str | None, str, str, list[str]]

INTERVIEW = """Interview with mayor Eva Strand

Q: Did the police arrest the dockers?

A: Yes, they arrested forty of them. We condemned it at once.

Q: Will you resign?

A: No.

It would be wrong.

Q: Why?

A: Because I was elected.

The interview was held on Tuesday. Police closed the harbour."""


def turns(text: str) -> list[Turn]:
    """Return source, kind, stance and parts of what is said directly."""
    (record,) = diurna.code([text])
    return [
        (a.source.text if a.source else None, a.kind, a.stance, [part.text for part in a.parts])
        for a in record.attributions
        if a.form == "direct"
    ]


def test_an_interview() -> None:
    assert turns(INTERVIEW) == [
        ("Q", "author", "asks", ["Did the police arrest the dockers?"]),
        ("Eva Strand", "named", "asserts", ["Yes, they arrested forty of them. We condemned it at once."]),
        ("Q", "author", "asks", ["Will you resign?"]),
        ("Eva Strand", "named", "asserts", ["No.", "It would be wrong."]),
        ("Q", "author", "asks", ["Why?"]),
        ("Eva Strand", "named", "asserts", ["Because I was elected."]),
    ]


def test_who_is_interviewed_is_we() -> None:
    (record,) = diurna.code([INTERVIEW])
    condemned = next(event for event in record.events if event.trigger.text == "condemned")
    assert [(actor.name, actor.span.text) for actor in condemned.actors] == [("Eva Strand", "We")]


def test_the_last_turn_does_not_swallow_the_rest() -> None:
    (record,) = diurna.code([INTERVIEW])
    closed = next(event for event in record.events if event.trigger.text == "closed")
    assert closed.attribution == ()


def test_questions_and_answers_in_one_line() -> None:
    text = (
        "The Oban Herald spoke to the head of the union, Pablo Ortiz, on Monday.\n"
        "Q. Why do you strike? A. They arrested our leader. Q. Who? A. Ana Luz.\nThe strike goes on."
    )
    assert turns(text) == [
        ("Q", "author", "asks", ["Why do you strike?"]),
        ("Pablo Ortiz", "named", "asserts", ["They arrested our leader."]),
        ("Q", "author", "asks", ["Who?"]),
        ("Pablo Ortiz", "named", "asserts", ["Ana Luz."]),
    ]


def test_who_answers_is_unnamed_where_the_page_names_nobody() -> None:
    assert turns("Q: Who fired?\nA: The army fired.") == [
        ("Q", "author", "asks", ["Who fired?"]),
        ("A", "anonymous", "asserts", ["The army fired."]),
    ]


def test_a_debate() -> None:
    text = (
        "MODERATOR: Did the army attack the village?\n\nSEN. JOHN SMITH (D-OH): The army attacked it on Friday.\n\n"
        "JONES: I disagree. The rebels did.\n\nThe debate ended at nine."
    )
    assert turns(text) == [
        ("MODERATOR", "anonymous", "asks", ["Did the army attack the village?"]),
        ("SEN. JOHN SMITH (D-OH)", "named", "asserts", ["The army attacked it on Friday."]),
        ("JONES", "named", "asserts", ["I disagree. The rebels did."]),
    ]


def test_a_surname_is_whoever_the_page_names() -> None:
    text = (
        "Pablo Ortiz leads the dockers of Lund.\nInterviewer: Why do you strike?\nOrtiz: We want our leader back.\n"
        "Interviewer: Will you march?\nOrtiz: We will march on Friday.\nPhoto: The port of Lund"
    )
    (record,) = diurna.code([text])
    names = {entity.id: entity.name for entity in record.entities}
    said = [(names.get(one.entity or ""), one.content.text) for one in record.attributions if one.kind == "named"]
    assert said == [("Pablo Ortiz", "We want our leader back."), ("Pablo Ortiz", "We will march on Friday.")]


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: Rebels attack the port of Lund\n\nWATCH: Police arrest ten men in Oban",
        "Q: Where is the money?\n\nThe bank was closed on Monday. Police arrested two men.",
        "LONDON: The minister resigned on Monday.",
        "Time: nine o'clock\n\nPlace: the old harbour of Lund",
    ],
)
def test_labels_under_which_nobody_speaks(text: str) -> None:
    assert turns(text) == []


def test_a_long_transcript_keeps_every_turn() -> None:
    text = "\n".join(f"Q: Did he go?\nA: He went to Lund on day {number}." for number in range(300))
    assert len(turns(text)) == 600


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "transcript_words.csv").write_text("words,as,example\nHost,chairs,HOST: Did he go?\n")
    with pytest.raises(LexiconError, match=r"transcript_words\.csv:2: 'Host' as 'chairs'; write lower-case words"):
        load_transcript_words(tmp_path)


def test_labels_in_double_brackets_and_an_interviewer_known_by_initials() -> None:
    text = (
        "The Oban Herald spoke to Aparna Sen, a railway manager.\n\n((OH))  Has this number been improving?\n\n"
        "((Aparna Sen))  It has improved.\n\nIt will go on.\n\n((OH)) : Who decides?\n\n"
        "((Aparna Sen))  The board decides.\n\nThe interview was held in Oban."
    )
    assert turns(text) == [
        ("OH", "author", "asks", ["Has this number been improving?"]),
        ("Aparna Sen", "named", "asserts", ["It has improved.", "It will go on."]),
        ("OH", "author", "asks", ["Who decides?"]),
        ("Aparna Sen", "named", "asserts", ["The board decides."]),
    ]
