"""The country an outlet writes for, and what it says of places."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.resolve.where.outlets import home_of


@pytest.mark.parametrize(
    ("url", "source", "home"),
    [
        ("https://www.latimes.com/world/story/2026-03-01/x", None, "USA"),
        ("https://example-news.co.uk/local/1", None, "GBR"),
        (None, "The Kathmandu Post", "NPL"),
        (None, "example-news.co.ke", "KEN"),
        ("https://example.tv/1", None, None),
        ("https://example.com/1", "Agence France-Presse", None),
        ("http://[news", None, None),
    ],
)
def test_an_address_or_a_name_tells_an_outlet_s_country(url: str | None, source: str | None, home: str | None) -> None:
    assert home_of(article_of("", url=url, source=source)) == home


@pytest.mark.parametrize(
    ("url", "country"),
    [("https://example.co.nz/1", "NZL"), ("https://example.ca/1", "CAN")],
)
def test_a_town_of_the_outlet_s_country_is_likelier(url: str, country: str) -> None:
    (record,) = code_articles([article_of("Police in Hamilton arrested two men.", id="one", url=url)])
    assert [place.country for place in record.places] == [country]


def test_a_capital_elsewhere_stays_a_capital() -> None:
    text = "Police in Moscow arrested two men."
    (record,) = code_articles([article_of(text, id="one", url="https://www.latimes.com/1")])
    assert [place.country for place in record.places] == ["RUS"]
