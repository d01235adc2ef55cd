"""Tellings of different articles: which are joined, which are not, and what people's decisions do."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.merge.across import Decisions, Joining, Telling, Who
from diurna.merge.across.blocks import FULL, looks_in, stands_in
from diurna.merge.across.words import name_words
from tellings import LADO, OTIENO, telling

MOMBASA = "A sea view did not help, and the visitor flew out of Mombasa without a signature under the draft on convoys"


def events(*tellings: Telling, decisions: Decisions | None = None) -> list[set[str]]:
    """Return the articles of each joined event, in the order in which the events came."""
    joining = Joining(decisions)
    for one in tellings:
        joining.add(one)
    return [{article for article, _ in event.tellings} for event in joining.events.values()]


def test_two_reports_of_one_meeting_are_one_event() -> None:
    assert events(telling("a"), telling("b", "2024-03-05", published=738951)) == [{"a", "b"}]


def test_the_same_two_a_week_later_are_another_event() -> None:
    later = telling("b", "2024-03-13", words=MOMBASA, names=frozenset({"mombasa", "lado"}))
    assert events(telling("a"), later) == [{"a"}, {"b"}]


def test_two_leaders_that_meet_on_one_day_do_not_meet_each_others_guests() -> None:
    musa = Who("Idris Musa", name_words("Idris Musa"), "NGA", ("GOV",))
    names = frozenset({"musa", "abuja"})
    other = telling(
        "b", words="Nigeria and Ghana spoke of gas in Abuja", actors=(musa,), recipients=(), names=names,
        story_names=names, story_countries=frozenset({"NGA"}),
    )  # fmt: skip
    assert events(telling("a"), other) == [{"a"}, {"b"}]


def test_an_article_that_tells_two_meetings_keeps_two() -> None:
    second = telling("a", event="ev2", words="A second round is to follow in Mombasa", start=200, end=203)
    assert len(events(telling("a"), second)) == 2


def test_no_chain_joins_two_events_by_way_of_a_third_that_is_like_both() -> None:
    other_words = "Convoys of food for the camps were the subject when the visitor came to the coast in Mombasa"
    first = [telling(f"a{n}") for n in range(4)]
    last = [telling(f"b{n}", "2024-03-13", words=other_words, names=frozenset({"mombasa"})) for n in range(4)]
    between = telling("c", "2024-03-09", words=f"{other_words} after Nairobi", own_date=False)
    joined = events(*first, between, *last)
    assert not any({"a0", "b0"} <= articles for articles in joined)


def test_tellings_come_in_any_order() -> None:
    made = [telling(f"a{n}", words=f"Otieno met Lado at State House in Nairobi on aid {n}") for n in range(3)]
    made += [telling(f"b{n}", "2024-03-14", words=MOMBASA, names=frozenset({"mombasa"})) for n in range(3)]

    @given(st.permutations(made))
    @settings(max_examples=30)
    def check(order: list[Telling]) -> None:
        assert sorted(map(sorted, events(*order))) == [["a0", "a1", "a2"], ["b0", "b1", "b2"]]

    check()


def test_a_year_told_meets_the_event_of_that_year() -> None:
    recalled = telling("b", "2025-03-05", first_day=738886, last_day=739251, precision="year", status="historical")
    assert set(looks_in(recalled)) & set(stands_in(telling("a")))


def test_a_block_holds_no_more_than_its_fill() -> None:
    joining = Joining()
    for number in range(3 * FULL):
        guest = Who(f"Guest{number}", frozenset({f"guest{number}"}), "KEN")
        names = frozenset({f"guest{number}", "nairobi"})
        words = " ".join(f"{chr(97 + number % 26)}{chr(97 + number // 26)}{letter}zz" for letter in "abcdefgh")
        joining.add(telling(f"a{number}", words=words, actors=(OTIENO,), recipients=(guest,), names=names,
                            story_names=names, modes=(f"m{number}",), type=f"T{number}"))  # fmt: skip
    assert len(joining.events) > FULL
    assert max(map(len, joining.blocks.values())) == FULL


def test_what_people_split_stays_apart() -> None:
    two = Decisions(two={("b", "ev1"): frozenset({("a", "ev1")}), ("a", "ev1"): frozenset({("b", "ev1")})})
    assert events(telling("a"), telling("b"), decisions=two) == [{"a"}, {"b"}]


def test_what_people_joined_is_one_event_however_unlike() -> None:
    one = Decisions(one={("a", "ev1"): frozenset({("b", "ev1")}), ("b", "ev1"): frozenset({("a", "ev1")})})
    unlike = telling("b", "2025-01-01", type="AGREE", words="A treaty on fish was signed by other ministers")
    assert events(telling("a"), unlike, decisions=one) == [{"a", "b"}]


def test_a_third_report_like_both_sides_of_a_split_does_not_join_them() -> None:
    two = Decisions(two={("b", "ev1"): frozenset({("a", "ev1")}), ("a", "ev1"): frozenset({("b", "ev1")})})
    joined = events(telling("a"), telling("b"), telling("c"), decisions=two)
    assert sorted(map(len, joined)) == [1, 2]
    assert not any({"a", "b"} <= articles for articles in joined)


def test_an_event_whose_last_report_goes_is_gone_and_comes_back_under_its_id() -> None:
    joining = Joining()
    first = joining.add(telling("a"))
    joining.remove(("a", "ev1"))
    assert joining.events == {}
    assert [stays for stays in joining.placed.values() if stays] == []
    assert joining.add(telling("a")) == first


def test_split_off_reports_are_an_event_of_their_own_and_can_be_put_back() -> None:
    joining = Joining()
    for name in "abc":
        joining.add(telling(name))
    apart = joining.apart([("c", "ev1")])
    assert apart is not None
    assert set(joining.events[apart].tellings) == {("c", "ev1")}
    whole = joining.together([("a", "ev1"), ("c", "ev1")])
    assert whole is not None
    assert set(joining.events[whole].tellings) == {("a", "ev1"), ("b", "ev1"), ("c", "ev1")}


def test_of_copies_one_stands_for_all() -> None:
    joining = Joining()
    for number in range(12):
        joining.add(telling(f"a{number}", copies="wire"))
    home = joining.add(telling("b", copies="b"))
    assert {one.copies for one in joining.events[home].sample} == {"wire", "b"}


def test_roles_of_those_who_meet_may_change_places() -> None:
    turned = replace(telling("b"), actors=(LADO,), recipients=(OTIENO,))
    assert events(telling("a"), turned) == [{"a", "b"}]
