"""Which day an event is of: not that of a plan, a quotation, a clause or an act beside it.

The pages are of Friday 13 March 2026.
"""

from __future__ import annotations

import pytest

import diurna
from diurna.records import Event


def event(text: str, trigger: str, title: str = "") -> Event:
    (record,) = diurna.code([{"text": text, "title": title, "published": "2026-03-13"}])
    return next(e for e in record.events if trigger in (e.trigger.text, *(m.text for m in e.mentions)))


def told(text: str, trigger: str, title: str = "") -> tuple[str, str | None, str | None]:
    found = event(text, trigger, title)
    return found.status, found.date and found.date.start, found.date and found.date.end


DAY = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        # A charge that falls today is none of the arrest, told of the day before.
        (
            "Police searched the house on Thursday. Otieno was arrested and will be charged on Friday.",
            "arrested",
            ("happened", "2026-03-12", "2026-03-12"),
        ),
        # A day in a quotation is that of what is quoted.
        (
            'The ministers held talks on Monday. "We will try again tomorrow," he said after the talks.',
            "talks",
            ("happened", "2026-03-09", "2026-03-09"),
        ),
        # The day of the appeal is not that of what is asked for.
        (
            "Rights groups urged Togo on Tuesday to release the editor.",
            "release",
            ("hypothetical", None, None),
        ),
        # What had been before the news is not of its day.
        (
            "The court freed on Monday two officers who had been jailed.",
            "jailed",
            ("happened", None, None),
        ),
        # Nor is what the day's subject is known for, or what somebody had suffered.
        (
            "Ana Petrescu, a lawyer who was twice jailed, died on Monday.",
            "jailed",
            ("happened", None, None),
        ),
        (
            "A court on Wednesday ordered the release of Noor, an editor jailed for a cartoon.",
            "jailed",
            ("happened", None, None),
        ),
        # What somebody did not do has the story's day.
        (
            "Gunmen shot a priest on Tuesday. Police did not arrest the men.",
            "arrest",
            ("negated", "2026-03-10", "2026-03-10"),
        ),
        # What is remembered is long past; what is told as so long before has its day.
        (
            "Thousands marched on Monday to mark the tenth anniversary of the massacre.",
            "massacre",
            ("historical", None, None),
        ),
        # The joined clause of another has its own time.
        (
            "Police arrested a cousin of Otieno, but he was freed in 2022.",
            "freed",
            ("historical", "2022-01-01", "2022-12-31"),
        ),
        # An election's year is that of what is done in it, and not that of what is said of it.
        (
            "In the 2021 election, police raided the offices of the opposition.",
            "raided",
            ("historical", "2021-01-01", "2021-12-31"),
        ),
        (
            "In last week's raid, police arrested two mayors.",
            "arrested",
            ("happened", "2026-03-02", "2026-03-08"),
        ),
        # Until when is not when.
        (
            "Leaders of ten states on Monday gave the junta until Friday to free the president.",
            "gave",
            ("happened", "2026-03-09", "2026-03-09"),
        ),
        # What a crowd is for or against was before.
        (
            "Thousands demonstrated in support of the coup on Thursday.",
            "coup",
            ("happened", None, None),
        ),
        # What was to be and was not.
        (
            "The strike was to have been held in January.",
            "strike",
            ("hypothetical", "2026-01-01", "2026-01-31"),
        ),
        (
            "The trial of the mayor had been scheduled to begin in January.",
            "trial",
            ("hypothetical", "2026-01-01", "2026-01-31"),
        ),
        (
            "The trial of the mayor starts on Monday.",
            "trial",
            ("future", "2026-03-16", "2026-03-16"),
        ),
        (
            "Leaders of ten states meet in Accra from Monday.",
            "meet",
            ("future", "2026-03-16", "2026-03-16"),
        ),
    ],
)
def test_the_day_is_the_events_own(text: str, trigger: str, wanted: DAY) -> None:
    assert told(text, trigger) == wanted


def test_a_plan_that_came_to_nothing_lies_back() -> None:
    (record,) = diurna.code(
        [{"text": "Otieno had been due to testify on Tuesday, but he fled.", "published": "2026-03-13"}]
    )
    assert [date.value for date in record.dates] == ["2026-03-10"]


CHRONICLE = """Here are the main dates.

2015: Togo recalls its ambassador.

July 2020: Ghana begins filling the lake. Togo threatens to attack the dam.

Feb. 14: Ghana expels two diplomats. Togo condemns the move.
"""


