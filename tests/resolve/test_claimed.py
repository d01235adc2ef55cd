"""Of which event a claim is made: not of the one that it looks back to, nor of what merely stands beside it."""

from __future__ import annotations

import pytest

import diurna


def about(text: str) -> tuple[str, str | None]:
    """Return the words of a text's only claim and the trigger of the event that it is made of."""
    (record,) = diurna.code([text])
    (claim,) = record.claims
    return claim.span.text, next((e.trigger.text for e in record.events if e.id == claim.event), None)


@pytest.mark.parametrize(
    ("text", "claim", "trigger"),
    [
        (
            "Police arrested 40 miners on Monday, the highest number since the protests began.",
            "highest number since the protests",
            "arrested",
        ),
        (
            "The two generals met in Juba for the first time since the attack on the port.",
            "first time since the attack on the port",
            "met",
        ),
        (
            "Sunday's march was the ninth since the mayor's arrest on May 9, 2025, when thousands clashed with police.",
            "ninth since the mayor's arrest on May 9",
            "march",
        ),
        (
            "It is the fourth raid since the ceasefire.",
            "fourth raid since the ceasefire",
            "raid",
        ),
    ],
)
def test_what_a_claim_looks_back_to_is_not_what_it_is_made_of(text: str, claim: str, trigger: str) -> None:
    assert about(text) == (claim, trigger)


def test_a_claim_is_made_of_the_verb_it_hangs_on_and_not_of_the_nearer_one() -> None:
    text = "The bishop visited the town, hit by an attack last week, for the first time since 2019."
    assert about(text) == ("first time since 2019", "visited")


def test_what_stands_behind_a_comma_comes_last() -> None:
    text = (
        "Parliament voted to remove President Amadou Sow, making him the third leader to leave the palace in a decade,"
        " hours after clashes between police and students."
    )
    assert about(text) == ("third leader to leave the palace in a decade", "to remove")


def test_what_lies_ahead_is_not_what_the_claim_is_made_of() -> None:
    assert about("The two leaders met in Cairo ahead of the peace summit.") == ("ahead of the peace summit", "met")


def test_a_claim_of_its_own_words() -> None:
    text = "Thousands marched in Lima, the third protest this week, after police killed a student."
    assert about(text)[1] == "marched"  # the protest is the march told again


def test_a_claim_beside_no_event_but_the_one_it_looks_back_to_is_of_none() -> None:
    assert about("Prices are at their highest level since the coup.") == ("highest level since the coup", None)
