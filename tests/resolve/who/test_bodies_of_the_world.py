"""Bodies and people that English-language news names in its own or the country's words."""

import pytest

from diurna.resolve.who import ActorCode, actor_of, identity_of


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("anti-riot officers", "COP"),
        ("a barangay captain", "GOV"),
        ("the electoral commission", "GOV"),
        ("two federal deputies", "LEG"),
        ("the appellate court", "JUD"),
        ("a mayoral candidate", "PTY"),
        ("refuse collectors", "LAB"),
        ("the depositors", "CVL"),
        ("land defenders", "SOC"),
        ("the bishops' conference", "REL"),
        ("boda boda riders", "LAB"),
        ("coca growers", "AGR"),
    ],
)
def test_a_common_noun_tells_its_sector(phrase: str, sector: str) -> None:
    words = phrase.replace("'", " '").split()
    assert actor_of(words, words[-1]).sector == (sector,)


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Sejm", "POL", "LEG"),
        ("Knesset", "ISR", "LEG"),
        ("Sandiganbayan", "PHL", "JUD"),
        ("FEMA", "USA", "GOV"),
        ("IG Metall", "DEU", "LAB"),
        ("Verfassungsschutz", "DEU", "SPY"),
        ("Frontier Corps", "PAK", "MIL"),
        ("Lebanese Forces", "LBN", "PTY"),
        ("Law Society of Kenya", "KEN", "JUD"),
    ],
)
def test_a_body_is_known_by_its_name(name: str, country: str, sector: str) -> None:
    known = identity_of(name)
    assert known is not None
    assert (known.country, known.sector[0]) == (country, sector)


def test_a_member_of_a_known_chamber_is_of_its_country() -> None:
    assert actor_of(["Knesset", "member"], "member") == ActorCode("ISR", ("LEG",))


def test_a_senior_official_is_an_official() -> None:
    assert actor_of(["senior", "officials"], "officials").sector == ("GOV",)


def test_a_title_may_be_cut_short_with_a_dot() -> None:
    assert actor_of(["state", "Rep.", "Ann", "Lee"], "Lee").sector == ("LEG",)
    assert actor_of(["the", "U.S.", "army"], "army") == ActorCode("USA", ("MIL",))


def test_one_told_by_his_age_alone_is_a_civilian() -> None:
    assert actor_of(["the", "45-year-old"], "45-year-old").sector == ("CVL",)
    assert actor_of(["the", "45-year-old", "minister"], "minister").sector == ("GOV",)


def test_a_bodys_name_goes_on_over_of() -> None:
    words = ["Assembly", "of", "First", "Nations", "chief"]
    assert actor_of(words, "chief") == ActorCode("CAN", ("SOC",))


def test_a_branch_in_a_country_is_no_state() -> None:
    assert actor_of(["Equality", "Coalition", "Norway"], "Norway") == ActorCode()
    assert actor_of(["Imperial", "China"], "China") == ActorCode("CHN", ("GOV",))


def test_only_who_held_an_office_is_a_former_official() -> None:
    assert actor_of(["a", "former", "nurse"], "nurse").sector == ("MED",)
    assert actor_of(["a", "former", "mayor"], "mayor").sector == ("ELI", "GOV")


def test_who_backs_somebody_does_not_give_him_his_country() -> None:
    assert actor_of(["the", "Iran-backed", "militia"], "militia") == ActorCode(None, ("UAF",))
    assert actor_of(["the", "Lagos-based", "newspaper"], "newspaper").sector == ("JRN",)


def test_former_belongs_to_the_title_right_behind_it() -> None:
    words = ["former", "presidential", "candidate", "Senator", "Ann", "Lee"]
    assert actor_of(words, "Lee").sector == ("LEG",)
    assert actor_of(["former", "police", "chief", "Ann", "Lee"], "Lee").sector == ("ELI", "COP")


def test_a_bare_number_is_of_people_and_a_counting_one_of_what_it_counts() -> None:
    assert actor_of(["thousands"], "thousands").sector == ("CVL",)
    assert actor_of(["thousands", "of", "soldiers"], "thousands").sector == ("MIL",)
    assert actor_of(["thousands", "of", "pigs"], "thousands").sector == ()
