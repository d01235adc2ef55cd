"""A threat is uttered, whatever stands on its condition, and what it is of is no second event (corpus/GUIDE.md)."""

from __future__ import annotations

import pytest

import diurna


def told(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    (record,) = diurna.code([text])
    return [(event.type, event.modes, event.status) for event in record.events]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Chad said it would expel the Libyan envoy unless he apologised.", "expel"),
        ("The rebels said they would attack the port if the blockade was not lifted.", "violence"),
        ("The prosecutor said he would jail anyone who printed the tapes.", "arrest"),
        ("Moscow announced that it would cut off aid to Minsk unless it paid its debts.", "relations"),
    ],
)
def test_an_act_announced_on_a_condition_is_a_threat(text: str, mode: str) -> None:
    assert ("THREATEN", (mode,), "happened") in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad said it would expel the Libyan envoy on Friday.", "SANCTION"),
        ("The prosecutor said he would jail the editor who printed the tapes.", "COERCE"),
        ("Diplomats said that Chad would expel the Libyan envoy if he stayed.", "SANCTION"),
    ],
)
def test_without_a_condition_or_from_others_it_is_the_act(text: str, kind: str) -> None:
    assert [event for event, _, _ in told(text)] == [kind]


def test_what_a_warning_is_of_is_no_second_event() -> None:
    text = "The police chief warned that marchers would be arrested."
    assert told(text) == [("THREATEN", ("arrest",), "happened")]


def test_what_a_warning_reports_is_an_event() -> None:
    assert "ASSAULT" in {kind for kind, _, _ in told("The envoy warned that the army had shelled two villages.")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Spain will withdraw its soldiers from Mali in May.", "CONCEDE"),
        ("Spain withdrew its soldiers from Mali in May.", "RETREAT"),
    ],
)
def test_a_withdrawal_to_come_yields_in_words_only(text: str, kind: str) -> None:
    assert [event for event, _, _ in told(text)] == [kind]


def test_an_inquiry_vowed_is_left() -> None:
    assert "ACCUSE" in {kind for kind, _, _ in told("Lawmakers vowed to investigate the general.")}


def test_a_lifted_measure_is_no_second_event() -> None:
    assert [kind for kind, _, _ in told("The junta lifted a curfew in Bamako.")] == ["CONCEDE"]


def test_a_strike_called_off_was_held() -> None:
    assert {kind for kind, _, _ in told("The nurses called off their strike.")} == {"CONCEDE", "PROTEST"}
