"""Who is cited says what the other reports, and is not spoken to."""

from __future__ import annotations

import pytest

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record


def coded(text: str) -> Record:
    (record,) = code_articles([article_of(text, id="one")])
    return record


@pytest.mark.parametrize(
    ("text", "outlet", "cited", "content"),
    [
        (
            "The Herald reported, citing eyewitnesses, that masked men had beaten two nuns.",
            "The Herald",
            "eyewitnesses",
            "that masked men had beaten two nuns",
        ),
        (
            "The BBC, quoting a security source, said neither man had worked for the army.",
            "The BBC",
            "a security source",
            "neither man had worked for the army",
        ),
    ],
)
def test_who_is_cited_stands_within_who_cites(text: str, outlet: str, cited: str, content: str) -> None:
    found = [(a.source and a.source.text, a.content.text) for a in coded(text).attributions]
    assert found == [(outlet, content), (cited, content)]


def test_who_is_cited_is_the_innermost() -> None:
    record = coded("The Herald reported, citing eyewitnesses, that masked men had beaten two nuns.")
    (beaten,) = [e for e in record.events if e.type == "ASSAULT"]
    assert beaten.attribution == ("a2", "a1")


def test_who_is_quoted_does_not_listen() -> None:
    record = coded("The Herald quoted an unnamed official as saying that six people had been arrested.")
    assert [a.addressee for a in record.attributions] == [None, None]


def test_a_reason_cited_is_the_words_of_who_cites_it() -> None:
    (cited,) = coded("The company cited a lack of demand.").attributions
    assert (cited.source and cited.source.text, cited.content.text) == ("The company", "a lack of demand")
