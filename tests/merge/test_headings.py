"""A heading that names what the text tells is a mention of it."""

from __future__ import annotations

import diurna

BODY = (
    "Party chief Samuel Okoro met his rival Grace Banda at her home in Lusaka on Monday. They spoke for two hours "
    "about the coming vote, and both said that they would meet again.\n\n"
    "{heading}\n\n"
    "The governing party said that it had not been told. Its spokesman called for calm, and analysts said that the "
    "two had not been seen together since the last election."
)


def meetings(heading: str) -> list[tuple[str, list[str]]]:
    """Return trigger and mentions of the meetings whose trigger or mention stands in the heading."""
    (record,) = diurna.code([BODY.format(heading=heading)])
    start = record.article.text.index(heading)
    spots = range(start, start + len(heading))
    held = [event for event in record.events if event.type == "CONSULT"]
    told = [event for event in held if any(m.start in spots for m in (event.trigger, *event.mentions))]
    return [(event.trigger.text, [m.text for m in event.mentions if m.start in spots]) for event in told]


def test_the_meeting_in_a_heading_is_the_meeting_of_the_text() -> None:
    assert meetings("Opposition Reacts To Okoro-Banda Meeting") == [("met", ["Meeting"])]


def test_a_meeting_of_others_in_a_heading_is_another() -> None:
    assert ("met", ["Meeting"]) not in meetings("Opposition Reacts To Mwale-Phiri Meeting")
