"""Words of acts that tell none: an audience, a figure of speech, a need that onlookers see."""

from __future__ import annotations

import pytest

import diurna


def types(text: str) -> set[str]:
    (record,) = diurna.code([text])
    return {event.type for event in record.events}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("The chief minister told a rally in Rangpur that the two parties had failed the farmers.", "PROTEST"),
        ("Addressing a rally in Patna, the minister said the dam would be finished.", "PROTEST"),
        ('The minister said that "no one will be allowed to hold the state hostage".', "ASSAULT"),
        ("The party president said the coalition was hostage to a convicted man.", "ASSAULT"),
        ("The interior ministry declined to comment on the arrests.", "REJECT"),
        ("Analysts say the party needs the Manjhi vote to hold its seats in Magadh.", "REQUEST"),
        ("Observers say Tejashwi needs Mandal's support in the east of the state.", "REQUEST"),
    ],
)
def test_it_tells_no_such_act(text: str, none: str) -> None:
    assert none not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thousands of teachers held a rally in Rangpur on Monday.", "PROTEST"),
        ("Gunmen held eleven villagers hostage for a week.", "ASSAULT"),
        ("The Greek culture minister told reporters: We need your help now.", "REQUEST"),
    ],
)
def test_the_act_itself_stays_one(text: str, kind: str) -> None:
    assert kind in types(text)
