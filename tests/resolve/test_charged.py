"""Who is coded as criminal for a charge."""

from __future__ import annotations

from diurna.pipeline import code_articles
from diurna.read import article_of


def charged(text: str) -> list[tuple[str, tuple[str, ...]]]:
    (record,) = code_articles([article_of(text, id="one")])
    return [(p.span.text, p.sector) for e in record.events if e.type == "ACCUSE" for p in e.recipients]


def test_a_man_who_is_charged_is_a_criminal() -> None:
    assert charged("The man lives in Ohio. Prosecutors charged the man with murder.") == [("the man", ("CRM",))]


def test_protesters_who_are_charged_stay_protesters() -> None:
    assert charged("Prosecutors charged eleven demonstrators with rioting.") == [("eleven demonstrators", ("CVL",))]


def attacked(text: str) -> list[tuple[str, str]]:
    (record,) = code_articles([article_of(text, id="one")])
    hurt = [p for e in record.events if e.type == "ASSAULT" for p in e.recipients]
    return [(p.span.text, " ".join(p.sector)) for p in hurt]


def test_who_is_attacked_and_is_nothing_else_is_a_civilian() -> None:
    assert attacked("A gunman shot Julia Ortega in Lima.") == [("Julia Ortega", "CVL")]
    assert attacked("A gunman shot Senator Julia Ortega in Lima.") == [("Senator Julia Ortega", "LEG")]


def test_an_attacker_who_is_named_is_a_criminal_and_an_unnamed_gunman_is_not() -> None:
    text = "Tom Hale stabbed a woman in Leeds. Police shot the attacker. In Basra a gunman killed a guard."
    (record,) = code_articles([article_of(text, id="one")])
    assert [e.sector for e in record.entities if e.name == "Tom Hale"] == [("CRM",)]
    assert [p.sector for e in record.events for p in e.actors if p.span.text == "a gunman"] == [("UAF",)]
