"""Datelines and bylines."""

from __future__ import annotations

from datetime import date

import pytest

from diurna.read import layout_of
from diurna.records import Dateline, Span

REPORT = "Police arrested ten people on Monday after a protest in the west of the city, officials said."


def words(span: Span | None) -> str | None:
    return span.text if span else None


def parts(line: Dateline) -> tuple[str, str | None, str | None, date | None, str | None]:
    return line.span.text, words(line.place), words(line.date), line.day, words(line.agency)


@pytest.mark.parametrize(
    ("line", "place", "day_words", "day", "agency"),
    [
        ("KABUL, Oct. 8 (Reuters) -", "KABUL", "Oct. 8", None, "Reuters"),
        (
            "BEIRUT/JERUSALEM, Oct 8, 2024 (Reuters) –",
            "BEIRUT/JERUSALEM",
            "Oct 8, 2024",
            date(2024, 10, 8),
            "Reuters",
        ),
        ("NEW DELHI, 8 Oct (PTI):", "NEW DELHI", "8 Oct", None, "PTI"),
        ("UNITED NATIONS, Oct 8 (Xinhua) --", "UNITED NATIONS", "Oct 8", None, "Xinhua"),
        ("Islamabad, 3 March 2021 (Dawn) —", "Islamabad", "3 March 2021", date(2021, 3, 3), "Dawn"),
        ("LONDON (AP) —", "LONDON", None, None, "AP"),
        ("KABUL, Afghanistan (AP) —", "KABUL, Afghanistan", None, None, "AP"),
        ("St. Louis (AP) —", "St. Louis", None, None, "AP"),
        ("Paris, AFP -", "Paris", None, None, "AFP"),
        ("(CNN) —", None, None, None, "CNN"),
        ("RAMPUR:", "RAMPUR", None, None, None),
        ("WASHINGTON, D.C. —", "WASHINGTON, D.C.", None, None, None),
        ("New Delhi:", "New Delhi", None, None, None),
        ("Kabul —", "Kabul", None, None, None),
    ],
)
def test_a_filing_dateline(line: str, place: str, day_words: str, day: date, agency: str) -> None:
    text = f"{line} {REPORT}"
    layout = layout_of(text)
    assert [parts(found) for found in layout.datelines] == [(line, place, day_words, day, agency)]
    blocks = [(block.kind, text[block.start : block.end]) for block in layout.blocks]
    assert blocks == [("dateline", line), ("paragraph", REPORT)]


@pytest.mark.parametrize(
    ("line", "day_words", "day", "agency"),
    [
        ("Friday, January 4, 2019", "Friday, January 4, 2019", date(2019, 1, 4), None),
        ("2021-05-05", "2021-05-05", date(2021, 5, 5), None),
        ("Updated: March 3, 2020 10:15 IST", "March 3, 2020", date(2020, 3, 3), None),
        ("Published 24/10/2025 at 10:15 GMT", "24/10/2025", date(2025, 10, 24), None),
        ("Published 08/10/2025", "08/10/2025", None, None),
        ("By Jane Doe | 5 May 2021", "5 May 2021", date(2021, 5, 5), None),
        ("By Jane Doe, Associated Press", None, None, "Associated Press"),
        ("PTI | New Delhi | Oct 8, 2025, 10:15 IST", "Oct 8, 2025", date(2025, 10, 8), "PTI"),
    ],
)
def test_a_line_of_its_own(line: str, day_words: str, day: date, agency: str) -> None:
    text = f"{line}\n\n{REPORT}"
    layout = layout_of(text)
    assert [parts(found) for found in layout.datelines] == [(line, None, day_words, day, agency)]
    assert [block.kind for block in layout.blocks] == ["dateline", "paragraph"]


def test_place_and_day_on_a_line_of_their_own() -> None:
    (line,) = layout_of(f"New Delhi, October 8, 2025\n\n{REPORT}").datelines
    assert parts(line)[1:4] == ("New Delhi", "October 8, 2025", date(2025, 10, 8))


def test_byline_date_and_place_over_one_report() -> None:
    lines = layout_of(f"By Jane Doe\n\nUpdated: March 3, 2020\n\nKABUL, Oct. 8 (AP) - {REPORT}").datelines
    assert [line.span.text for line in lines] == [
        "By Jane Doe",
        "Updated: March 3, 2020",
        "KABUL, Oct. 8 (AP) -",
    ]


def test_a_second_report_on_the_page() -> None:
    lines = layout_of(f"KABUL, Oct. 8 (AP) - {REPORT}\n\nLISBON, Oct. 8 (AP) - {REPORT}").datelines
    assert [words(line.place) for line in lines] == ["KABUL", "LISBON"]


@pytest.mark.parametrize(
    "text",
    [
        f"BREAKING: {REPORT}",
        f"Breaking news: {REPORT}",
        "The minister - a man of sixty - said on Monday that he would resign and leave the city at once.",
        "Israel - Hamas talks failed on Monday after two days, officials from both sides said in Cairo.",
        "On October 8, 2025 - the day of the vote - police shot a man in the west of the city.",
        "By Monday the army had gone",
        f"PRADO: {REPORT}\n\nOTIENO: {REPORT}",
    ],
)
def test_no_dateline(text: str) -> None:
    assert layout_of(text).datelines == ()


def test_a_place_alone_after_the_report_has_begun_is_no_dateline() -> None:
    assert layout_of(f"{REPORT} {REPORT}\n\nKABUL: {REPORT}").datelines == ()


def test_a_date_alone_after_the_report_has_begun_is_no_dateline() -> None:
    assert layout_of(f"{REPORT} {REPORT}\n\nJanuary 4, 2019\n\n{REPORT}").datelines == ()


def test_a_day_that_does_not_exist_is_none() -> None:
    (line,) = layout_of(f"February 30, 2020\n\n{REPORT}").datelines
    assert (words(line.date), line.day) == ("February 30, 2020", None)
