"""Who alleges and who denies: two attributions on one event, each with its stance."""

from __future__ import annotations

from pathlib import Path

import pytest

import diurna
from diurna.code.table import LexiconError
from diurna.resolve.denials import load_denials


def on_whose_word(text: str, trigger: str) -> list[tuple[str | None, str]]:
    """Return source and stance of each attribution that the only ASSAULT of a text stands on."""
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.type == "ASSAULT"]
    assert event.trigger.text == trigger
    by_id = {one.id: one for one in record.attributions}
    said = [by_id[id] for id in event.attribution]
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
            [("rebel", "asserts"), ("The army", "denies")],
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


def test_an_event_alleged_and_denied_is_none_that_the_page_vouches_for() -> None:
    (record,) = diurna.code(
        ["Rebels said that the army had bombed the market. The army denied that it had bombed the market."]
    )
    assert [(event.type, event.status, bool(event.attribution)) for event in record.events] == [
        ("ASSAULT", "happened", True),
        ("REJECT", "happened", False),
    ]


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "denials.csv").write_text("word,example\nClaim,Somalia rejected the claim.\n")
    with pytest.raises(LexiconError, match=r"denials\.csv:2: 'Claim'; write a lower-case word once"):
        load_denials(tmp_path / "denials.csv")
