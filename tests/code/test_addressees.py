"""Whom something is said to."""

import pytest

import diurna
from diurna.annotate import annotate
from diurna.code.attributions import find_attributions
from diurna.read import article_of


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("The minister told Parliament that the talks had failed.", "Parliament"),
        ("“We will not yield,” Aziz told reporters in Lahore.", "reporters"),
        ("She said to the crowd that the vote was stolen.", "the crowd"),
        ("The minister said that the talks had failed.", None),
        ("He called the deal a farce.", None),
        ("The envoy is believed to have fled.", None),
    ],
)
def test_the_listener_is_found_where_one_is_told(text: str, listener: str | None) -> None:
    (document,) = annotate([article_of(text, id="a")])
    said = find_attributions(document)
    found = [one.addressee for one in said if one.addressee is not None]
    assert [span.text for span in found] == ([listener] if listener else [])
    assert all(text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize("day", ["on Friday", "on the same day", "on March 3"])
def test_a_day_is_called_on_by_nobody(day: str) -> None:
    (record,) = diurna.code([f"Armenia demanded {day} that the patrol leave the village."])
    assert [one.addressee for one in record.attributions] == [None]
