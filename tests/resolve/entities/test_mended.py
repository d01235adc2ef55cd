"""Names that the tagger cut or passed over."""

from __future__ import annotations

from written_sentences import document, span_of

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.resolve.entities import find_entities


def names(*written: str) -> list[tuple[str, int]]:
    """Return the name of each entity and how often it is mentioned."""
    return [(one.name, len(one.mentions)) for one in find_entities(document(*written)).entities]


def test_a_name_cut_in_two_is_one() -> None:
    assert names(
        "[person Azam/PROPN/3/nsubj ] [person Khan/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/3/punct",
    ) == [("Azam Khan", 1)]


def test_a_name_passed_over_is_found_again() -> None:
    assert names(
        "[organization Peace/PROPN/2/compound Front/PROPN/3/nsubj ] won/VERB/0/root/win _./PUNCT/3/punct",
        "Peace/PROPN/2/compound Front/PROPN/3/nsubj lost/VERB/0/root/lose _./PUNCT/3/punct",
    ) == [("Peace Front", 2)]


def test_a_surname_alone_is_found_again() -> None:
    assert names(
        "[person Maria/PROPN/3/nsubj Lopez/PROPN/1/flat ] won/VERB/0/root/win _./PUNCT/3/punct",
        "Lopez/PROPN/2/nsubj thanked/VERB/0/root/thank voters/NOUN/2/obj/voter _./PUNCT/2/punct",
    ) == [("Maria Lopez", 2), ("voters", 1)]


def test_a_month_beside_a_number_is_no_surname() -> None:
    assert names(
        "[person Theresa/PROPN/3/nsubj May/PROPN/1/flat ] won/VERB/0/root/win"
        " in/ADP/5/case May/PROPN/3/obl 2016/NUM/5/nummod",
    ) == [("Theresa May", 1)]


def test_the_city_of_a_name_is_the_place_itself() -> None:
    page = document(
        "The/DET/2/det city/NOUN/5/nsubj of/ADP/4/case [place Aleppo/PROPN/2/nmod ] fell/VERB/0/root/fall"
        " _./PUNCT/5/punct"
    )
    entities = find_entities(page)
    assert [one.name for one in entities.entities] == ["Aleppo"]
    assert entities.at(span_of(page, "The city of Aleppo")) == ("e1",)


def test_rebels_of_a_group_are_the_group() -> None:
    page = document(
        "[group Houthi/PROPN/2/compound ] rebels/NOUN/3/nsubj/rebel fled/VERB/0/root/flee _./PUNCT/3/punct",
        "The/DET/2/det rebels/NOUN/3/nsubj/rebel returned/VERB/0/root/return _./PUNCT/3/punct",
    )
    entities = find_entities(page)
    assert entities.at(span_of(page, "Houthi rebels")) == entities.at(span_of(page, "The rebels")) == ("e1",)


def test_whose_aides_they_are_is_in_their_name() -> None:
    assert names(
        "[person Maria/PROPN/3/nsubj Lopez/PROPN/1/flat ] thanked/VERB/0/root/thank her/PRON/5/nmod:poss"
        " aides/NOUN/3/obj/aide _./PUNCT/3/punct",
    ) == [("Maria Lopez", 2), ("Maria Lopez's aides", 1)]


def test_a_title_before_a_name_is_no_person_of_its_own() -> None:
    page = document(
        "Police/NOUN/2/nsubj met/VERB/0/root/meet with/ADP/5/case party/NOUN/5/compound leader/NOUN/6/nmod:desc"
        " [person Azam/PROPN/2/obl Khan/PROPN/6/flat ] today/NOUN/2/obl _./PUNCT/2/punct"
    )
    entities = find_entities(page)
    assert entities.at(span_of(page, "party leader Azam Khan")) == entities.at(span_of(page, "leader"))
    assert [m.span.text for one in entities.entities if one.name == "Azam Khan" for m in one.mentions] == ["Azam Khan"]


def test_two_persons_that_a_hyphen_joins_are_two() -> None:
    assert names(
        "[person Akhilesh/PROPN/2/nsubj ] met/VERB/0/root/meet [person Azam/PROPN/2/obj Khan/PROPN/3/flat ]"
        " _./PUNCT/2/punct",
        "[person Akhilesh/PROPN/5/compound -/PUNCT/3/punct Azam/PROPN/1/flat Khan/PROPN/3/flat ]"
        " meeting/NOUN/6/nsubj ends/VERB/0/root/end",
    ) == [("Akhilesh", 2), ("Azam Khan", 2)]


def test_a_hyphen_within_one_name_does_not_cut_it() -> None:
    assert names(
        "[person Jean/PROPN/4/nsubj -/PUNCT/3/punct Yves/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/4/punct",
    ) == [("Jean - Yves", 1)]


def test_a_name_behind_a_title_in_small_letters_is_a_persons() -> None:
    text = "National Citizen Party convener Nahid Islam alleged that the old parties were conspiring."
    (record,) = code_articles([article_of(text, id="one")])
    assert [(e.name, e.type) for e in record.entities if e.named][1:2] == [("Nahid Islam", "person")]
