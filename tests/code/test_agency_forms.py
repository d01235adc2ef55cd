"""Forms that agencies write every day: an abbreviation behind a body, a claim taken up, a demand behind "it was"."""

from __future__ import annotations

import pytest

import diurna
from diurna.records import Attribution


def said(text: str) -> tuple[Attribution, ...]:
    (record,) = diurna.code([text])
    return record.attributions


def test_a_body_with_its_abbreviation_says_it() -> None:
    (one,) = said(
        "A vessel fired a water cannon on Wednesday, injuring three sailors, the Philippine Coast Guard (PCG) said."
    )
    assert (one.source and one.source.text, one.content.text) == (
        "the Philippine Coast Guard",
        "A vessel fired a water cannon on Wednesday, injuring three sailors",
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The party says police arrested 60 of its supporters, a figure that police dispute.",
            "police arrested 60 of its supporters",
        ),
        (
            "The minister said the army killed nine rebels, a claim that could not be verified.",
            "the army killed nine rebels",
        ),
        (
            "The minister said the army had found a cache, a store of old rifles.",
            "the army had found a cache, a store of old rifles",
        ),
    ],
)
def test_what_takes_up_all_that_is_said_is_the_authors(text: str, content: str) -> None:
    assert said(text)[0].content.text == content


def test_an_embassy_that_was_concerned_urges() -> None:
    text = "The embassy said it was concerned by the arrests and urged the authorities to respect the law."
    assert [(one.source and one.source.text, one.content.text) for one in said(text)] == [
        ("The embassy", "it was concerned by the arrests"),
        ("The embassy", "to respect the law"),
    ]


def test_on_what_terms_somebody_speaks_is_no_second_saying() -> None:
    text = (
        "“They gave us their word,” one of the sources said, speaking on condition of anonymity. “But they want more.”"
    )
    (one,) = said(text)
    assert [part.text for part in one.parts] == ["They gave us their word,", "But they want more."]


def test_who_is_told_listens_whoever_it_is() -> None:
    text = "According to a diplomat briefed on the meeting, Keita told the generals that the bloc would not yield."
    assert [one.addressee and one.addressee.text for one in said(text)] == [None, "the generals"]


def test_a_figure_based_on_reports_is_nothing_said() -> None:
    assert said("Rights groups counted 300 deaths, a figure based on official announcements.") == ()


def test_the_verbs_own_subject_comes_before_the_outer_one() -> None:
    one = said("What matters is that Ukraine has told us that it accepts the proposal.")[-1]
    assert (one.source and one.source.text, one.content.text) == ("Ukraine", "that it accepts the proposal")


def test_what_a_clause_on_him_says_ends_with_it() -> None:
    text = "Her friend Marko, who declined to give his surname, said plainclothes police had followed him home."
    assert [(one.cue and one.cue.text, one.content.text) for one in said(text)] == [
        ("declined", "to give his surname"),
        ("said", "plainclothes police had followed him home"),
    ]


def test_those_by_whom_he_is_asked_ask() -> None:
    text = "Asked by reporters in Washington whether the talks were dead, envoy Steve Witkoff replied: “No.”"
    first = said(text)[0]
    assert (first.stance, first.source and first.source.text, first.addressee and first.addressee.text) == (
        "asks", "reporters in Washington", "envoy Steve Witkoff",
    )  # fmt: skip


def test_a_family_is_unnamed() -> None:
    assert [one.kind for one in said("The families of hostages accused the premier of sabotage.")] == ["anonymous"]
