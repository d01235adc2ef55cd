"""A claim about other events, read as a question: which events would speak against it, and of which days."""

from datetime import date

import pytest

from diurna.store.claims.reading import Claimed, Question, question_of

DAY = date(2024, 3, 8)  # a Friday


def asked(words: str, kind: str, interval: str | None = None, count: int | None = None, **fields: object) -> Question:
    made: dict[str, object] = {"type": "ASSAULT", "modes": (), "triggers": ("killed",), "day": DAY}
    return question_of(Claimed(kind, words, interval, count, **(made | fields)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "interval", "start"),
    [
        ("third attack this month", "P1M", date(2024, 3, 1)),
        ("third attack this week", "P1W", date(2024, 3, 4)),
        ("third attack this year", "P1Y", date(2024, 1, 1)),
        ("third attack this quarter", "P3M", date(2024, 1, 1)),
        ("third attack in a week", "P1W", date(2024, 3, 1)),
        ("third attack in ten days", "P10D", date(2024, 2, 27)),
        ("third attack since 2022", "2022/..", date(2023, 1, 1)),
        ("third attack since May 2023", "2023-05/..", date(2023, 6, 1)),
    ],
)
def test_the_days_that_a_count_speaks_of(words: str, interval: str, start: date) -> None:
    question = asked(words, "nth", interval, 3)
    assert (question.start, question.end, question.count) == (start, DAY, 3)


def test_of_two_years_the_first_weeks_are_left_out() -> None:
    # A meeting 23 months ago does not speak against "first meeting in two years".
    question = asked("first meeting in two years", "first_since", "P2Y", type="CONSULT", triggers=("met",))
    assert question.start == date(2022, 5, 21)
    assert question.by_parties


@pytest.mark.parametrize(
    ("words", "type_", "modes", "triggers", "mode", "stems"),
    [
        ("third attack this month", "ASSAULT", ("firearms",), ("killed",), None, ()),
        ("second bombing in a week", "ASSAULT", ("explosives",), ("bombing",), "explosives", ()),
        ("first visit by a Turkish leader to Armenia in 14 years", "CONSULT", ("visit",), ("visited",), "visit", ()),
        ("first execution since 2019", "ASSAULT", (), ("executed",), None, ("execu",)),
        ("second time in a week", "ASSAULT", ("aerial",), ("bombed",), "aerial", ()),
        ("second time in a week", "ASSAULT", (), ("stormed",), None, ("storm",)),
        ("first strikes since 2019", "PROTEST", ("strike",), ("walked",), "strike", ()),
        ("first strikes since 2019", "ASSAULT", (), ("struck",), None, ()),
        ("first face-to-face discussions on fuel in a year", "CONSULT", (), ("met",), None, ()),
        ("first leader to visit Beijing since 2016", "CONSULT", ("visit",), ("met",), "visit", ()),
        ("second time in a week", "REQUEST", (), ("called in", "summoned"), None, ("calle", "summo")),
    ],
)
def test_which_events_are_counted(
    words: str, type_: str, modes: tuple[str, ...], triggers: tuple[str, ...], mode: str | None, stems: tuple[str, ...]
) -> None:
    question = asked(words, "nth", "P1W", 2, type=type_, modes=modes, triggers=triggers)
    assert (question.mode, question.stems) == (mode, stems)


def test_a_record_compares_the_number_that_its_superlative_means() -> None:
    assert asked("deadliest attack since August 2021", "record", "2021-08/..").what == "killed"
    largest = asked("largest protest in a decade", "record", "P10Y", type="PROTEST")
    assert (largest.what, largest.trouble) == ("participants", None)


@pytest.mark.parametrize(
    ("words", "kind", "interval", "trouble"),
    [
        ("highest level since 1998", "record", "1998/..", "holds no number that these words compare"),
        ("longest siege in modern history", "longest", None, "does not hold how long events last"),
        ("first strike at the port since the war", "first_since", None, "name no day from which to count"),
        ("second shot in an hour", "nth", "PT1H", "shorter than a day"),
    ],
)
def test_what_cannot_be_asked_says_why(words: str, kind: str, interval: str | None, trouble: str) -> None:
    assert trouble in str(asked(words, kind, interval).trouble)


def test_never_before_speaks_of_all_time() -> None:
    question = asked("Never before", "first_ever")
    assert (question.start, question.trouble) == (None, None)


def test_a_hundred_centuries_begin_with_the_calendar() -> None:
    assert asked("worst attack in 10000 years", "record", "P10000Y").start == date.min


def test_a_month_without_a_year_is_the_last_of_its_name() -> None:
    assert asked("worst attack since September", "record").start == date(2023, 10, 1)
    assert asked("worst attack since January", "record").start == date(2024, 2, 1)
    assert asked("worst attack since March", "record").start == date(2023, 4, 1)
