"""The span of a nominal."""

from __future__ import annotations

import pytest
from written_sentences import document

from diurna.resolve.entities import noun_phrase


@pytest.mark.parametrize(
    ("sentence", "head", "phrase"),
    [
        (
            "In/ADP/4/case the/DET/4/det old/ADJ/4/amod city/NOUN/5/obl died/VERB/0/root/die many/ADJ/5/nsubj",
            3,
            "the old city",
        ),
        (
            "The/DET/2/det rebels/NOUN/7/nsubj/rebel who/PRON/4/nsubj seized/VERB/2/acl:relcl/seize the/DET/6/det"
            " town/NOUN/4/obj left/VERB/0/root/leave",
            1,
            "The rebels",
        ),
        (
            "Hundreds/NOUN/4/nsubj/hundred of/ADP/3/case protesters/NOUN/1/nmod/protester marched/VERB/0/root/march",
            0,
            "Hundreds of protesters",
        ),
        (
            "Supporters/NOUN/4/nsubj/supporter of/ADP/3/case [person Khan/PROPN/1/nmod ] marched/VERB/0/root/march",
            0,
            "Supporters",
        ),
        (
            "The/DET/2/det [organization Ministry/PROPN/5/nsubj of/ADP/4/case Defence/PROPN/2/nmod ]"
            " denied/VERB/0/root/deny",
            1,
            "The Ministry of Defence",
        ),
        (
            "the/DET/2/det country/NOUN/4/nmod:poss _’s/PART/2/case court/NOUN/6/nsubj itself/PRON/4/nmod"
            " ruled/VERB/0/root/rule",
            3,
            "the country’s court",
        ),
        (
            "party/NOUN/2/compound leader/NOUN/3/nmod:desc [person Azam/PROPN/5/nsubj Khan/PROPN/3/flat ]"
            " left/VERB/0/root/leave",
            3,
            "party leader Azam Khan",
        ),
        (
            "[person Trump/PROPN/5/nsubj ] and/CCONJ/3/cc [person Putin/PROPN/1/conj ] both/ADV/5/advmod"
            " met/VERB/0/root/meet",
            0,
            "Trump",
        ),
    ],
)
def test_a_nominal_runs_from_its_first_modifier_to_the_end_of_its_name(sentence: str, head: int, phrase: str) -> None:
    page = document(sentence)
    first, last = noun_phrase(page.sentences[0], head)
    tokens = page.sentences[0].tokens
    assert page.article.text[tokens[first].start : tokens[last].end] == phrase
