"""What keeps two tellings apart: other actors that are known, days far from each other, and the past from today."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from diurna.records import Event, Participant, meet

KEEPS_APART = ("others_act", "others_suffer", "past_apart", "long_past", "far_apart", "far_later", "far_earlier")

# What somebody says: in another's mouth it is another event, however alike the words.
SAID = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
# What somebody gives, yields, moves or takes away: done by another it is another event. Who fought or marched is told
# in too many ways ("the mob", "two factions") to say so of those.
DONE = frozenset(("AID", "CONCEDE", "RETREAT", "SANCTION", "MOBILIZE", "COERCE"))
# What is done to somebody for what he did: to another person it is done anew.
_TO_ONE = SAID | frozenset(("CONCEDE", "RETREAT", "SANCTION", "COERCE"))
# The arms of one state, any of which may be told for another: the cabinet moves troops, and the army moves.
STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY"))

FAR = 21  # days between two tellings, from which a slip of a few days does not explain them
_NEWS_AND_PAST = frozenset(("happened", "historical"))


def keeps_apart(earlier: Event, later: Event, people: Collection[str]) -> dict[str, float]:
    """Return what speaks against two events being one, by the names of KEEPS_APART; `people` are persons' ids."""
    found = {"past_apart": float({earlier.status, later.status} == _NEWS_AND_PAST)}
    if earlier.type in SAID or (earlier.type in DONE and not stands_for(earlier.actors, later.actors, people)):
        found["others_act"] = float(known_apart(earlier.actors, later.actors, people))
    elif earlier.type == "AGREE":  # whoever else takes part in it, what one promises is not what another does
        found["others_act"] = float(known_apart(parties(earlier), parties(later), people))
    if earlier.type in _TO_ONE:
        found["others_suffer"] = float(_other_persons(earlier.recipients, later.recipients, people))
    own = (own_date(earlier), own_date(later))
    far = any(own) and days_between(earlier, later) > FAR
    if far:
        found["far_apart" if all(own) else "far_later" if own[1] else "far_earlier"] = 1.0
    # Who did it to whom told again ("killed his sister by strangling her in 2016") is the past crime of today's page.
    again = meet(earlier.actors, later.actors) and meet(earlier.recipients, later.recipients)
    found["long_past"] = float(_long_past(earlier, later, far and own[1] and not again))
    return found


def _long_past(earlier: Event, later: Event, far: bool) -> bool:
    """Return whether one event is past and the other not: asked for, to come, or told before it without its day.

    `far` says that the later has a day of its own, far from the earlier's.
    """
    both = {earlier.status, later.status}
    return "historical" in both and len(both) > 1 and (both != _NEWS_AND_PAST or (far and later.status == "historical"))


def parties(event: Event) -> tuple[Participant, ...]:
    """Return all who take part in an event."""
    return (*event.actors, *event.recipients)


def _other_persons(ours: Sequence[Participant], theirs: Sequence[Participant], people: Collection[str]) -> bool:
    """Return whether all of both sides are persons with names, and none of the one is of the other."""
    named = [{p.entity for p in side if p.entity in people and _has_name(p)} for side in (ours, theirs)]
    sure = all(
        side and len(side) == len({p.entity for p in all}) for side, all in zip(named, (ours, theirs), strict=True)
    )
    return sure and not named[0] & named[1]


def _has_name(one: Participant) -> bool:
    return one.name is not None and one.name[:1].isupper() and "'s " not in one.name  # not "Kabila's father"


def own_date(event: Event) -> bool:
    """Return whether the date is the event's own; one of the article or of another event says nothing of it."""
    return event.date is not None and event.date.basis in ("clause", "sentence", "post")


def days_between(one: Event, other: Event) -> int:
    """Return how many days lie between the dates of two events; 0 where they meet or one has none."""
    if one.date is None or other.date is None:
        return 0
    gaps = (_day(other.date.start) - _day(one.date.end), _day(one.date.start) - _day(other.date.end))
    return max(0, *gaps)


def known_apart(ours: Sequence[Participant], theirs: Sequence[Participant], people: Collection[str]) -> bool:
    """Return whether both sides are known and none of the one can be meant by one of the other.

    Of one country and sector a body may be meant by a state, and a man by his office: "Colombia", "Bogotá's request".
    Two persons of different names never are.
    """
    known = [(p, q) for p in ours if p.entity for q in theirs if q.entity]
    return bool(known) and not any(may_be(p, q, people) for p, q in known)


def stands_for(ours: Sequence[Participant], theirs: Sequence[Participant], people: Collection[str]) -> bool:
    """Return whether an actor of one side may be told for one of the other: an arm of one state, "the union".

    No person is told for another: her predecessor's resignation is not hers.
    """
    return any(
        not (p.entity != q.entity and {p.entity, q.entity} <= set(people))
        and (
            (p.country == q.country and _is_state(p) and _is_state(q))
            or (None in (p.country, q.country) and not set(p.sector).isdisjoint(q.sector))
        )
        for p in ours
        for q in theirs
    )


def _is_state(one: Participant) -> bool:
    return one.country is not None and not STATE.isdisjoint(one.sector)


def may_be(one: Participant, other: Participant, people: Collection[str]) -> bool:
    """Return whether one participant can be another told in other words: of its country, and of a sector with it."""
    if one.entity == other.entity:
        return True
    if one.country is None or one.country != other.country or {one.entity, other.entity} <= set(people):
        return False
    if not one.sector or not other.sector:
        # "The group" may be any of its country's bodies; the man who speaks is none of them.
        return (one.entity in people) == (other.entity in people)
    return not set(one.sector).isdisjoint(other.sector)


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()
