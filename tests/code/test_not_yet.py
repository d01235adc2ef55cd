"""Auxiliaries and governing words that say an event has not happened, or long ago, whatever the head reads."""

from __future__ import annotations

import pytest

import diurna


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("We will block every highway, the union said.", "block", "future"),
        ("His party would have voted for the motion had the bill been kept.", "voted for", "hypothetical"),
        ("The minister was to have met the rebels on Sunday.", "met", "hypothetical"),
        ("Guards foiled a suicide attack on the synagogue.", "suicide attack", "negated"),
        ("Farm unions have called a nationwide strike for May 20.", "strike", "future"),
        ("Farm unions called a nationwide strike.", "strike", "happened"),
        ("Crowds gathered in Lund on the tenth anniversary of the massacre.", "massacre", "historical"),
        ("Residents marched to mark 20 years since police shot dead 12 students.", "shot dead", "historical"),
        ("Police shot dead 12 students an hour after the march began.", "march", "happened"),
    ],
)  # fmt: skip
def test_status(text: str, trigger: str, status: str) -> None:
    (record,) = diurna.code([text])
    assert [e.status for e in record.events if e.trigger.text == trigger] == [status]