@pytest.mark.parametrize(
    ("trigger", "wanted"),
    [
        ("recalls", ("historical", "2015-01-01", "2015-12-31")),
        ("threatens", ("historical", "2020-07-01", "2020-07-31")),
        ("condemns", ("happened", "2026-02-14", "2026-02-14")),
    ],
)
def test_the_date_that_heads_an_entry_is_of_all_that_it_tells(trigger: str, wanted: DAY) -> None:
    assert told(CHRONICLE, trigger) == wanted
    found = event(CHRONICLE, "threatens")
    assert found.date is not None and found.date.span is not None
    assert (found.date.basis, found.date.span.text) == ("headline", "July 2020")


def test_a_date_alone_in_its_line_heads_what_follows() -> None:
    text = (
        "May 3, 2019\n\nPolice arrested a judge.\n\nRebels shot a priest.\n\nJune 6, 2019\n\nPolice arrested a mayor."
    )
    assert told(text, "shot") == ("historical", "2019-05-03", "2019-05-03")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Bandits kidnapped a priest on March 3. He was freed on the 28th.", ["2026-02-03", "2026-02-28"]),
        ("Militants attacked the port at the end of the month.", ["2026-02"]),
    ],
)
def test_a_digest_speaks_of_its_month(text: str, values: list[str]) -> None:
    text = text.replace("March 3", "February 3")
    (record,) = diurna.code([{"text": text, "title": "Conflict watch: February 2026", "published": "2026-03-13"}])
    assert [date.value for date in record.dates] == values


def test_months_told_by_name_carry_their_year() -> None:
    text = "He was arrested in October 2017, charged the following January and freed in March that year."
    (record,) = diurna.code([{"text": text, "published": "2026-03-13"}])
    assert [date.value for date in record.dates] == ["2017-10", "2018-01", "2018-03"]


def test_so_long_after_a_month_has_no_day() -> None:
    text = (
        "The trial opened on May 6, 2018. A witness was shot in August 2021. Two weeks later police arrested a cousin."
    )
    (record,) = diurna.code([{"text": text, "published": "2026-03-13"}])
    assert [date.value for date in record.dates] == ["2018-05-06", "2021-08", "FUTURE_REF"]


def test_so_long_after_a_year_has_no_day() -> None:
    text = (
        "Rebels raided a farm on March 9. In 2021 they kidnapped ten engineers. They released them three weeks later."
    )
    assert told(text, "released") == ("historical", None, None)


def test_some_saturday_is_no_day() -> None:
    text = "Militiamen stormed the town on March 2. They came on a Saturday. They returned three days later."
    (record,) = diurna.code([{"text": text, "published": "2026-03-13"}])
    assert [date.value for date in record.dates] == ["2026-03-02", "XXXX-WXX-6", "2026-03-05"]


def test_a_day_that_is_not_told_is_not_the_storys() -> None:
    text = 'Mourners marched on Tuesday. "They killed my wife that day, and today they smile," he said.'
    assert told(text, "killed")[1] == "2026-03-10"
    text = "Rebels bombed the ferry in 2019. Mourners protested on Tuesday. Four years later police arrested two men."
    assert told(text, "arrested") == ("happened", None, None)


WEEK = "Monday: Lawmakers reject the budget.\n\nTuesday: Police arrest a senator.\n\nSunday: Thousands march for peace."


@pytest.mark.parametrize(
    ("trigger", "day"), [("reject", "2026-03-02"), ("arrest", "2026-03-03"), ("march", "2026-03-08")]
)
def test_the_days_of_a_weeks_digest_are_that_weeks(trigger: str, day: str) -> None:
    (record,) = diurna.code([{"text": WEEK, "title": "The week in review: March 2-8", "published": "2026-03-09"}])
    found = next(e for e in record.events if e.trigger.text == trigger)
    assert found.date is not None and found.date.start == day


def test_the_year_goes_on_over_two_days_later() -> None:
    text = "It appeared on September 11, 2022. Two days later police raided it. He was charged on Sept. 20."
    assert told(text, "charged") == ("historical", "2022-09-20", "2022-09-20")


def test_a_paragraph_goes_on_from_its_own_day_and_the_next_comes_back() -> None:
    text = (
        "A court in Goma on Thursday charged two rebels.\n\n"
        "On 4 February, rebels attacked the village of Kiro. They kidnapped a priest.\n\n"
        "Police arrested a teacher in Goma."
    )
    assert told(text, "kidnapped") == ("happened", "2026-02-04", "2026-02-04")
    assert told(text, "arrested") == ("happened", "2026-03-12", "2026-03-12")


def test_a_bulletin_without_a_title_has_that_of_its_heading() -> None:
    text = (
        "Protection bulletin: Ituri, February 2026\n\nBunia, 3 March 2026\n\n"
        "Soldiers shot a trader dead in Djugu.\n\nMilitiamen kidnapped two nurses in Boga on 9 February.\n\n"
        "We condemn the army."
    )
    (record,) = diurna.code([{"text": text}])
    assert [e.date and e.date.start for e in record.events] == ["2026-02-01", "2026-02-09", "2026-03-03"]
