"""Every mention is the text at its offsets, and what `at` answers are entities there are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from written_sentences import document, span_of

from diurna.records import Span
from diurna.resolve.entities import find_entities

SENTENCES = (
    "President/PROPN/2/nmod:desc [person Emmanuel/PROPN/4/nsubj Macron/PROPN/2/flat ] met/VERB/0/root/meet"
    " [person Olaf/PROPN/4/obj Scholz/PROPN/5/flat ] _./PUNCT/4/punct",
    "The/DET/3/det two/NUM/3/nummod leaders/NOUN/4/nsubj/leader agreed/VERB/0/root/agree _./PUNCT/4/punct",
    "He/PRON/2/nsubj told/VERB/0/root/tell the/DET/5/det French/ADJ/5/amod parliament/NOUN/2/obj so/ADV/2/advmod",
    "Protesters/NOUN/2/nsubj/protester burned/VERB/0/root/burn [place Lyon/PROPN/4/nmod:poss _’s/PART/3/case ]"
    " flag/NOUN/2/obj",
)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8), st.sampled_from((" ", "\n\n", " \u2003")))
def test_mentions_are_the_text_at_their_offsets(written: list[str], between: str) -> None:
    page = document(*written, between=between)
    entities = find_entities(page)
    text = page.article.text
    assert [one.id for one in entities.entities] == [f"e{n}" for n in range(1, len(entities.entities) + 1)]
    for one in entities.entities:
        assert one.mentions == tuple(sorted(one.mentions, key=lambda mention: mention.span))
        for mention in one.mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.text
            assert one.id in entities.at(mention.span)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.data())
def test_any_span_has_an_answer(written: list[str], data: st.DataObject) -> None:
    page = document(*written)
    entities = find_entities(page)
    start = data.draw(st.integers(0, len(page.article.text)))
    end = data.draw(st.integers(start, len(page.article.text)))
    for id in entities.at(Span.of(page.article.text, start, end)):
        assert entities.entity(id).id == id


def test_a_document_without_sentences_has_no_entities() -> None:
    assert find_entities(document()).entities == ()


def test_an_ambassador_to_a_land_is_who_is_named() -> None:
    page = document(
        "The/DET/2/det ambassador/NOUN/7/nsubj to/ADP/4/case [place Togo/PROPN/2/nmod ] [person Ana/PROPN/7/vocative"
        " Reid/PROPN/5/flat ] resigned/VERB/0/root/resign _./PUNCT/7/punct"
    )
    entities = find_entities(page)
    (one,) = entities.at(span_of(page, "The ambassador to Togo Ana Reid"))
    assert entities.entity(one).name == "Ana Reid"


def test_an_activist_and_blogger_with_a_name_is_one_person() -> None:
    page = document(
        "The/DET/2/det activist/NOUN/7/nsubj and/CCONJ/4/cc blogger/NOUN/2/conj [person Ana/PROPN/2/conj"
        " Reid/PROPN/5/flat ] resigned/VERB/0/root/resign _./PUNCT/7/punct"
    )
    entities = find_entities(page)
    (one,) = entities.at(span_of(page, "The activist and blogger Ana Reid"))
    assert entities.entity(one).name == "Ana Reid"
