"""The table at the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from records_made_up import records
from rich.cells import cell_len
from rich.console import Console

from diurna.records import Article, Event, Participant, Place, Record, Span
from diurna.show import print_records
from diurna.show.display_text import quoted, shown


def printed(record: Record, width: int = 100, colour: bool = False) -> str:
    page = io.StringIO()
    console = Console(file=page, width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    print_records([record], console)
    return page.getvalue()


def row_with(page: str, words: str) -> str:
    return next(line for line in page.splitlines() if words in line)


def test_a_row_says_what_who_when_and_on_whose_word(port: Record) -> None:
    assert row_with(printed(port, 140), "CONSULT").split() == [
        "CONSULT", "Lena", "Orsic", "2025-03-04", "Karveli,", "ALB", "party", "sources"
    ]  # fmt: skip
    assert "< Agence Sud" in printed(port, 140)


def test_a_narrow_page_puts_whom_beneath_who(port: Record) -> None:
    assert "→ dockworkers" in printed(port, 80)
    assert "→" not in printed(port, 140)


@pytest.mark.parametrize("words", ["negated", "future", "denies", "“reportedly”", "arrested: 14+", "the author"])
def test_nothing_is_told_by_colour_alone(port: Record, words: str) -> None:
    assert words in printed(port, 80)


def test_quotations_and_claims_stand_beneath(port: Record) -> None:
    page = printed(port, 140)
    assert row_with(page, "needs votes").split(maxsplit=2)[:2] == ["Tomas", "Brandt"]
    assert row_with(page, "their first meeting").startswith("  first since")


def test_a_failed_article_says_why_in_red(failed: Record) -> None:
    assert "failed: the line is no JSON: no closing brace (news.jsonl:13)" in printed(failed)
    assert "\x1b[31mthe line is no JSON" in printed(failed, colour=True)


def test_words_that_look_like_markup_stay_words() -> None:
    text = "[red]Rebels[/red] [/] fired :smile: \x1b[31m\u202erockets\u202c"
    record = Record(
        Article("[bold]x[/]", text, title="[link=x]T"),
        events=(Event("e1", "ASSAULT", Span(0, 38, text), "happened", 1.0, actors=(Participant(Span(0, 17, text)),)),),
    )
    page = printed(record, 140)
    assert "[link=x]T" in page
    assert "[red]Rebels" in page.replace("\n", "")
    assert "\x1b" not in page and "\u202e" not in page and ":smile:" in page


@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_is_wider_than_the_page_even_with_wide_characters(port: Record, width: int) -> None:
    place = Place(Span(0, 1, "x"), "北京市朝阳区" * 8, country="CHN")
    wide = replace(port, events=(replace(port.events[0], place=place), *port.events[1:]))
    assert max(cell_len(line) for line in printed(wide, width).splitlines()) <= width


@given(records())
@settings(max_examples=30)
def test_any_record_prints(record: Record) -> None:
    for width in (20, 80, 140):
        printed(record, width)


def test_shown_words_keep_joiners_and_lose_controls() -> None:
    assert shown(" a\n\tb\x00\u2067c\u200d ") == "a bc\u200d"
    assert shown("\ud800") == "\ufffd"


def test_words_already_in_quotation_marks_get_no_others() -> None:
    assert quoted("“Stop,”") == "“Stop,”"
    assert quoted("met") == "“met”"
