"""Sectors and countries of those who are told of by whose they are, or by what stands beside their names."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of

LIMA = "LIMA, Peru - Peru's government met miners on Monday. "


def codes(text: str) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    (record,) = code_articles([article_of(text, id="one")])
    told = {one.name: (one.country, one.sector) for one in record.entities}
    return told | {p.span.text: (p.country, p.sector) for e in record.events for p in (*e.actors, *e.recipients)}


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Governor Rosa Diaz sent aid to Ica. Her deputy, Juan Paz, thanked voters.", "Juan Paz", ("PER", ("GOV",))),
        ("Fishermen protested in Ica. Their leader, Juan Paz, accused police.", "Juan Paz", ("PER", ("AGR",))),
        (
            "Police beat Juan Paz, the union's leader, and arrested his members.",
            "Juan Paz's members",
            ("PER", ("LAB",)),
        ),
        (
            "The mining company Southern Plata closed. Its workers protested.",
            "Southern Plata's workers",
            ("PER", ("LAB",)),
        ),
        ("The mining company Southern Plata sued Congress.", "Southern Plata", ("PER", ("BUS",))),
        ("Defence Minister Pedro Sánchez accused rebels of lying.", "Pedro Sánchez", ("PER", ("GOV",))),
        ("The Miners Union met Congress. Its president, Juan Paz, accused police.", "Juan Paz", ("PER", ("LAB",))),
        ("Parents protested in Ica. One of them, Juan Paz, accused police.", "Juan Paz", ("PER", ("CVL",))),
        ("The army's spokesman, Sabah al-Numan, accused police.", "Sabah al-Numan", ("PER", ("MIL",))),
        ("Armed bandits killed a judge in Ica.", "Armed bandits", ("PER", ("CRM",))),
        ("Police fired at striking miners. Two of them were arrested.", "Two of them", ("PER", ("LAB",))),
        ("Labour Cabinet Secretary Rosa Diaz met miners.", "Rosa Diaz", ("PER", ("GOV",))),
        ("Ambassador Rosa Diaz criticised the miners.", "Rosa Diaz", (None, ("GOV",))),
        ("Tokyo's ambassador, Ken Ito, said his country stood with the miners.", "Ken Ito", ("JPN", ("GOV",))),
    ],
)
def test_whose_somebody_is(text: str, name: str, code: tuple[str | None, tuple[str, ...]]) -> None:
    assert codes(LIMA + text).get(name) == code


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A teacher, Juan Paz, accused police. Paz, the son of Indian immigrants, was freed.", "Juan Paz", "PER"),
        ("The news agency AFP accused police of theft.", "AFP", None),
    ],
)
def test_countries_of_others_and_of_news_are_not_taken(text: str, name: str, country: str | None) -> None:
    assert codes(LIMA + text)[name][0] == country


def test_the_treasurer_of_a_party_is_of_the_party() -> None:
    assert codes(f"{LIMA}The treasurer of the Green Party, Juan Paz, condemned it.")["Juan Paz"] == ("PER", ("PTY",))


def test_the_letters_of_a_police_rank_are_no_body_of_their_own() -> None:
    told = codes("SSP Mohit Garg ordered the arrest of two traders in Meerut on Monday.")
    assert told["Mohit Garg"] == ("IND", ("COP",))
    assert "SSP" not in told
