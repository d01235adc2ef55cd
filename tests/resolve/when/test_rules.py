"""The rule files say where they are wrong."""

from __future__ import annotations

import pytest

from diurna.code.needs import are_met, said_in
from diurna.resolve.when.rules import Rule, read_rules, read_words, rules

WORDS = {"month": {"May": "5"}}
# One time expression of each rule, and more.
DATED = [
    "Sales will fall in coming months, and in future quarters too.",
    "May that year",
    "that October,", "that summer.", "the next day", "on the 6th.", "the eve of Tuesday", "the week before Easter",
    "a day after he fled", "the first two months of the year", "next Friday", "on Friday week",
    "the year ended March 31", "the latest period", "the year-earlier third quarter", "the 1988 period", "each July",
    "2025-10-08", "10/8/2025", "October 8th", "the 8th of October", "May 5-9", "5 and 9 May", "28 May to 3 June",
    "May 28 - June 3", "October of last year", "in May", "last May", "mid-May", "the winter of 1994", "last summer",
    "in winter", "the third quarter", "last year's third quarter", "Q3 2025", "the second half of 2018", "fiscal 2019",
    "2019-20", "from 1998 to 2003", "the late 1970s", "the nineties", "the year two thousand", "the 19th century",
    "in 2019", "on a Saturday.", "nineteen ninety-six", "last Monday",
    "the day before yesterday", "this morning", "tonight", "overnight",
    "Christmas Eve 2024", "2:30 p.m.", "noon", "in the afternoon", "earlier this month", "the end of the month",
    "by year-end", "the weekend", "the whole week", "a year earlier", "the year-ago quarter", "the past three days",
    "the past year", "six months from now", "years ago", "in recent years", "a 32-year-old", "more than four hours",
    "a year and a half", "for decades", "every two years", "twice a week", "on Mondays", "daily", "recently",
]  # fmt: skip
RULES = """[blocks]
[[rule]]
name = "month"
pattern = '{mont}'
means = "calendar"
[narrative]
leaning = []
saying = ["say"]
now = ["now"]
[beside]
next = 1
[stretch]
forms = ["between {first} and {second}"]
[attach]
ranking = ["first"]
[direction]
deadlines = ["by"]
announcing = ["call"]
beginning = ["starting"]
deciding = ["order"]
doing = ["manage"]
participles = ["set"]
future = ["will"]
either = ["until"]
near = 60
"""


def test_a_word_given_twice_is_named_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"words\.csv:3: 'May' stands twice"):
        read_words("class,word,value\nmonth,May,5\nmonth,May,6\n")


def test_an_unknown_block_is_named_with_its_rule() -> None:
    with pytest.raises(ValueError, match=r"rules\.toml:3: rule 'month': 'mont'"):
        read_rules(RULES, WORDS)


def test_an_unknown_class_of_needs_is_named_with_its_rule() -> None:
    with pytest.raises(ValueError, match=r"rules\.toml:3: rule 'month': 'season'"):
        read_rules(RULES.replace("mont}'", "month}'\nneeds = '{season}'"), WORDS)


@pytest.mark.parametrize("rule", rules().rules, ids=lambda rule: rule.name)
def test_every_rule_can_match_and_only_where_its_needs_are_met(rule: Rule) -> None:
    said = [match[0] for sentence in DATED for match in rule.pattern.finditer(sentence)]
    assert said and all(are_met(rule.needs, said_in(words)) for words in said)


def test_a_broken_file_says_so() -> None:
    with pytest.raises(ValueError, match=r"rules\.toml:"):
        read_rules("[blocks", WORDS)


def test_a_month_is_found_only_with_its_capital() -> None:
    (rule,) = read_rules(RULES.replace("mont}", "month}"), WORDS).rules
    assert [m[0] for m in rule.pattern.finditer("may May MAY Mayor")] == ["May", "MAY"]
