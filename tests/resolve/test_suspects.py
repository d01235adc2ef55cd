"""Who the attacker is, and the man who is told to have attacked before anybody is named."""

from __future__ import annotations

from diurna.records import Document, Event, Participant, Span
from diurna.resolve.entities import find_entities
from diurna.resolve.suspects import suspects_named
from trees import document, tree

STABBED = """
    A a DET 2 det
    man man NOUN 3 nsubj
    stabbed stab VERB 0 root
    two two NUM 5 nummod
    clerks clerk NOUN 3 obj
"""
HE = """
    He he PRON 2 nsubj
    fled flee VERB 0 root
"""
CHARGED = """
    Paul Paul PROPN 4 nsubj:pass
    Moyo Moyo PROPN 1 flat
    was be AUX 4 aux:pass
    charged charge VERB 0 root
"""
SHOOTER = """
    The the DET 2 det
    attacker attacker NOUN 3 nsubj
    wept weep VERB 0 root
"""
TEXT = "A man stabbed two clerks. He fled. Paul Moyo was charged. The attacker wept."


def page(text: str = TEXT) -> Document:
    return document(
        text,
        tree(text, STABBED),
        tree(text, HE, 26),
        tree(text, CHARGED, 35, names=((0, 1, "person"),)),
        tree(text, SHOOTER, 58),
    )


def names(words: str, *events: Event) -> list[str]:
    found = find_entities(page())
    moyo = frozenset(one.id for one in found.entities if one.name == "Paul Moyo")
    entities = suspects_named(events, found, moyo)
    start = TEXT.index(words)
    return [entities.entity(id).name for id in entities.at(Span.of(TEXT, start, start + len(words)))]


def told(kind: str, trigger: str, actor: str) -> Event:
    actors, start = TEXT.index(actor), TEXT.index(trigger)
    who = Participant(Span.of(TEXT, actors, actors + len(actor)))
    return Event("", kind, Span.of(TEXT, start, start + len(trigger)), "happened", 0.9, actors=(who,))


STAB, WEEP = told("ASSAULT", "stabbed", "A man"), told("CONCEDE", "wept", "The attacker")


def test_the_attacker_is_the_one_who_is_charged() -> None:
    assert names("The attacker", STAB, WEEP) == ["Paul Moyo"]


def test_a_man_who_attacked_is_the_attacker_and_so_is_he() -> None:
    assert names("A man", STAB, WEEP) == names("He", STAB, WEEP) == ["Paul Moyo"]


def test_a_man_who_attacked_on_a_page_that_calls_nobody_the_attacker_stays_a_man() -> None:
    assert names("A man", STAB) == ["man"]
