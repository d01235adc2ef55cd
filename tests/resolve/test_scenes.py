"""Where an event took place: the likeliest place that is named near it, or none."""

from __future__ import annotations

import diurna


def places(text: str) -> dict[str, str | None]:
    (record,) = diurna.code([text])
    return {e.trigger.text: e.place.name if e.place else None for e in record.events}


def test_a_place_of_the_event_s_own_clause() -> None:
    assert places("Police arrested twelve demonstrators in Minsk on Sunday.") == {"arrested": "Minsk"}


def test_the_place_of_another_clause_is_not_the_event_s() -> None:
    found = places(
        "The military government released four journalists, a day after leaders meeting in Abuja threatened sanctions."
    )
    assert (found["released"], found["meeting"]) == (None, "Abuja")


def test_the_dateline_s_place_where_none_is_nearer() -> None:
    found = places("BOGOTÁ (Andes Daily) - Police fired tear gas at marching teachers on Wednesday.")
    assert found["fired tear gas"] == "Bogotá"


def test_what_is_said_of_a_place_is_not_said_there() -> None:
    assert places("The French president accused Russia of lying about the war in Syria.")["accused"] is None
