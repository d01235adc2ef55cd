"""From one date to another, in reports of Wednesday 8 October 2025."""

from __future__ import annotations

from datetime import date

import pytest

from diurna.resolve.when import expressions, stretched, value_of

TOLD = date(2025, 10, 8)


def found(text: str) -> list[tuple[str, str | None, str | None]]:
    mentions = [value_of(one, TOLD) for one in expressions(text)]
    return [(one.value, one.start, one.end) for one in stretched(text, mentions)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Floods killed nine between May 29, 2023 and May 2025.", ("2023-05-29/2025-05", "2023-05-29", "2025-05-31")),
        ("It shelled the town from March 2020 to June 2021.", ("2020-03/2021-06", "2020-03-01", "2021-06-30")),
        ("He led the party between 1998 and 2003.", ("1998/2003", "1998-01-01", "2003-12-31")),
        ("Nurses struck from Friday until Monday.", ("2025-10-03/2025-10-06", "2025-10-03", "2025-10-06")),
    ],
)
def test_an_event_is_of_all_from_the_first_to_the_second(text: str, wanted: tuple[str, str, str]) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "He was jailed in March 2020 and freed in June 2021.",
        "It was closed from December 2022 to March.",
        "Talks between Monday and a date not told failed.",
        "The fall between 2003 and 1998 was steep.",
    ],
)
def test_other_dates_are_left_apart(text: str) -> None:
    assert found(text) == [(one.value, one.start, one.end) for one in (value_of(e, TOLD) for e in expressions(text))]
