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


def test_a_statement_is_of_who_is_said_to_have_issued_it() -> None:
    text = (
        "The Lund Harbour Trust released a statement on Friday. The storm, Eva Strand told the Oban Herald, hit at "
        "noon. "
        'The statement said: "No ship was lost."'
    )
    assert speakers(text) == [("The statement", "Lund Harbour Trust")]


def test_an_office_is_whoever_is_named_in_it() -> None:
    text = (
        'The mayor of Lund said: "The quay is closed." The storm hit at noon on Friday. '
        "Eva Strand, the mayor of Lund, has held the office for six years."
    )
    assert speakers(text) == [("The mayor of Lund", "Eva Strand")]


def test_a_name_behind_an_office_is_who_speaks() -> None:
    text = 'A local delegate, Jill Moss, said: "The quay is closed."'
    assert speakers(text) == [("A local delegate, Jill Moss", "Jill Moss")]


def test_their_statement_is_of_who_put_one_out_before() -> None:
    text = (
        "The government of Norland issued a statement agreeing that the matter is for Congress. "
        'Their statement also read, "Citizenship over our objections violates our rights."'
    )
    assert speakers(text) == [("Their statement", "government of Norland")]


def test_an_outlet_that_was_quoted_before_puts_out_no_document() -> None:
    text = 'Grain is short, according to the Oban Herald. The proclamation said, "No grain may leave the harbour."'
    assert speakers(text) == [("The proclamation", None)]


def test_who_somebody_speaks_to_is_not_who_speaks() -> None:
    text = 'The prince, Ali Baro, took the blame. Speaking to Martin Hall of the BBC, he said, "It was under my watch."'
    assert speakers(text) == [("he", "Ali Baro")]


def test_who_is_praised_is_not_who_praises() -> None:
    text = 'Ali Baro mourned Soren Hall. He told reporters of Hall, "He trained us all."'
    assert speakers(text) == [("He", "Ali Baro")]
