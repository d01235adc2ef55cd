"""The rule files say where they are wrong."""

from __future__ import annotations

import pytest

from diurna.resolve.when.rules import read_rules, read_words

WORDS = {"month": {"May": "5"}}
RULES = """[blocks]
[[rule]]
name = "month"
pattern = '{mont}'
means = "calendar"
[narrative]
leaning = []
[direction]
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


def test_a_broken_file_says_so() -> None:
    with pytest.raises(ValueError, match=r"rules\.toml:"):
        read_rules("[blocks", WORDS)


def test_a_month_is_found_only_with_its_capital() -> None:
    (rule,) = read_rules(RULES.replace("mont}", "month}"), WORDS).rules
    assert [m[0] for m in rule.pattern.finditer("may May MAY Mayor")] == ["May", "MAY"]
