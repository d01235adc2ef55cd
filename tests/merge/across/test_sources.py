"""Whose report a telling is, and how many sources several reports make."""

from datetime import date

import pytest

import diurna
from diurna.merge.across import sources_of
from diurna.merge.across.sources import independent, report_source
from diurna.read import article_of
from diurna.records import Record
from tellings import telling


def source(text: str, publisher: str | None) -> str | None:
    return report_source(Record(article_of(text, id="a", source=publisher)))


@pytest.mark.parametrize(
    ("text", "publisher", "whose"),
    [
        ("DAKAR, June 3 (AFP) - Police arrested an opposition leader.", "Walf Matin", "agency:AFP"),
        ("DAKAR (Reuters) - Police arrested an opposition leader.", None, "agency:Reuters"),
        ("They came at five in the morning and did not ring.", "Walf Matin", "outlet:Walf Matin"),
        ("They came at five in the morning and did not ring.", "Associated Press", "agency:AP"),
        ("They came at five in the morning and did not ring.", None, None),
    ],
)
def test_whose_report_it_is(text: str, publisher: str | None, whose: str | None) -> None:
    assert source(text, publisher) == whose


def test_an_event_that_a_paper_takes_from_an_agency_stands_on_the_agencys_word() -> None:
    text = "Two policemen arrested the opposition leader in Dakar on Saturday, Reuters reported."
    (record,) = diurna.code([article_of(text, id="a", source="Daily Post", published=date(2023, 6, 4))])
    assert set(sources_of(record).values()) == {"agency:Reuters"}


def test_what_the_author_tells_first_is_the_papers_own_report() -> None:
    told = "Two policemen arrested the opposition leader in Dakar on Saturday."
    text = f"{told} Reuters reported that police arrested him."
    (record,) = diurna.code([article_of(text, id="a", source="Daily Post", published=date(2023, 6, 4))])
    assert set(sources_of(record).values()) == {"outlet:Daily Post"}


def test_copies_of_one_text_are_one_source() -> None:
    assert independent([telling(name, copies="wire", source=f"outlet:{name}") for name in "abc"]) == 1


def test_reports_of_one_agency_are_one_source() -> None:
    assert independent([telling(name, source="agency:AFP") for name in "abc"] + [telling("d")]) == 2


def test_reports_of_nobody_known_count_each() -> None:
    assert independent([telling(name, source=None) for name in "abc"]) == 3


def test_a_copy_ties_its_agency_to_the_others() -> None:
    # b prints a's text without saying whose it is; c is another report of the same agency.
    told = [telling("a", copies="wire", source="agency:AP"), telling("b", copies="wire", source=None)]
    assert independent([*told, telling("c", source="agency:AP")]) == 1
