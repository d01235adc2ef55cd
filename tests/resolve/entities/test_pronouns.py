"""Pronouns agree with what they stand for."""

from __future__ import annotations

import pytest
from written_sentences import document, span_of

import diurna
from diurna.records import Attribution
from diurna.resolve.entities import find_entities, resolve_speakers

MERKEL = (
    "[person Angela/PROPN/3/nsubj Merkel/PROPN/1/flat ] received/VERB/0/root/receive [person Emmanuel/PROPN/3/obj"
    " Macron/PROPN/4/flat ] in/ADP/7/case [place Berlin/PROPN/3/obl ] _./PUNCT/3/punct"
)


def test_gender_of_the_given_name_decides() -> None:
    page = document(
        MERKEL,
        "He/PRON/2/nsubj thanked/VERB/0/root/thank her/PRON/2/obj _./PUNCT/2/punct",
    )
    entities = find_entities(page)
    assert entities.entity(entities.at(span_of(page, "He"))[0]).name == "Emmanuel Macron"
    assert entities.entity(entities.at(span_of(page, "her"))[0]).name == "Angela Merkel"


def test_two_arguments_of_one_verb_are_two_persons() -> None:
    page = document(
        "[person Khan/PROPN/2/nsubj ] greeted/VERB/0/root/greet him/PRON/2/obj _./PUNCT/2/punct",
    )
    assert find_entities(page).at(span_of(page, "him")) == ()


def test_a_possessive_may_mean_the_subject() -> None:
    page = document(
        "[person Khan/PROPN/2/nsubj ] greeted/VERB/0/root/greet his/PRON/4/nmod:poss supporters/NOUN/2/obj/supporter"
        " _./PUNCT/2/punct",
    )
    assert find_entities(page).at(span_of(page, "his")) == ("e1",)


def test_a_state_is_it_and_not_he() -> None:
    page = document(
        "[place Berlin/PROPN/2/nsubj ] warned/VERB/0/root/warn [person Trump/PROPN/2/obj ] _./PUNCT/2/punct",
        "He/PRON/2/nsubj laughed/VERB/0/root/laugh at/ADP/5/case its/PRON/5/nmod:poss note/NOUN/2/obl _./PUNCT/2/punct",
    )
    entities = find_entities(page)
    assert (entities.at(span_of(page, "He")), entities.at(span_of(page, "its"))) == (("e2",), ("e1",))


QUOTED = (
    "“/PUNCT/3/punct _I/PRON/3/nsubj refuse/VERB/6/ccomp _,/PUNCT/3/punct _”/PUNCT/3/punct said/VERB/0/root/say"
    " [person Maria/PROPN/6/nsubj Lopez/PROPN/7/flat ] _./PUNCT/6/punct"
)


def test_first_person_is_left_open() -> None:
    page = document(QUOTED)
    assert find_entities(page).at(span_of(page, "I")) == ()


def test_the_speaker_of_a_quotation_is_its_first_person() -> None:
    page = document(QUOTED)
    content = span_of(page, "I refuse")
    quotation = Attribution(
        "a1",
        span_of(page, "Maria Lopez"),
        None,
        span_of(page, "said"),
        content,
        (content,),
        "direct",
        "named",
    )
    entities = resolve_speakers(find_entities(page), [quotation])
    assert entities.at(span_of(page, "I")) == ("e1",)
    assert [(m.span.text, m.kind) for m in entities.entities[0].mentions] == [
        ("I", "pronoun"),
        ("Maria Lopez", "name"),
    ]


def test_who_is_quoted_is_not_spoken_of_in_the_third_person() -> None:
    page = document(
        "[person Trump/PROPN/2/nsubj ] met/VERB/0/root/meet [person Putin/PROPN/2/obj ] _./PUNCT/2/punct",
        "“/PUNCT/3/punct _He/PRON/3/nsubj lied/VERB/6/ccomp/lie _,/PUNCT/3/punct _”/PUNCT/3/punct"
        " said/VERB/0/root/say"
        " [person Trump/PROPN/6/nsubj ] _./PUNCT/6/punct",
    )
    entities = find_entities(page)
    assert entities.entity(entities.at(span_of(page, "He"))[0]).name == "Putin"


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ('The union\'s president, Pablo Ortiz, said: "They attacked us with tear gas."', "They", None),
        (
            'Residents of Kori said soldiers came at dawn. "They burned our houses," said Amina Diallo, a teacher.',
            "They",
            "soldiers",
        ),
        ('"We agreed to a truce with the rebels," President Moss said. "They attacked us."', "They", "rebels"),
        (
            'The army said it had left. "We left Kori because they shelled us," the army\'s commander, Ali Baro, said.',
            "they",
            None,
        ),
    ],
)
def test_they_in_a_quotation_are_not_who_speaks_nor_his_own_body(text: str, pronoun: str, name: str | None) -> None:
    (record,) = diurna.code([text])
    start = text.index(f"{pronoun} ")
    meant = [e.name for e in record.entities if any(mention.span.start == start for mention in e.mentions)]
    assert meant == ([name] if name else [])


SPOKEN_OF = (
    "[person Tom/PROPN/3/nsubj Cruz/PROPN/1/flat ] sued/VERB/0/root/sue [person Sam/PROPN/3/obj Lee/PROPN/4/flat ]"
    " _./PUNCT/3/punct",
    "[person Cruz/PROPN/2/nsubj ] won/VERB/0/root/win _./PUNCT/2/punct",
    "[person Cruz/PROPN/2/nsubj ] spoke/VERB/0/root/speak _./PUNCT/2/punct",
    "[person Cruz/PROPN/2/nsubj ] left/VERB/0/root/leave and/CCONJ/5/cc [person Lee/PROPN/5/nsubj ]"
    " defended/VERB/2/conj/defend his/PRON/7/nmod:poss son/NOUN/5/obj _./PUNCT/2/punct",
)
OF_A_SUBJECT = (
    *SPOKEN_OF[:3],
    "[person Cruz/PROPN/2/nsubj ] left/VERB/0/root/leave and/CCONJ/5/cc [person Lee/PROPN/5/nsubj ]"
    " wept/VERB/2/conj/weep and/CCONJ/9/cc his/PRON/8/nmod:poss son/NOUN/9/nsubj fled/VERB/2/conj/flee"
    " _./PUNCT/2/punct",
)


def test_a_possessive_in_an_object_is_of_the_subject() -> None:
    page = document(*SPOKEN_OF)
    entities = find_entities(page)
    assert [entities.entity(id).name for id in entities.at(span_of(page, "his"))] == ["Sam Lee"]


def test_a_possessive_in_a_subject_is_of_whom_the_page_speaks_of() -> None:
    page = document(*OF_A_SUBJECT)
    entities = find_entities(page)
    assert [entities.entity(id).name for id in entities.at(span_of(page, "his"))] == ["Tom Cruz"]
