"""The word lists are checked when they are read."""

from __future__ import annotations

import pytest

from diurna.resolve.entities.tables import (
    given_names,
    mutual_words,
    noun_types,
    pronouns,
    read_noun_types,
    read_titles,
    role_verbs,
    speech_verbs,
    titles,
)


def test_the_shipped_lists_are_sound() -> None:
    assert titles()["vice", "president"].kind == "office"
    assert titles()["pm",].means == ("prime", "minister")
    assert noun_types()["police"].plural
    assert (given_names()["angela"], pronouns()["she"].gender, role_verbs()["lead"]) == (
        "female",
        "female",
        "leader",
    )
    assert "say" in speech_verbs()


def test_a_title_of_unknown_kind_is_refused_with_its_line() -> None:
    lines = ["title,kind,gender,means", "# courtesy", "mr,honorofic,male,"]
    with pytest.raises(ValueError, match=r"titles\.csv:3: kind is 'honorofic'; write one of: honorific, rank"):
        dict(read_titles(lines, "titles.csv"))


def test_a_noun_with_a_missing_field_is_refused_with_its_line() -> None:
    lines = ["noun,type,number,answers,gender,quantity", "mob,group,,,"]
    with pytest.raises(ValueError, match=r"nouns\.csv:2: write 6 fields"):
        dict(read_noun_types(lines, "nouns.csv"))


def test_a_noun_that_stands_twice_is_refused() -> None:
    lines = ["noun,type,number,answers,gender,quantity", "mob,group,,,,", "mob,group,,,,"]
    with pytest.raises(ValueError, match=r"nouns\.csv:3: 'mob' stands here a second time"):
        dict(read_noun_types(lines, "nouns.csv"))


def test_words_for_what_two_do_together_tell_where_the_other_stands() -> None:
    assert (mutual_words()["meet"], mutual_words()["speak"]) == (True, False)
