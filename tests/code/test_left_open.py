"""A refusal told by a "not", what led up to it, and what nobody rules out."""

from __future__ import annotations

import pytest

import diurna


def statuses(text: str) -> dict[str, str]:
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    return {event.trigger.text: event.status for event in record.events}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Kenya did not allow the envoy to visit the camp.", "allow", "happened"),  # that it did not is the refusal
        ("The party did not reject the offer.", "reject", "negated"),
        ("The president did not rule out sanctions against Rwanda.", "sanctions", "hypothetical"),
        ("The army has not denied bombing the clinic.", "bombing", "hypothetical"),
        ("The army denied bombing the clinic.", "bombing", "negated"),
    ],
)
def test_refusals_and_what_is_left_open(text: str, trigger: str, status: str) -> None:
    assert statuses(text)[trigger] == status
