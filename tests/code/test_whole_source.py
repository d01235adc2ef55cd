"""The source in full: with the office before a name or the name behind an office, and no more."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Campaign spokesman Brian Fallon said the vote was fair.", "Campaign spokesman Brian Fallon"),
        ("MSNBC host Chris Matthews said the debate was dull.", "MSNBC host Chris Matthews"),
        ("On Monday Brian Fallon said the vote was fair.", "Brian Fallon"),
        ("Attorneys for the family said the man was unarmed.", "Attorneys for the family"),
    ],
)
def test_the_office_beside_a_name_is_the_sources(text: str, source: str) -> None:
    (record,) = diurna.code([text])
    assert [one.source and one.source.text for one in record.attributions] == [source]


def test_the_name_behind_according_to_is_not_said() -> None:
    (record,) = diurna.code(["According to conservative radio host Rush Limbaugh, the move reeks of fear."])
    (one,) = record.attributions
    assert (one.source and one.source.text, one.kind, one.content.text) == (
        "conservative radio host Rush Limbaugh", "named", "the move reeks of fear",
    )  # fmt: skip


def test_whoever_acts_behind_according_to_is_said() -> None:
    (record,) = diurna.code(["According to the spokesman, Brian Fallon left the campaign."])
    (one,) = record.attributions
    assert (one.source and one.source.text, one.content.text) == ("the spokesman", "Brian Fallon left the campaign")


def test_the_entity_of_an_office_with_a_name_is_the_name() -> None:
    (record,) = diurna.code(["Campaign spokesman Brian Fallon said the vote was fair."])
    names = {entity.id: entity.name for entity in record.entities}
    assert [names.get(one.entity or "") for one in record.attributions] == ["Brian Fallon"]


def test_called_on_is_the_whole_cue() -> None:
    (record,) = diurna.code(["The union called on the minister to resign."])
    assert [one.cue and one.cue.text for one in record.attributions] == ["called on"]


def test_who_is_called_on_is_addressed_and_asked_to_act() -> None:
    (record,) = diurna.code(["The UN called on both sides to honour the ceasefire."])
    (one,) = record.attributions
    assert (one.stance, one.addressee and one.addressee.text, one.content.text) == (
        "demands", "both sides", "to honour the ceasefire",
    )  # fmt: skip


def test_what_is_called_names_is_no_demand() -> None:
    (record,) = diurna.code(["The senator called the minister a liar."])
    assert [(one.stance, one.content.text) for one in record.attributions] == [("asserts", "the minister a liar")]
