"""HTML for a notebook."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from records_made_up import records

from diurna.records import Article, Event, Participant, Place, Record, Span
from diurna.show import record_html
from diurna.show.marks import pieces


class Balance(HTMLParser):
    """Counts that every tag that is opened is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text_of(page: str) -> str:
    """Return the article's text as a reader sees it, without the events' numbers."""
    found = re.search(r'<div style="white-space:pre-wrap">(.*?)</div>', page, re.S)
    assert found is not None
    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<sup[^>]*>[^<]*</sup>", "", found[1])))


def test_the_text_stands_whole_and_its_events_carry_their_numbers(port: Record) -> None:
    page = record_html(port)
    assert text_of(page) == port.article.text
    assert re.search(r'title="event">met</span><sup[^>]*>1</sup>', page)
    assert 'title="recipient, quotation">The government</span>' in page


def test_the_table_beneath_has_a_row_an_event(port: Record) -> None:
    assert record_html(port).count("<tr>") == 7
    assert "party sources &lt; Agence Sud" in record_html(port)


def test_overlapping_marks_are_cut_into_pieces() -> None:
    text = "Rebels shelled Bria market"
    event = Event(
        "e1", "ASSAULT", Span.of(text, 7, 14), "happened", 1.0,
        recipients=(Participant(Span.of(text, 15, 26)),), place=Place(Span.of(text, 15, 19), "Bria"),
    )  # fmt: skip
    cut = pieces(Record(Article("x", text), events=(event,)))
    assert [(text[piece.start : piece.end], set(piece.kinds)) for piece in cut] == [
        ("Rebels ", set()),
        ("shelled", {"event"}),
        (" ", set()),
        ("Bria", {"recipient", "place"}),
        (" market", {"recipient"}),
    ]


def test_what_the_article_says_is_never_html(port: Record) -> None:
    text = '<script>alert("x")</script> & more'
    page = record_html(Record(Article("x", text, title='<b onclick="x">')))
    assert "<script" not in page and "<b onclick" not in page
    assert text_of(page) == text


def test_a_failed_article_says_why(failed: Record) -> None:
    assert "failed: the line is no JSON" in record_html(failed)


def test_no_script_and_nothing_from_elsewhere(port: Record) -> None:
    page = record_html(replace(port, article=replace(port.article, url="https://sud.example/17")))
    assert not re.search(r"<script|<link|<img|https?:", page)


@given(records())
@settings(max_examples=40)
def test_any_record_makes_balanced_html_and_pieces_that_tile_the_text(record: Record) -> None:
    balance = Balance()
    balance.feed(record_html(record))
    assert balance.open == []
    assert "".join(record.article.text[piece.start : piece.end] for piece in pieces(record)) == record.article.text
