"""Titles beside a name become roles, and nominals find who holds them."""

from __future__ import annotations

from written_sentences import document, span_of

from diurna.records import Document
from diurna.resolve.entities import Entities, find_entities


def roles(page: Document, name: str) -> list[tuple[str, str | None]]:
    """Return title and body of the roles of the entity called `name`."""
    return [(role.title, role.of) for one in find_entities(page).entities if one.name == name for role in one.roles]


CHIEF = (
    "[organization Samajwadi/PROPN/2/compound Party/PROPN/6/compound ] (/PUNCT/4/punct _SP/PROPN/2/appos"
    " _)/PUNCT/4/punct"
    " chief/NOUN/7/nmod:desc [person Akhilesh/PROPN/9/nsubj Yadav/PROPN/7/flat ] spoke/VERB/0/root/speak"
    " _./PUNCT/9/punct"
)


def test_a_title_before_a_name_with_its_party() -> None:
    page = document(CHIEF)
    assert roles(page, "Akhilesh Yadav") == [("chief", "Samajwadi Party")]
    assert find_entities(page).at(span_of(page, "Samajwadi Party (SP) chief Akhilesh Yadav")) == ("e2",)


def test_the_party_s_short_form_and_the_title_find_the_person() -> None:
    page = document(
        CHIEF,
        "The/DET/3/det [organization SP/PROPN/3/compound ] chief/NOUN/4/nsubj left/VERB/0/root/leave _./PUNCT/4/punct",
    )
    assert find_entities(page).at(span_of(page, "The SP chief")) == ("e2",)


def test_the_chief_of_another_party_is_another_person() -> None:
    page = document(
        CHIEF,
        "The/DET/3/det [organization BJP/PROPN/3/compound ] chief/NOUN/4/nsubj left/VERB/0/root/leave _./PUNCT/4/punct",
    )
    entities = find_entities(page)
    (id,) = entities.at(span_of(page, "The BJP chief"))
    assert entities.entity(id).name == "BJP chief"


def test_an_adjective_of_a_country_says_what_the_office_is_of() -> None:
    page = document(
        "Former/ADJ/3/amod French/ADJ/3/amod President/PROPN/4/nmod:desc [person Jacques/PROPN/6/nsubj"
        " Chirac/PROPN/4/flat ]"
        " died/VERB/0/root/die _./PUNCT/6/punct"
    )
    assert [title.split()[-1] for title, of in roles(page, "Jacques Chirac") if of == "France"] == ["President"]


def test_a_title_after_the_name() -> None:
    page = document(
        "[person Danish/PROPN/9/nsubj Ansari/PROPN/1/flat ] _,/PUNCT/5/punct a/DET/5/det"
        " minister/NOUN/1/appos of/ADP/7/case"
        " [place Kerala/PROPN/5/nmod ] _,/PUNCT/5/punct resigned/VERB/0/root/resign _./PUNCT/9/punct"
    )
    assert roles(page, "Danish Ansari") == [("minister", "Kerala")]


def test_a_relative_clause_says_who_heads_a_body() -> None:
    page = document(
        "[person Sarah/PROPN/9/nsubj Okoro/PROPN/1/flat ] _,/PUNCT/5/punct who/PRON/5/nsubj"
        " heads/VERB/1/acl:relcl/head"
        " the/DET/7/det commission/NOUN/5/obj _,/PUNCT/5/punct resigned/VERB/0/root/resign _./PUNCT/9/punct"
    )
    assert roles(page, "Sarah Okoro") == [("head", "commission")]


def test_the_premier_is_the_prime_minister_named_before() -> None:
    page = document(
        "Prime/ADJ/2/amod Minister/PROPN/3/nmod:desc [person Pedro/PROPN/5/nsubj Sánchez/PROPN/3/flat ]"
        " spoke/VERB/0/root/speak"
        " _./PUNCT/5/punct",
        "The/DET/2/det premier/NOUN/3/nsubj left/VERB/0/root/leave _./PUNCT/3/punct",
    )
    assert find_entities(page).at(span_of(page, "The premier")) == ("e1",)


def test_a_vice_president_does_not_answer_the_president() -> None:
    page = document(
        "Vice/ADJ/2/amod President/PROPN/3/nmod:desc [person Mike/PROPN/5/nsubj Pence/PROPN/3/flat ]"
        " spoke/VERB/0/root/speak"
        " _./PUNCT/5/punct",
        "The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root/leave _./PUNCT/3/punct",
    )
    entities: Entities = find_entities(page)
    assert entities.at(span_of(page, "The president")) == ("e2",)
