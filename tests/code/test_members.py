"""Who is named of a group takes part by name; a pronoun within the words of an event takes part too."""

from __future__ import annotations

import diurna


def recipients(text: str, kind: str) -> list[list[str]]:
    (record,) = diurna.code([text])
    return [[p.span.text for p in e.recipients] for e in record.events if e.type == kind]


def test_who_is_included_is_arrested_too() -> None:
    text = "Riot police arrested nine, including Liza Ramos, the head of the union."
    assert recipients(text, "COERCE") == [["nine", "Liza Ramos"]]


def test_who_is_among_them_is_detained_too() -> None:
    assert recipients("Police detained four, among them the actor Petar Ilic.", "COERCE") == [
        ["four", "the actor Petar Ilic"]
    ]


def test_children_among_the_arrested_are_the_arrested() -> None:
    assert recipients("Police arrested ten people, including two children.", "COERCE") == [["ten people"]]


def test_a_pronoun_within_the_words_of_an_event_is_whom_it_befell() -> None:
    assert recipients("The miners turned him down.", "REJECT") == [["him"]]


def test_a_noun_within_the_words_of_an_event_is_none() -> None:
    assert recipients("The president declared martial law on Tuesday.", "COERCE") == [[]]
