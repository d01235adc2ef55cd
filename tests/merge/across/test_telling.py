"""A telling holds what the record says of an event, and comes back from its line as it was."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import diurna
from diurna.merge.across import Telling, Who, from_line, tellings_of, to_line
from diurna.read import article_of
from tellings import telling

_words = st.frozensets(st.text(max_size=5), max_size=3)
_who = st.builds(Who, st.text(max_size=5), _words, st.none() | st.just("KEN"), st.just(()), st.none() | st.just("Q1"))


@given(st.builds(Telling, article_key=st.text(), event_id=st.text(), type=st.text(), status=st.text(),
                 trigger=st.text(), start=st.integers(0), end=st.integers(0), confidence=st.floats(0, 1),
                 score=st.none() | st.floats(-10, 10), published=st.none() | st.integers(1, 10**6),
                 actors=st.lists(_who, max_size=2).map(tuple), names=_words, own_date=st.booleans(),
                 counts=st.dictionaries(st.text(), st.tuples(st.none() | st.integers(), st.none()), max_size=2),
                 mentions=st.lists(st.tuples(st.integers(), st.integers()), max_size=2).map(tuple)))  # fmt: skip
def test_a_telling_comes_back_as_it_was(one: Telling) -> None:
    assert from_line(to_line(one)) == one


def test_a_telling_of_a_coded_article() -> None:
    text = "Kenyan President Daniel Otieno met rebel leader Gabriel Lado in Nairobi on Tuesday. Nobody spoke of money."
    (record,) = diurna.code([article_of(text, id="a", published=date(2024, 3, 6))])
    (one, *_) = tellings_of(record, "key", "key", {"ev1": "outlet:Daily Post"})
    assert (one.key, one.type, one.trigger, text[one.start : one.end]) == (("key", "ev1"), "CONSULT", "met", "met")
    assert one.source == "outlet:Daily Post"
    assert one.first_day == date(2024, 3, 5).toordinal()
    assert {"otieno", "lado", "nairobi"} <= one.names
    assert "money" not in one.terms
    assert "money" in one.story_terms


def test_a_day_that_is_not_in_the_calendar_is_no_day() -> None:
    assert telling("a", first_day=None, last_day=None).day == telling("a").published
