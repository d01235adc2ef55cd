"""What the reports of one event say together, and which of them support and contradict it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.merge.across import Who, best_of
from tellings import LADO, OTIENO, day, telling


def differing(*tellings: object) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return {field: {value: articles}} of the fields in which reports differ."""
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for one in best_of(tellings).fields:  # type: ignore[arg-type]
        if one.contradicted:
            made.setdefault(one.field, {})[one.value] = one.supported
    return made


def test_reports_that_agree_differ_in_nothing() -> None:
    best = best_of([telling("a"), telling("b")])
    assert not any(one.contradicted for one in best.fields)
    assert (best.type, best.status, best.reports, best.sources) == ("CONSULT", "happened", 2, 2)
    assert [(one.role, one.who.name, one.supported) for one in best.participants] == [
        ("actor", "Daniel Otieno", 2),
        ("recipient", "Gabriel Lado", 2),
    ]


def test_where_all_agree_each_field_names_the_reports_that_say_so() -> None:
    fields = best_of([telling("a", modes=("meet",)), telling("b", modes=("meet", "visit"))]).fields
    assert [(one.field, one.value, one.supported, one.best) for one in fields] == [
        ("type", "CONSULT", ("a", "b"), True),
        ("status", "happened", ("a", "b"), True),
        ("date", "2024-03-05", ("a", "b"), True),
        ("actor", "Daniel Otieno", ("a", "b"), True),
        ("recipient", "Gabriel Lado", ("a", "b"), True),
        ("mode", "meet", ("a", "b"), True),
        ("mode", "visit", ("b",), True),
    ]


def test_one_report_alone_needs_no_list_of_who_supports_what() -> None:
    assert best_of([telling("a")]).fields == ()


def test_all_on_whose_word_it_stands_are_kept_those_of_most_articles_first() -> None:
    tellings = [
        telling("a", said=("ANI", "the author")),
        telling("b", said=("the author",)),
        telling("c", said=("PTI",)),
    ]
    assert best_of(tellings).said == ("the author", "ANI", "PTI")


def test_each_toll_has_the_reports_that_tell_it() -> None:
    tolls = [("a", 14), ("b", 19), ("c", 19)]
    best = best_of([telling(name, counts={"killed": (dead, None)}) for name, dead in tolls])
    assert [(o.value, o.supported, o.contradicted, o.best) for o in best.fields if o.field == "killed"] == [
        ("14+", ("a",), ("b", "c"), False),
        ("19+", ("b", "c"), ("a",), True),
    ]
    assert [(one.min, one.max, one.supported) for one in best.counts] == [(19, None, 2)]


def test_copies_do_not_outweigh_independent_reports() -> None:
    wire = [telling(name, counts={"killed": (14, 14)}, copies="wire", source=None) for name in "abcd"]
    others = [telling(name, counts={"killed": (19, 19)}) for name in "xy"]
    best = best_of(wire + others)
    assert best.counts[0].min == 19
    assert (best.reports, best.sources) == (6, 3)


def test_of_tolls_as_well_supported_the_later_counts() -> None:
    best = best_of(
        [
            telling("a", counts={"killed": (11, 11)}),
            telling("b", counts={"killed": (13, 13)}, published=day("2024-03-07")),
        ]
    )
    assert best.counts[0].min == 13


def test_a_month_agrees_with_a_day_in_it_and_the_day_is_kept() -> None:
    vague = telling("b", first_day=day("2024-03-01"), last_day=day("2024-03-31"), precision="month")
    best = best_of([vague, telling("a")])
    assert not any(one.contradicted for one in best.fields)
    assert best.dated is not None
    assert best.dated.precision == "day"


def test_two_days_differ() -> None:
    assert differing(telling("a"), telling("b", first_day=day("2024-03-04"), last_day=day("2024-03-04"))) == {
        "date": {"2024-03-05": ("a",), "2024-03-04": ("b",)}
    }


def test_a_country_agrees_with_a_town_in_it_and_two_towns_differ() -> None:
    town = {"place": "Nairobi", "place_country": "KEN", "geonames": 184745, "latitude": -1.28, "longitude": 36.82}
    country = {"place": "Kenya", "place_country": "KEN"}
    coast = {"place": "Mombasa", "place_country": "KEN", "geonames": 186301, "latitude": -4.05, "longitude": 39.66}
    best = best_of([telling("a", **country), telling("b", **town)])
    assert not any(one.contradicted for one in best.fields)
    assert best.placed is not None
    assert best.placed.place == "Nairobi"
    assert differing(telling("a", **town), telling("b", **coast)) == {"place": {"Nairobi": ("a",), "Mombasa": ("b",)}}


def test_who_did_it_differs_where_reports_name_others() -> None:
    militia = Who("M23", frozenset({"m23"}), "COD", ("REB",))
    army = Who("Rwandan army", frozenset({"rwandan"}), "RWA", ("MIL",))
    assert differing(telling("a", actors=(militia,)), telling("b", actors=(army,)), telling("c", actors=())) == {
        "actor": {"M23": ("a",), "Rwandan army": ("b",)}
    }


def test_gunmen_do_not_contradict_a_named_group() -> None:
    gunmen = Who("gunmen")
    group = Who("Islamic State", frozenset({"islamic"}), "IMG", ("REB",))
    best = best_of([telling("a", actors=(gunmen,)), telling("b", actors=(group,)), telling("c", actors=(group,))])
    assert not any(one.contradicted for one in best.fields)
    assert best.participants[0].who == group


def test_the_fullest_name_stands_for_all() -> None:
    brief = Who("Otieno", frozenset({"otieno"}))
    best = best_of([telling("a", actors=(brief,)), telling("b"), telling("c", actors=(brief,))])
    assert [(one.who, one.supported) for one in best.participants if one.role == "actor"] == [(OTIENO, 3)]


def test_confidence_grows_with_independent_sources_and_not_with_copies() -> None:
    alone = best_of([telling("a", confidence=0.6)]).confidence
    copies = [telling(name, confidence=0.6, copies="wire", source=None) for name in "abc"]
    both = best_of([telling(name, confidence=0.6) for name in "ab"]).confidence
    assert alone == best_of(copies).confidence == 0.6
    assert both == 0.72


def test_no_report_is_no_event() -> None:
    with pytest.raises(ValueError, match="at least one telling"):
        best_of([])


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 3), st.sampled_from([None, 3, 5])), min_size=1))
def test_every_article_that_gives_a_field_stands_once_among_its_values(made: list[tuple[str, int, int | None]]) -> None:
    tellings = {
        name: telling(name, copies=str(text), counts={"killed": (dead, None)} if dead else {}, recipients=(LADO,))
        for name, text, dead in made
    }
    best = best_of(tellings.values())
    told = [article for one in best.fields if one.field == "killed" for article in one.supported]
    assert sorted(told) in ([], sorted(name for name, one in tellings.items() if one.counts))
    assert 1 <= best.sources <= best.reports == len(tellings)
