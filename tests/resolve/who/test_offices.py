"""What an office or role tells by the words around it: whose it is, and of what."""

from __future__ import annotations

import pytest

from diurna.resolve.who import actor_of


def sector(phrase: str, head: str, *countries: str) -> tuple[str, ...]:
    return actor_of(phrase.split(), head, countries=frozenset(countries)).sector


@pytest.mark.parametrize(
    ("phrase", "head", "told"),
    [
        ("the land council 's chief executive", "executive", ("SOC",)),
        ("the bank 's chief executive", "executive", ("BUS",)),
        ("the rebel group 's leaders", "leaders", ("REB",)),
        ("leaders of the rebel group", "leaders", ("REB",)),
        ("the committee chairman", "chairman", ("LEG",)),
        ("a chairman", "chairman", ("BUS",)),
        ("the president 's chief of staff", "chief", ("GOV",)),
        ("the chief of staff", "chief", ("MIL",)),
        ("sergeants of the police", "sergeants", ("COP",)),
        ("two sergeants", "sergeants", ("MIL",)),
        ("a delegation of farmers", "delegation", ("AGR",)),
        ("a delegation", "delegation", ("GOV",)),
        ("the head of the farmers ' union", "head", ("AGR",)),
        ("the chairperson of the electoral commission", "chairperson", ("GOV",)),
        ("Executive Branch officials", "officials", ("GOV",)),
    ],
)
def test_a_role_is_of_what_stands_around_it(phrase: str, head: str, told: tuple[str, ...]) -> None:
    assert sector(phrase, head) == told


@pytest.mark.parametrize(
    ("phrase", "head", "told"),
    [
        ("his deputy", "deputy", ()),
        ("Okello 's representative", "representative", ()),
        ("the president 's representative", "representative", ("GOV",)),
        ("three deputies", "deputies", ("LEG",)),
        ("Kenya 's deputies", "deputies", ("LEG",)),
        ("Republican representatives", "representatives", ("LEG", "PTY")),
    ],
)
def test_somebodys_deputy_sits_in_no_chamber(phrase: str, head: str, told: tuple[str, ...]) -> None:
    assert sector(phrase, head) == told


def test_somebodys_house_is_no_chamber() -> None:
    assert sector("her house", "house") == ()
    assert sector("the House", "House") == ("LEG",)


def test_dissidents_of_a_rebel_army_are_rebels() -> None:
    assert sector("dissidents of the FARC", "dissidents") == ("REB",)
    assert sector("Chinese dissidents", "dissidents") == ("OPP",)


def test_unidentified_men_who_act_are_armed_but_one_man_is_anybody() -> None:
    assert sector("unidentified men", "men") == ("UAF",)
    assert sector("an unidentified man", "man") == ("CVL",)


def test_a_noun_written_large_may_be_a_party_of_the_country() -> None:
    assert sector("the leader of the Radicals", "leader", "SRB") == ("PTY",)
    assert sector("the leader of the radicals", "leader", "SRB") == ("UAF",)


def test_a_word_of_a_known_name_tells_nothing_beside_it() -> None:
    assert sector("the Kachin Independence Army 's fighters", "fighters", "MMR") == ("REB",)
    assert sector("the army 's fighters", "fighters", "MMR") == ("MIL",)


def test_guards_are_no_criminals() -> None:
    assert sector("the guards", "guards") == ("COP",)
    assert sector("embassy guards", "guards") == ("GOV",)


def test_the_union_of_india_is_no_trade_union() -> None:
    assert sector("the Union Home Minister", "Minister") == ("GOV",)
    assert sector("a union leader", "leader") == ("LAB",)


def test_a_bloc_may_be_of_states_or_of_parties() -> None:
    assert sector("the bloc", "bloc") == ()
    assert sector("the opposition bloc", "bloc") == ("OPP",)


def test_a_suppression_force_is_no_gang() -> None:
    assert sector("the Gang Suppression Force", "Force")[0] == "COP"
    assert sector("the gang", "gang") == ("CRM",)
