"""What the words behind a participant's noun tell of it."""

from __future__ import annotations

from diurna.pipeline import code_articles
from diurna.read import article_of


def parties(text: str) -> list[tuple[str, tuple[str, ...]]]:
    (record,) = code_articles([article_of(text, id="one")])
    return [(p.span.text, p.sector) for e in record.events for p in (*e.actors, *e.recipients)]


def test_a_delegation_is_of_whom_it_is_made_up_of() -> None:
    assert parties("A delegation of students met the mayor.") == [("A delegation", ("EDU",)), ("the mayor", ("GOV",))]


def test_a_delegation_of_nobody_told_is_a_states() -> None:
    assert parties("A delegation met the mayor.") == [("A delegation", ("GOV",)), ("the mayor", ("GOV",))]


def test_a_prisoner_of_war_is_no_criminal() -> None:
    assert ("a prisoner", ("MIL",)) in parties("Russia sentenced a prisoner of war to nine years in prison.")
    assert ("a prisoner", ("CRM",)) in parties("Russia sentenced a prisoner to nine years in prison.")


def test_a_spokeswoman_is_of_whom_she_speaks_for() -> None:
    assert ("A spokeswoman", ("BUS",)) in parties("A spokeswoman for the company rejected the accusations.")


def test_a_noun_right_before_a_name_describes_it() -> None:
    (record,) = code_articles([article_of("Wrestler Balla Sow spoke in Dakar. Police arrested Sow.", id="one")])
    assert [e.sector for e in record.entities if e.name == "Balla Sow"] == [("CVL",)]


def test_the_leader_of_a_body_with_of_in_its_name_is_himself() -> None:
    (record,) = code_articles([article_of("Servant of the People leader Olena Koval praised the army.", id="one")])
    assert [p.name for e in record.events for p in e.actors] == ["Olena Koval"]
