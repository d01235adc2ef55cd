"""A plain entry of the lexicon tells its event where the head reads none; whom a sure one names takes part."""

from __future__ import annotations

import pytest

import diurna
from diurna.code.lexicon import load_lexicon


def told(text: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    (record,) = diurna.code([text])
    return {
        (e.type, tuple(a.span.text for a in e.actors), tuple(r.span.text for r in e.recipients)) for e in record.events
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police resorted to mild lathicharge near the bridge.", ("ASSAULT", ("Police",), ())),
        ("Army columns conducted flag marches on Friday.", ("MOBILIZE", ("Army columns",), ())),
        ("Elaborate police bandobast has been made.", ("MOBILIZE", ("police",), ())),
        ("The state rushed three CRPF companies to Bhadrak.", ("MOBILIZE", ("The state",), ())),
        ("Prohibitory orders have been promulgated in Bharuch.", ("COERCE", (), ())),
        ("A tailor succumbed to bullet injuries on Monday.", ("ASSAULT", (), ("A tailor",))),
        ("Onion growers held a rasta roko near Lasalgaon.", ("PROTEST", ("Onion growers",), ())),
        ("Two monks set themselves on fire near the monastery.", ("PROTEST", ("Two monks",), ())),
        ("A Russian frigate sailed through the Bosphorus.", ("MOBILIZE", ("A Russian frigate",), ("the Bosphorus",))),
        ("An aid convoy reached Daraya.", ("AID", (), ("Daraya",))),
        ("Teachers laid down their chalk on Monday.", ("PROTEST", ("Teachers",), ())),
        ("Resident doctors began an indefinite cease-work.", ("PROTEST", ("Resident doctors",), ())),
        ("Internet services were snapped in the valley.", ("COERCE", (), ())),
        ("A posse of policemen was posted at the temple.", ("MOBILIZE", (), ("the temple",))),
    ],
)
def test_words_that_have_no_other_meaning(text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert told(text) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A cook died in police custody in Meerut.", ("ASSAULT", ("police",), ("A cook",))),
        ("He was beaten up in police custody.", ("ASSAULT", ("police",), ("He",))),
        ("Two smugglers were killed in a police encounter.", ("ASSAULT", ("police",), ("Two smugglers",))),
        ("Two clerks were injured in a police lathicharge.", ("ASSAULT", ("police",), ("Two clerks",))),
    ],
)
def test_the_police_do_what_befalls_people_in_their_hands(
    text: str, event: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert told(text) == {event}


@pytest.mark.parametrize(
    "text",
    [
        "The company resorted to price cuts.",
        "The minister made travel arrangements.",
        "Four companies of actors were sent to the festival.",
        "She threw a ball at the wall.",
        "The old man succumbed to his illness.",
    ],
)
def test_their_near_misses_tell_nothing(text: str) -> None:
    assert not told(text)


def test_a_plain_entry_is_sure() -> None:
    plain = [entry for entry in load_lexicon().entries if entry.plain]
    assert plain
    assert all(entry.sure for entry in plain)
