"""Unnamed sources: how many they are, of which body, and why they are not named."""

from __future__ import annotations

from pathlib import Path

import pytest

import diurna
from diurna.code.table import LexiconError
from diurna.code.unnamed import load_unnamed
from diurna.records import Attribution

Told = tuple[str, str | None, str | None, str | None]


def words_of(one: Attribution) -> Told:
    """Return the words of the source, of how many, of which body and why."""
    assert one.source is not None
    many, body, why = one.how_many, one.of_body, one.why_unnamed
    return one.source.text, many and many.span.text, body and body.text, why and why.text


def unnamed(text: str) -> list[Told]:
    """Return what is told of each unnamed source; every span is its words in the text."""
    (record,) = diurna.code([text])
    found = [one for one in record.attributions if one.kind == "anonymous" and one.source]
    for one in found:
        for span in (one.how_many and one.how_many.span, one.of_body, one.why_unnamed):
            assert span is None or text[span.start : span.end] == span.text
    return [words_of(one) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Three officials of the foreign ministry said that the envoy had left.",
            ("Three officials of the foreign ministry", "Three", "the foreign ministry", None),
        ),
        (
            "A senior Pentagon official, who spoke on condition of anonymity because he was not authorised to brief the"
            " press, said that drones had struck the base.",
            (
                "A senior Pentagon official",
                "A",
                "Pentagon",
                "on condition of anonymity because he was not authorised to brief the press",
            ),
        ),
        (
            '"They shot at us," a nurse at the hospital said, asking not to be named for fear of reprisals.',
            ("a nurse at the hospital", "a", "the hospital", "asking not to be named for fear of reprisals"),
        ),
        (
            '"The plan is dead," said a European Union diplomat who was not authorised to speak publicly.',
            ("a European Union diplomat", "a", "European Union", "not authorised to speak publicly"),
        ),
        ("Ukrainian officials said the bridge was hit.", ("Ukrainian officials", None, "Ukrainian", None)),
        ("Two residents in Lund said the bridge was hit.", ("Two residents in Lund", "Two", None, None)),
        ("Witnesses said the car sped away.", ("Witnesses", None, None, None)),
    ],
)
def test_what_the_page_says_of_them(text: str, told: Told) -> None:
    assert unnamed(text) == [told]


def test_how_many_has_bounds() -> None:
    (record,) = diurna.code(["Several diplomats said the talks had failed. Five aides said the text was ready."])
    bounds = [(one.how_many.min, one.how_many.max) for one in record.attributions if one.how_many]
    assert bounds == [(3, None), (5, 5)]


def test_why_is_told_in_the_sentence_after() -> None:
    text = (
        "Several diplomats said the talks had failed. "
        "The diplomats spoke on condition of anonymity because they were not authorized to speak to reporters."
    )
    why = "on condition of anonymity because they were not authorized to speak to reporters"
    assert unnamed(text) == [("Several diplomats", "Several", None, why)]


def test_what_is_told_once_holds_of_all_that_they_say() -> None:
    text = (
        "Two government officials said talks had failed. They said the minister would resign. "
        "The officials, who declined to be identified, said rebels had attacked the port."
    )
    told = ("Two", "government", "declined to be identified")
    assert unnamed(text) == [("Two government officials", *told), ("They", *told), ("The officials", *told)]


def test_two_sources_of_one_state_are_not_one() -> None:
    text = (
        "A US general, speaking on condition of anonymity, said the crew was safe. US officials said talks had failed."
    )
    assert unnamed(text)[-1] == ("US officials", None, "US", None)


def test_a_named_source_has_none_of_it() -> None:
    (record,) = diurna.code(["Two ministers came. Amina Diallo said the talks had failed."])
    (one,) = record.attributions
    assert (one.kind, one.how_many, one.of_body, one.why_unnamed) == ("named", None, None, None)


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "unnamed.csv").write_text("words,as,example\nbecause,why,Because he feared it.\n")
    with pytest.raises(LexiconError, match=r"unnamed\.csv:2: 'because' as 'why'; write words once, one of terms"):
        load_unnamed(tmp_path)
