"""A paragraph that tells of years ago goes on doing so where no sentence brings it back to today."""

from __future__ import annotations

import pytest

import diurna

NEWS = "Gunmen shot dead a judge in Lund on Monday.\n\n"


def last_status(text: str) -> tuple[str, str | None]:
    (record,) = diurna.code([{"text": NEWS + text, "published": "2026-03-14"}])
    event = record.events[-1]
    return event.status, event.date.start if event.date else None


@pytest.mark.parametrize(
    "text",
    [
        "In 1998 the army drove the rebels out of the valley. They bombed two mills.",
        "He was arrested in 1963 and was imprisoned until 1974. After that he taught. He accused the king of theft.",
    ],
)
def test_the_story_of_years_ago_goes_on(text: str) -> None:
    assert last_status(text) == ("historical", None)


@pytest.mark.parametrize(
    "text",
    [
        "In 1998 the army drove the rebels out of the valley. Now they have bombed two mills.",
        "The rebels were driven out of the valley in 1998.\n\nThey bombed two mills.",
        "The rebels, who were driven out of the valley in 1998, hold the hills. They bombed two mills.",
        "The rebels have been in the valley since 1998. They bombed two mills.",
        "A judge was appointed in 1998. Gunmen shot him dead.",  # what the page tells as its news
    ],
)
def test_what_comes_back_to_today_is_not(text: str) -> None:
    assert last_status(text) == ("happened", "2026-03-09")
