"""Who said what, to whom, when: rows, CSV, and a table for a terminal."""

import csv
import io

from rich.console import Console

import diurna
from diurna.read import article_of
from diurna.show import print_quotes, quote_lines

TEXT = "“We will not yield,” Amina Yusuf told reporters on Monday. The army said that the road was open."
ARTICLE = article_of(TEXT, id="port", published="2026-03-03", url="https://news.example/port")


def test_direct_speech_is_a_row_with_speaker_listener_day_and_place_in_the_text() -> None:
    (quote,) = diurna.quotes(diurna.code([ARTICLE]))
    assert (quote.speaker, quote.said, quote.to_whom) == ("Amina Yusuf", "told", "reporters")
    assert (quote.article_id, quote.published, quote.form, quote.stance) == ("port", "2026-03-03", "direct", "asserts")
    assert TEXT[quote.start : quote.end] == quote.quote == "We will not yield,"
    assert quote.link == "https://news.example/port#:~:text=We%20will%20not%20yield%2C"


def test_indirect_speech_is_listed_when_it_is_asked_for() -> None:
    found = list(diurna.quotes(diurna.code([ARTICLE]), indirect=True))
    assert [quote.form for quote in found] == ["direct", "indirect"]
    assert found[1].quote == "that the road was open"


def test_csv_has_a_header_and_a_line_for_each_quotation() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(quote_lines(diurna.quotes(diurna.code([ARTICLE])))))))
    assert [(row["speaker"], row["to_whom"], row["quote"]) for row in rows] == [
        ("Amina Yusuf", "reporters", "We will not yield,")
    ]


def test_grouped_by_person_who_says_most_comes_first() -> None:
    text = "“It is over,” Okoro said. “We go home,” Bello said. “The strike holds,” Bello said."
    console = Console(file=io.StringIO(), width=80)
    print_quotes(diurna.quotes(diurna.code([text])), console, by_person=True)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    assert printed.index("Bello") < printed.index("Okoro")
    assert "“The strike holds,”" in printed


def test_what_is_told_of_unnamed_sources_and_posts_is_in_the_csv() -> None:
    text = (
        "“We lost,” said two officials of the foreign ministry, speaking on condition of anonymity. "
        "“We won,” Amina Yusuf (@yusuf) wrote on X."
    )
    first, second = csv.DictReader(io.StringIO("".join(quote_lines(diurna.quotes(diurna.code([text]))))))
    told = (first["how_many"], first["of_body"], first["why_unnamed"], first["platform"])
    assert told == ("two", "the foreign ministry", "on condition of anonymity", "")
    assert (second["speaker"], second["platform"], second["handle"], second["of_body"]) == (
        "Amina Yusuf", "X", "'@yusuf", "",  # a cell that a spreadsheet does not take for a formula
    )  # fmt: skip
