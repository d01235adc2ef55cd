"""Whose word a document is: of whoever its phrase names, else of whoever spoke shortly before."""

from __future__ import annotations

import diurna


def speakers(text: str) -> list[tuple[str, str | None]]:
    """Return the words of each quotation's source and the name of the entity that it stands on the word of."""
    (record,) = diurna.code([text])
    names = {entity.id: entity.name for entity in record.entities}
    return [
        (a.source.text if a.source else "", names.get(a.entity or ""))
        for a in record.attributions
        if a.form == "direct"
    ]


def test_a_statement_is_its_owners_word() -> None:
    text = 'President Ruto\'s statement read: "No minister is above the law."'
    assert speakers(text) == [("President Ruto's statement", "Ruto")]


def test_a_statement_that_names_nobody_is_of_whoever_spoke_before() -> None:
    text = (
        "Amina Mohamed told reporters that the talks had failed. "
        'The statement said: "Both generals must silence their guns before we meet again."'
    )
    assert speakers(text) == [("The statement", "Amina Mohamed")]


def test_a_report_of_long_ago_is_nobodys() -> None:
    text = 'The report said: "Nine of the wells are dry."'
    assert speakers(text) == [("The report", None)]
