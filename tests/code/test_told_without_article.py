"""Headlines that leave out articles, and questions that ask the listener to speak."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "listener", "content"),
    [
        ("Widow tells court soldiers took her husband", "court", "soldiers took her husband"),
        ("Witness tells inquiry police chief lied", "inquiry", "police chief lied"),
        ("The minister tells police officers that they must wait.", "police officers", "that they must wait"),
    ],
)
def test_who_is_told_without_an_article_listens(text: str, listener: str, content: str) -> None:
    (record,) = diurna.code([text])
    assert [(one.addressee and one.addressee.text, one.content.text) for one in record.attributions] == [
        (listener, content)
    ]


@pytest.mark.parametrize(
    "question",
    ["Can you confirm that the envoy met the Iranians in Muscat?", "Do you think that the war will end?"],
)
def test_who_is_asked_to_say_something_has_not_said_it(question: str) -> None:
    (record,) = diurna.code([question])
    assert record.attributions == ()


def test_what_somebody_is_reminded_to_have_said_he_said() -> None:
    (record,) = diurna.code(["You said that the war would end."])
    assert [one.content.text for one in record.attributions] == ["that the war would end"]
