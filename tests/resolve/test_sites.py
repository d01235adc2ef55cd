"""The table of nouns for places without a toponym: wrong lines are refused with line and remedy."""

from __future__ import annotations

import pytest

from diurna.resolve.sites import read_sites


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["noun,kind", "jail,house"], r"sites.csv:2: kind is 'house'; write ground, body or capital"),
        (["noun,kind", "jail,ground", "jail,ground"], r"sites.csv:3: 'jail' stands there twice"),
        (["noun,kind", "jail"], r"sites.csv:2: 1 fields, expected 2"),
    ],
)
def test_a_wrong_line_is_refused(lines: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_sites(lines)
