"""The table of nouns for places without a toponym: wrong lines are refused with line and remedy."""

from __future__ import annotations

import pytest

import diurna
from diurna.resolve.sites import read_sites


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["noun,kind", "jail,house"], r"sites.csv:2: kind is 'house'; write ground, body, capital or country"),
        (["noun,kind", "jail,ground", "jail,ground"], r"sites.csv:3: 'jail' stands there twice"),
        (["noun,kind", "jail"], r"sites.csv:2: 1 fields, expected 2"),
    ],
)
def test_a_wrong_line_is_refused(lines: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_sites(lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Unions met in Leeds and in Hull. Police arrested a man at Manchester Airport.",
            ("Manchester Airport", "GBR"),
        ),
        ("Unions met in Seoul and in Busan. Police arrested a man near Seocho Station.", ("Seocho Station", "KOR")),
        ("Unions met in Seoul and in Tokyo. Police arrested a man near Seocho Station.", ("Seocho Station", None)),
    ],
)
def test_a_building_has_the_country_of_its_town_or_of_all_the_page_s_towns(
    text: str, told: tuple[str, str | None]
) -> None:
    (record,) = diurna.code([text])
    place = next(event.place for event in record.events if event.trigger.text == "arrested")
    assert place is not None
    assert (place.name, place.country) == told
