"""Which texts are turned away as not English."""

from __future__ import annotations

import pytest

from diurna.read import article_of

SPANISH = (
    "El presidente del Gobierno anunció el martes que convocará elecciones generales para el próximo mes de "
    "noviembre, tras la ruptura de la coalición con sus socios."
)
URDU = "وزیر اعظم نے منگل کو کہا کہ حکومت نئی پابندیوں کا اعلان کرے گی۔ اپوزیشن نے اس فیصلے پر تنقید کی۔"


@pytest.mark.parametrize(("text", "code"), [(SPANISH, "es"), (URDU, "ur"), (SPANISH * 200, "es")])
def test_another_language_is_an_error(text: str, code: str) -> None:
    article = article_of(text)
    assert article.error == f"article: the text is not in English but in {code!r}; translate it or leave it out"
    assert article.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Rajapaksa meets Wickremesinghe in Colombo.",
        "Mahinda Rajapaksa, Maithripala Sirisena, Ranil Wickremesinghe, Sajith Premadasa and others met.",
        "Partido dos Trabalhadores leader Gleisi Hoffmann met Movimento Democrático Brasileiro president "
        "Baleia Rossi; Partido Socialista Brasileiro stayed away.",
        f"The minister read out the decree in Spanish on Tuesday, and this is what it said: {SPANISH}",
        "1 2 3 4 5 6 7 8 9 " * 50,
    ],
)
def test_english_with_foreign_names_passes(text: str) -> None:
    assert article_of(text).error is None


def test_a_short_text_is_given_the_benefit_of_the_doubt() -> None:
    assert article_of("El presidente habló.").error is None


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "eng", "English", "", None])
def test_a_language_given_as_english(language: str | None) -> None:
    assert article_of("Police shot a man.", language=language).error is None


def test_a_language_given_as_another() -> None:
    assert article_of("Police shot a man.", language="de").error == (
        "article: \"language\" is 'de', and diurna reads English; translate the text or leave it out"
    )
