"""A temple's procession, a rally of cars and the showing of a tractor are no protests."""

from __future__ import annotations

import pytest

import diurna


def told(text: str) -> set[str]:
    (record,) = diurna.code([text])
    return {event.type for event in record.events}


@pytest.mark.parametrize(
    "text",
    [
        "The temple procession drew lakhs of devotees on Friday.",
        "The march past on Republic Day drew a large crowd.",
        "The firm held a demonstration of its new tractor in Ludhiana.",
        "The Dakar rally crossed into Bolivia.",
    ],
)
def test_what_is_no_protest(text: str) -> None:
    assert "PROTEST" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Weavers took out a procession to the collectorate on Friday.",
        "Pupils took part in the march against the fees.",
        "Students staged demonstrations in the southern port city of Karachi.",
        "A demonstration of farmers blocked the road in Ludhiana.",
    ],
)
def test_what_is_one(text: str) -> None:
    assert "PROTEST" in told(text)
