"""Which date dates an event, and which way a bare date points."""

from __future__ import annotations

from datetime import date

import pytest

from diurna.records import DateMention, Sentence, Token
from diurna.resolve.timing import precision_of
from diurna.resolve.when import date_for, direction_of, expressions, value_of


def sentence(*rows: tuple[str, str, str, int, str]) -> tuple[str, Sentence]:
    """Make a sentence of rows "text, lemma, tense, head, relation"; tense "" is none."""
    tokens, at = [], 0
    for index, (text, lemma, tense, head, relation) in enumerate(rows):
        feats = {"Tense": tense} if tense else {}
        upos = "VERB" if tense else "X"
        tokens.append(Token(index, at, at + len(text), text, lemma, upos, feats, head, relation))
        at += len(text) + 1
    return " ".join(row[0] for row in rows), Sentence(0, at - 1, tuple(tokens))


def dates(text: str) -> list[DateMention]:
    return [value_of(one, date(2025, 10, 8)) for one in expressions(text)]


SAID = sentence(
    ("Officials", "official", "", 1, "nsubj"),
    ("said", "say", "Past", -1, "root"),
    ("Monday", "Monday", "", 1, "obl:tmod"),
    ("rebels", "rebel", "", 4, "nsubj"),
    ("attacked", "attack", "Past", 1, "ccomp"),
    ("Sunday", "Sunday", "", 4, "obl:tmod"),
)


def test_a_date_under_the_verb_dates_it() -> None:
    text, tree = SAID
    monday, sunday = dates(text)
    assert date_for(tree, 4, [monday, sunday]) == (sunday, "clause")
    assert date_for(tree, 1, [monday, sunday]) == (monday, "clause")


def test_a_date_of_the_clause_above_is_only_the_sentences() -> None:
    text, tree = SAID
    monday, _ = dates(text)
    assert date_for(tree, 4, [monday]) == (monday, "sentence")


def test_a_duration_never_dates_an_event() -> None:
    text, tree = sentence(
        ("They", "they", "", 1, "nsubj"),
        ("fought", "fight", "Past", -1, "root"),
        ("three", "three", "", 3, "nummod"),
        ("hours", "hour", "", 1, "obl:tmod"),
    )
    assert dates(text)[0].value == "PT3H"
    assert date_for(tree, 1, dates(text)) is None


def test_a_date_shared_by_two_verbs_dates_both() -> None:
    text, tree = sentence(
        ("He", "he", "", 1, "nsubj"),
        ("came", "come", "Past", -1, "root"),
        ("Monday", "Monday", "", 1, "obl:tmod"),
        ("and", "and", "", 4, "cc"),
        ("met", "meet", "Past", 1, "conj"),
        ("her", "she", "", 4, "obj"),
    )
    (monday,) = dates(text)
    assert date_for(tree, 4, [monday]) == (monday, "clause")


def test_will_points_ahead_and_a_past_tense_back() -> None:
    text, tree = sentence(
        ("She", "she", "", 2, "nsubj"),
        ("will", "will", "", 2, "aux"),
        ("speak", "speak", "", 5, "ccomp"),
        ("Friday", "Friday", "", 2, "obl:tmod"),
        ("aides", "aide", "", 5, "nsubj"),
        ("said", "say", "Past", -1, "root"),
        ("Monday", "Monday", "", 5, "obl:tmod"),
    )
    friday, monday = dates(text)
    assert direction_of(tree, friday.span) == "future"
    assert direction_of(tree, monday.span) == "past"


def test_what_is_scheduled_lies_ahead() -> None:
    text, tree = sentence(
        ("Talks", "talk", "", 2, "nsubj:pass"),
        ("were", "be", "", 2, "aux:pass"),
        ("scheduled", "schedule", "Past", -1, "root"),
        ("for", "for", "", 4, "case"),
        ("Friday", "Friday", "", 2, "obl"),
    )
    assert direction_of(tree, dates(text)[0].span) == "future"


def test_a_year_in_the_name_of_something_else_dates_nothing() -> None:
    text, tree = sentence(
        ("They", "they", "", 1, "nsubj"),
        ("met", "meet", "Past", -1, "root"),
        ("before", "before", "", 5, "case"),
        ("the", "the", "", 5, "det"),
        ("2027", "2027", "", 5, "nummod"),
        ("elections", "election", "", 1, "obl"),
    )
    assert date_for(tree, 1, dates(text)) is None


def test_what_goes_before_an_election_is_not_on_its_day() -> None:
    text, tree = sentence(
        ("Rivals", "rival", "", 1, "nsubj"),
        ("met", "meet", "Past", -1, "root"),
        ("ahead", "ahead", "", 1, "advmod"),
        ("of", "of", "", 4, "case"),
        ("2027", "2027", "", 2, "obl"),
    )
    assert date_for(tree, 1, dates(text)) is None


def test_a_tense_further_up_is_no_sure_sign() -> None:
    text, tree = sentence(
        ("He", "he", "", 1, "nsubj"),
        ("announced", "announce", "Past", -1, "root"),
        ("talks", "talk", "", 1, "obj"),
        ("in", "in", "", 4, "case"),
        ("November", "November", "", 2, "nmod"),
    )
    (november,) = expressions(text)
    assert direction_of(tree, november.span) == "likely past"
    assert value_of(november, date(2025, 10, 8), "likely past").value == "2025-11"
    assert value_of(november, date(2025, 6, 8), "likely past").value == "2024-11"


def test_what_is_payable_on_a_day_lies_ahead() -> None:
    text, tree = sentence(
        ("They", "they", "", 1, "nsubj"),
        ("declared", "declare", "Past", -1, "root"),
        ("dividends", "dividend", "", 1, "obj"),
        ("payable", "payable", "", 2, "amod"),
        ("Friday", "Friday", "", 1, "obl:tmod"),
    )
    assert direction_of(tree, dates(text)[0].span) == "future"


@pytest.mark.parametrize(
    ("value", "exact"),
    [("1988/1998", "year"), ("2022-12/2023-03", "month"), ("2024-05-29/2024-06-03", "day"), ("P6W", "week"),
     ("P3D", "day"), ("P10Y", "year"), ("PT3H", "day"), ("199", "decade"), ("19", "century"), ("2025-W41", "week")],
)  # fmt: skip
def test_how_exact_a_value_is(value: str, exact: str) -> None:
    assert precision_of(value) == exact


def test_the_last_time_before_does_not_date_what_is_the_first_since() -> None:
    text, tree = sentence(
        ("They", "they", "", 1, "nsubj"),
        ("met", "meet", "Past", -1, "root"),
        ("for", "for", "", 5, "case"),
        ("the", "the", "", 5, "det"),
        ("first", "first", "", 5, "amod"),
        ("time", "time", "", 1, "obl"),
        ("since", "since", "", 7, "case"),
        ("May", "May", "", 1, "obl"),
    )
    assert dates(text)[0].value == "2025-05"
    assert date_for(tree, 1, dates(text)) is None


def test_since_alone_tells_from_when() -> None:
    text, tree = sentence(
        ("They", "they", "", 2, "nsubj:pass"),
        ("were", "be", "Past", 2, "aux:pass"),
        ("held", "hold", "Past", -1, "root"),
        ("since", "since", "", 4, "case"),
        ("May", "May", "", 2, "obl"),
    )
    assert date_for(tree, 2, dates(text)) == (dates(text)[0], "clause")
