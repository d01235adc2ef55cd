"""Who alleges and who denies: two attributions on one event, each with its stance."""

from __future__ import annotations

from pathlib import Path

import pytest

import diurna
from diurna.code.table import LexiconError
from diurna.records import Span
from diurna.resolve.denials import load_denials


def on_whose_word(text: str, trigger: str) -> list[tuple[str | None, str]]:
    """Return source and stance of each attribution that holds the only ASSAULT of a text, where it is told."""
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.type == "ASSAULT"]
    assert event.trigger.text == trigger
    told = (event.trigger, *event.mentions)
    said = [one for one in record.attributions if any(part.holds(words) for part in one.parts for words in told)]
    return [(one.source.text if one.source else None, one.stance) for one in said]


@pytest.mark.parametrize(
    ("text", "trigger", "said"),
    [
        (
            "Rebels said that the army had bombed the market in Doma. The army denied that it had bombed the market.",
            "bombed",
            [("Rebels", "asserts"), ("The army", "denies")],
        ),
        (
            "The army denied rebel claims that it had bombed the market in Doma.",
            "bombed",
            [("The army", "denies"), ("rebel", "asserts")],
        ),
        (
            "Kenya accused Somalia of shelling the town of Mandera. Somalia denied the accusation.",
            "shelling",
            [("Kenya", "asserts"), ("Somalia", "denies")],
        ),
        (
            "The rebels said government troops killed 20 villagers in Kori. The government denied this.",
            "killed",
            [("The rebels", "asserts"), ("The government", "denies")],
        ),
        (
            "Witnesses said police shot the student. Police denied shooting him.",
            "shot",
            [("Witnesses", "asserts"), ("Police", "denies")],
        ),
        (
            "India said Pakistan had attacked an army base in Uri. Pakistan rejected the claim.",
            "attacked",
            [("India", "asserts"), ("Pakistan", "denies")],
        ),
        (
            "India said Pakistan had attacked an army base in Uri. The actor Rohan Das denied the allegations.",
            "attacked",
            [("India", "asserts")],
        ),
        ("Pakistan attacked an army base in Uri. Pakistan denied the claim.", "attacked", []),
    ],
)
def test_on_whose_word_it_stands(text: str, trigger: str, said: list[tuple[str | None, str]]) -> None:
    assert on_whose_word(text, trigger) == said


def test_the_words_of_the_denial_are_a_mention_of_what_was_alleged() -> None:
    text = "Kenya accused Somalia of shelling the town of Mandera. Somalia denied the accusation."
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.type == "ASSAULT"]
    start = text.index("the accusation")
    assert event.mentions == (Span(start, start + len("the accusation"), "the accusation"),)
    assert (event.status, event.attribution) == ("happened", ("a1",))


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "denials.csv").write_text("word,example\nClaim,Somalia rejected the claim.\n")
    with pytest.raises(LexiconError, match=r"denials\.csv:2: 'Claim'; write a lower-case word once"):
        load_denials(tmp_path / "denials.csv")
