"""Whom a refusal is of that names only what is refused: whoever asked for it."""

from __future__ import annotations

import pytest

import diurna


def refused(text: str) -> list[str]:
    """Return the recipients of the refusal that a text tells."""
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.type == "REJECT"]
    return [one.span.text for one in event.recipients]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Senator Ruth Kerr urged Governor Ana Ruiz to ban rifles. Ruiz declined the request.", ["Senator Ruth Kerr"]),
        ("Rwanda accused Burundi of shelling a village. Burundi denied the accusation.", ["Rwanda"]),
        ("Mexico offered President Elsa Vargas asylum. Vargas rejected the offer.", ["Mexico"]),
    ],
)
def test_who_asked_accused_or_offered_is_turned_down(text: str, whose: list[str]) -> None:
    assert refused(text) == whose


def test_whom_it_was_not_said_to_turns_nobody_down_that_the_page_names() -> None:
    assert refused("Togo asked Ghana for fuel. Benin rejected the request.") == []
