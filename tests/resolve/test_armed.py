"""What armed bodies burn or loot is an attack, and what a crowd does a protest."""

import diurna
from diurna.records import Span


def told(text: str) -> list[tuple[str, tuple[str, ...], str | None, Span]]:
    (record,) = diurna.code([{"text": text, "published": "2026-03-13"}])
    return [(e.type, e.modes, e.cameo, e.trigger) for e in record.events]


def test_what_gunmen_loot_is_attacked() -> None:
    assert told("The gunmen looted shops.") == [("ASSAULT", ("destroy",), "1712", Span(11, 17, "looted"))]


def test_rebels_who_are_called_they_attack() -> None:
    text = "Rebels attacked the village of Ntoyo. They burned 16 houses."
    assert {one[0] for one in told(text)} == {"ASSAULT"}


def test_what_protesters_burn_is_a_protest() -> None:
    assert [one[0] for one in told("Protesters burned a police station.")] == ["PROTEST"]
