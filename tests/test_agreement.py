"""Two codings of the same passages held against each other."""

from __future__ import annotations

from typing import Any

import pytest
from corpus.agreement import Event, compare, disagreements, f1, kappa, lines, matched, spans_alike

TEXT = "Kenyan police freed two monks and the army shelled the camp after the army refused talks."


def event(type_: str, trigger: str, **fields: Any) -> Event:
    empty = {"mode": [], "context": [], "status": "happened", "actor": [], "recipient": [], "source": ""}
    return {"type": type_, "trigger": trigger, **empty, **fields}


def passage(*events: Event, near_miss: bool = False) -> dict[str, Any]:
    return {"text": TEXT, "near_miss": near_miss, "events": list(events)}


def test_events_match_where_triggers_overlap_and_the_same_type_comes_first() -> None:
    first = [event("REJECT", "refused talks"), event("CONSULT", "talks")]
    second = [event("CONSULT", "talks"), event("REJECT", "refused")]
    assert [(a["type"], b["type"]) for a, b in matched(TEXT, first, second)] == [
        ("REJECT", "REJECT"),
        ("CONSULT", "CONSULT"),
    ]


def test_a_second_place_of_the_same_words_is_another_place() -> None:
    assert spans_alike(TEXT, ["the army"], ["the army#2"]) == 0
    assert spans_alike(TEXT, ["the army", "two monks"], ["monks", "army"]) == 2
    assert spans_alike(TEXT, ["the army", "army"], ["the army"]) == 1


def test_kappa_takes_off_what_chance_would_give() -> None:
    pairs = [("happened", "happened")] * 4 + [("future", "future"), ("future", "happened")]
    assert kappa(pairs) == pytest.approx((5 / 6 - 22 / 36) / (1 - 22 / 36))
    assert kappa([("happened", "happened")] * 3) == 1.0
    assert kappa([("future", "happened"), ("happened", "future")]) == -1.0


def test_f1_of_nothing_is_full_agreement() -> None:
    assert (f1(0, 0, 0), f1(0, 3, 0), f1(2, 3, 5)) == (1.0, 0.0, 0.5)


def test_the_figures_of_two_codings() -> None:
    passages = {
        "x-1": passage(
            event("RETREAT", "freed", mode=["release"], actor=["Kenyan police"], recipient=["two monks"]),
            event("ASSAULT", "shelled", mode=["heavy-weapons"], status="historical"),
        ),
        "x-2": passage(event("REJECT", "refused")),
        "x-3": passage(near_miss=True),
    }
    second = {
        "x-1": [
            event("RETREAT", "freed", actor=["police"], recipient=["two monks", "the camp"]),
            event("ASSAULT", "shelled", mode=["heavy-weapons"]),
        ],
        "x-2": [event("CONSULT", "talks"), event("THREATEN", "refused talks")],
        "x-3": [],
    }
    compared = compare(passages, second)
    assert lines(compared)[:11] == [
        "3 passages; 3 events in the first coding, 4 in the second",
        "events (trigger and type): F1 0.571 (2 of 3 and 4)",
        "triggers alone: F1 0.857 (3 of 3 and 4)",
        "types in the passage, wherever the trigger: F1 0.571 (2 of 3 and 4)",
        "mode: the same in 0.500 of 2",
        "context: the same in 1.000 of 2",
        "status: the same in 0.500, kappa 0.000",
        "actor: F1 1.000 (1 of 1 and 1)",
        "recipient: F1 0.667 (1 of 1 and 2)",
        "no event or any: the same in 1.000, kappa 1.000",
        "near misses without an event: 1 of 1 have none in the second coding either",
    ]
    assert disagreements(compared) == {"REJECT / THREATEN": 1, "none / CONSULT": 1}


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(KeyError, match=r"'y-9'.*mend the id"):
        compare({}, {"y-9": []})
