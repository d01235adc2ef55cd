"""Nouns that mean another thing in some countries."""

import pytest

from diurna.resolve.who import ActorCode, actor_of
from diurna.resolve.who.nouns import _national, noun_called, read_national

AMERICA, BRAZIL = frozenset({"USA"}), frozenset({"BRA"})


def test_deputies_are_a_sheriffs_in_america() -> None:
    assert actor_of(["two", "deputies"], "deputies", countries=AMERICA) == ActorCode("USA", ("COP",))


def test_elsewhere_they_sit_in_a_chamber() -> None:
    assert actor_of(["two", "deputies"], "deputies", countries=BRAZIL) == ActorCode("BRA", ("LEG",))
    assert actor_of(["two", "deputies"], "deputies") == ActorCode(None, ("LEG",))


def test_the_phrases_own_country_goes_before_the_articles() -> None:
    assert actor_of(["Brazilian", "deputies"], "deputies", countries=AMERICA) == ActorCode("BRA", ("LEG",))


def test_a_deputy_mayor_is_none_of_the_sheriffs() -> None:
    assert actor_of(["the", "deputy", "mayor"], "mayor", countries=AMERICA).sector == ("GOV",)


def test_every_noun_of_the_table_is_one_of_agents_csv() -> None:
    assert [noun for nouns in _national().values() for noun in nouns if noun_called(noun.split()) is None] == []


def test_a_wrong_row_names_the_line() -> None:
    with pytest.raises(ValueError, match=r"national_agents\.csv:2"):
        read_national(["noun,countries,sector,type,example", "deputy,USA,COPS,person,x"], "national_agents.csv")
