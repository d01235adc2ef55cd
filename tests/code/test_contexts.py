"""In what field an event lies: the head's word, helped by the words of contexts.csv (code/manner.py)."""

from __future__ import annotations

import pytest

import diurna
from diurna.code.manner import context_words, runs, spoken_contexts


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
    text = "Hundreds marched in Lima on Monday. Wages have not been paid since May."
    (record,) = diurna.code([text])
    assert "economic" in record.events[0].contexts


def test_they_speak_for_none_that_the_head_thinks_out_of_the_question() -> None:
    text = "Gunmen shot dead a judge in Tegucigalpa. Rice exports rose by four percent, the ministry said."
    (record,) = diurna.code([text])
    assert "economic" not in record.events[0].contexts
