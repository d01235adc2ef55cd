"""What happened long ago is historical; what has gone on since then is not."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Police have arrested 300 teachers in the province since March 2023.", ["happened"]),
        ("Police arrested 300 teachers in the province in March 2023.", ["historical"]),
        ("It was the worst flood of anger since May 2021, when a bomb killed 40 people.", ["historical"]),
    ],
)
def test_since_a_year_is_until_today(text: str, statuses: list[str]) -> None:
    (record,) = diurna.code([{"text": text, "published": "2026-03-14"}])
    assert [event.status for event in record.events] == statuses
