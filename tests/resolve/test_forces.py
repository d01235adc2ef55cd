"""Whose army "the army" is."""

from __future__ import annotations

from diurna.pipeline import code_articles
from diurna.read import article_of


def forces(text: str) -> list[tuple[str, str | None]]:
    (record,) = code_articles([article_of(text, id="one")])
    return [(one.name, one.country) for one in record.entities if one.sector == ("MIL",)]


def test_the_army_is_the_one_told_of_and_not_that_of_the_place() -> None:
    text = "Israeli troops shelled a school in Gaza. A hospital director in Gaza criticised the army."
    assert forces(text) == [("Israeli troops", "ISR"), ("army", "ISR")]


def test_where_two_armies_are_told_of_the_place_decides() -> None:
    text = "Russian soldiers met Ukrainian troops in Kherson. The army shelled the town."
    assert forces(text)[-1] == ("army", "UKR")
