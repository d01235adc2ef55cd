"""Two parties joined by a hyphen before their meeting are two actors."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("India-Pakistan talks resumed in Lahore on Monday.", ["India", "Pakistan"]),
        ("The Trump–Putin summit in Alaska lasted three hours.", ["Trump", "Putin"]),
        ("US-China trade talks collapsed in Geneva on Friday.", ["US", "China"]),
        ("Guinea-Bissau talks on the army resumed in Praia on Friday.", ["Guinea-Bissau"]),
    ],
)
def test_each_name_is_an_actor(text: str, names: list[str]) -> None:
    (record,) = diurna.code([text])
    assert [p.span.text for p in record.events[0].actors] == names
