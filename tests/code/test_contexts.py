"""In what field an event lies: the head's word, helped by the words of contexts.csv (code/manner.py)."""

from __future__ import annotations

import pytest

import diurna
from diurna.annotate import annotate
from diurna.code.context_head import context_chances
from diurna.code.manner import context_words, contexts_near, runs, spoken_contexts
from diurna.code.topic import mean_vector
from diurna.read import article_of


@pytest.mark.parametrize(
    ("lemmas", "contexts"),
    [
        (["the", "finance", "minister", "resign"], {"economic"}),
        (["riot", "police", "fire", "rubber", "bullet"], {"repression"}),
        (["crime", "against", "humanity"], {"human_rights", "legal"}),
        (["on", "hunger", "strike"], set()),
        (["tear", "gas"], {"repression"}),
    ],
)
def test_words_speak_for_contexts(lemmas: list[str], contexts: set[str]) -> None:
    assert spoken_contexts(runs(lemmas)) == contexts


def test_every_context_has_words() -> None:
    assert len({context for named in context_words().values() for context in named}) == 37


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Dockers in Durban walked out on Monday over unpaid salaries.", "economic"),
        ("A rights group denounced the disappearance of four farmers.", "human_rights"),
        ("The anti-graft bureau charged the governor with taking bribes.", "corruption"),
    ],
)
def test_an_event_has_the_context_its_sentence_speaks_of(text: str, context: str) -> None:
    (record,) = diurna.code([text])
    assert context in record.events[0].contexts


def test_the_sentences_around_speak_for_it_too() -> None:
    text = "Thousands protested in Tbilisi. The ballot was rigged, observers found. Rain fell."
    (document,) = annotate([article_of(text, id="a")])
    assert contexts_near(document.sentences)(0).near == {"election"}
    first, article = document.sentences[0].vectors, mean_vector(document)
    assert first is not None and article is not None

    def chance(near: set[str]) -> float:
        return context_chances(first, range(1, 2), article, "PROTEST", {}, set(), near)["election"]

    assert chance({"election"}) > 2 * chance(set())


def test_an_article_s_words_speak_for_what_a_sentence_leaves_open() -> None:
    arrested = "Police arrested four men in the port on Friday."
    about = " The smugglers had brought in heroin and cocaine, a court heard, and gangs were paid by drug traffickers."
    alone, told = diurna.code([arrested, arrested + about])
    assert "crime" not in alone.events[0].contexts
    assert "crime" in told.events[0].contexts


def test_they_speak_for_none_that_the_head_thinks_out_of_the_question() -> None:
    text = "Gunmen shot dead a judge in Tegucigalpa. Rice exports rose by four percent, the ministry said."
    (record,) = diurna.code([text])
    assert "economic" not in record.events[0].contexts
