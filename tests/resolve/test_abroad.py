"""A place at home is whom no visit is to and no troops move against; nobody else is whom one's own plan is of."""

from __future__ import annotations

from diurna.records import Entity, Event, Participant, Span
from diurna.resolve.participants import abroad

NAKURU = Entity("n2", "Nakuru", "place", "KEN")
OLD_MAYOR = Entity("n3", "Ana Otieno", "person", "KEN")
TEXT = "The Kenyan premier visited Nakuru."


def recipients(kind: str, modes: tuple[str, ...], whom: Entity, actor_of: str) -> list[str | None]:
    actor = Participant(Span.of(TEXT, 0, 18), "n1", "Kenyan premier", actor_of)
    place = Participant(Span.of(TEXT, 27, 33), whom.id, whom.name, whom.country)
    event = Event("", kind, Span.of(TEXT, 19, 26), "happened", 0.9, modes, actors=(actor,), recipients=(place,))
    return [one.name for one in abroad(event, {whom.id: whom})]


def test_a_visit_to_a_town_at_home_is_to_nobody() -> None:
    assert recipients("CONSULT", ("visit",), NAKURU, "KEN") == []


def test_troops_moved_at_home_move_against_nobody() -> None:
    assert recipients("MOBILIZE", ("troops",), NAKURU, "KEN") == []


def test_a_visit_abroad_is_to_whom_the_place_stands_for() -> None:
    assert recipients("CONSULT", ("visit",), NAKURU, "UGA") == ["Nakuru"]


def test_a_visit_to_somebody_at_home_is_to_them() -> None:
    assert recipients("CONSULT", ("visit",), OLD_MAYOR, "KEN") == ["Ana Otieno"]


def test_a_raid_on_a_town_at_home_is_on_it() -> None:
    assert recipients("COERCE", (), NAKURU, "KEN") == ["Nakuru"]


def recipients_of_a_defence(whose: str) -> list[str]:
    text = f"The premier defended {whose} plan."
    premier = Participant(Span.of(text, 0, 11), "n1", "premier")
    owner = Participant(Span.of(text, 21, 21 + len(whose)), "n1", "premier")
    event = Event("", "SUPPORT", Span.of(text, 12, 20), "happened", 0.9, actors=(premier,), recipients=(owner,))
    return [one.span.text for one in abroad(event, {})]


def test_who_defends_his_own_plan_supports_nobody_else() -> None:
    assert recipients_of_a_defence("her") == []


def test_who_is_told_of_as_his_own_judge_is_kept() -> None:
    assert recipients_of_a_defence("herself") == ["herself"]
