"""Whose office is meant: another state's premier, a minister and the prime minister, a speaker, a Congress."""

from __future__ import annotations

import pytest

import diurna

RIGA = "RIGA, Latvia - Latvia's government fell on Monday. Prime Minister Ilze Kalna resigned. "
CABINET = "The deputy said that she had been threatened by a minister. "
TURNS = "Question: Has the envoy met the rebels?\n\nSpokesperson: "
LIMA = "LIMA, Peru - Peru's president met miners. In Washington, the U.S. government criticized Peru. "


def actors(text: str, trigger: str) -> list[tuple[str, str | None, str | None]]:
    """Return the actors of the last event with a trigger: words, name and country."""
    (record,) = diurna.code([text])
    event = [event for event in record.events if event.trigger.text == trigger][-1]
    return [(p.span.text, p.name, p.country) for p in event.actors]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            RIGA + "Estonia's prime minister criticized the vote.",
            "criticized",
            ("Estonia's prime minister", "Estonia's prime minister", "EST"),
        ),
        (
            RIGA + "Latvia's prime minister criticized the vote.",
            "criticized",
            ("Latvia's prime minister", "Ilze Kalna", "LVA"),
        ),
        (
            CABINET + "The prime minister criticized the rebels.",
            "criticized",
            ("The prime minister", "prime minister", None),
        ),
        (LIMA + "Congress censured the interior minister.", "censured", ("Congress", "Congress", "PER")),
    ],
)
def test_whose_office_or_body_it_is(text: str, trigger: str, who: tuple[str, str, str | None]) -> None:
    assert actors(text, trigger) == [who]


def test_who_meets_another_countrys_president_is_not_he() -> None:
    (record,) = diurna.code(
        ["Russia praised the truce. President Hallett met the Russian president in Budapest on Friday."]
    )
    (event,) = [event for event in record.events if event.trigger.text == "met"]

    assert {(p.span.text, p.name) for p in (*event.actors, *event.recipients)} == {
        ("President Hallett", "Hallett"),
        ("the Russian president", "Russian president"),
    }


def test_a_speaker_does_not_call_himself_he() -> None:
    (record,) = diurna.code([TURNS + "He spoke by phone with General Haddad last week."])
    names = {p.name for event in record.events for p in (*event.actors, *event.recipients)}

    assert "Spokesperson" not in names


def test_two_of_them_are_no_two_of_a_body() -> None:
    text = "Students rallied outside the Capitol on Friday. Capitol Police arrested two of them."
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.trigger.text == "arrested"]

    assert [(p.span.text, p.sector) for p in event.recipients] == [("two of them", ("EDU",))]
