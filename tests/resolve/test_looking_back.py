"""What a verdict, a charge or a word of blame looks back to has no day of theirs: reports of Thursday 12 March 2026."""

from __future__ import annotations

import pytest

import diurna


def day_of(text: str, trigger: str) -> str | None:
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    event = next(event for event in record.events if event.trigger.text == trigger)
    return event.date.start if event.date else None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Two officers were jailed on Tuesday over the killing of a street trader.", "killing"),
        ("A judge on Monday convicted two men of kidnapping a priest.", "kidnapping"),
        ("Turkey on Monday condemned the attack in which gunmen killed four soldiers.", "killed"),
        ("Lawmakers on Tuesday criticised the deal that the government signed with the rebels.", "signed"),
        ("The bishop visited two jailed editors on Tuesday.", "jailed"),
    ],
)
def test_what_was_before_has_no_day(text: str, trigger: str) -> None:
    assert day_of(text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("On Friday a court sentenced two men to death for murdering a priest in 2019.", "murdering", "2019-01-01"),
        ("Turkey condemned Monday's attack on the convoy.", "attack", "2026-03-09"),
        ("Two officers were jailed on Tuesday over the killing of a street trader.", "jailed", "2026-03-10"),
    ],
)
def test_its_own_date_holds(text: str, trigger: str, day: str) -> None:
    assert day_of(text, trigger) == day


@pytest.mark.parametrize(
    "text", ["Iraq said last Friday it will expel the envoys.", "Iraq told reporters on Monday it may expel envoys."]
)
def test_the_day_of_the_word_is_none_of_what_it_puts_ahead(text: str) -> None:
    assert day_of(text, "expel") is None


def test_a_move_comes_after_what_it_answers() -> None:
    text = "The premier resigned on Tuesday. The move comes two days after police fired on protesters in the capital."
    assert day_of(text, "fired on") == "2026-03-08"
    assert day_of("The move comes a day after gunmen killed nine people in Zamfara.", "killed") == "2026-03-11"


def test_what_came_first_has_no_day_of_what_it_led_to() -> None:
    text = "The former minister was released from Beur Jail on Tuesday after being granted bail in both cases."
    assert (day_of(text, "released"), day_of(text, "granted bail")) == ("2026-03-10", None)


def test_what_had_been_done_before_has_no_day_of_the_story() -> None:
    text = "The two leaders met on Tuesday. Earlier, the mayor had criticised the visitors."
    assert (day_of(text, "met"), day_of(text, "criticised")) == ("2026-03-10", None)
    assert day_of("The mayor had met the visitors on Monday.", "met") == "2026-03-09"


def test_a_day_before_the_storys_first_is_background() -> None:
    text = (
        "Two estranged leaders sat side by side in Gaya on Tuesday. A source said Lal had telephoned Das on Sunday. "
        "The spokesman condemned the party."
    )
    assert day_of(text, "condemned") == "2026-03-10"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ann Srisai is the fifth prime minister to be ousted by the army since 2008.", "ousted"),
        ("Veterans of the 1990s wars accused the minister of theft.", "accused"),
    ],
)
def test_years_of_something_else_are_not_its_day(text: str, trigger: str) -> None:
    (record,) = diurna.code([text])
    event = next(event for event in record.events if event.trigger.text == trigger)

    assert (event.status, event.date) == ("happened", None)
