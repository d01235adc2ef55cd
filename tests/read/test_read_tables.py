"""The word lists are checked when they are loaded."""

from __future__ import annotations

import pytest

from diurna.read.tables import calendar, labels, platforms, rows_of, words_in


def test_rows_come_with_their_line_numbers() -> None:
    text = "# a comment\nplatform,kind,sign\n\nX,url,x.com/\n"
    assert list(rows_of("p.csv", text, ("platform", "kind", "sign"))) == [
        (4, {"platform": "X", "kind": "url", "sign": "x.com/"})
    ]


def test_wrong_columns_and_missing_cells_are_named_with_their_line() -> None:
    with pytest.raises(ValueError, match=r"^p.csv:1: the columns must be word,kind; correct this line$"):
        list(rows_of("p.csv", "word,sort\n", ("word", "kind")))
    with pytest.raises(ValueError, match=r"^p.csv:2: expected 2 filled cells \(word,kind\)$"):
        list(rows_of("p.csv", "word,kind\nby,\n", ("word", "kind")))


def test_the_lists_load() -> None:
    months, weekdays = calendar()
    assert (months["sept"], len(set(months.values())), "fri" in weekdays) == (9, 12, True)
    assert "by" in labels("byline") and "updated" in labels("date") and "breaking" in labels("label")
    assert ("X", "t.co/") in platforms("url")
    assert "Reuters" in words_in("agencies.csv", "agency")
