"""What the reports of a joined event say together: its best-supported values, and which reports support each.

A value's support is the number of independent sources that give it; of values with as many, the later and surer report
decides. A value that only says less ("in May" beside "on 4 May", no place beside a place) agrees with the fuller one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from diurna.merge.across.sources import independent
from diurna.merge.across.telling import Telling, Who

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Field:
    """A value that reports give a field: the articles that support it, those that contradict it, whether it is chosen.

    A report that says nothing of the field, or says less, does neither. Modes and contexts add up: none contradicts.
    """

    field: str
    value: str
    supported: tuple[str, ...]
    contradicted: tuple[str, ...]
    best: bool


@dataclass(frozen=True, slots=True)
class Supported:
    """An actor or recipient of the joined event, and how many of its reports name it so."""

    role: str
    who: Who
    supported: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many were killed, wounded, ...: the best-supported number, and in how many reports it stands."""

    what: str
    min: int | None
    max: int | None
    supported: int


@dataclass(frozen=True, slots=True)
class Best:
    """The joined event: the telling that tells most (`lead`), the best values, participants and counts.

    `fields` are empty where there is one report only: it alone says what the event says. `said` is on whose words the
    event stands, those of most articles first, the pages' authors among them.
    """

    lead: Telling
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    status: str
    dated: Telling | None
    placed: Telling | None
    confidence: float
    reports: int
    sources: int
    first_published: int | None
    last_published: int | None
    participants: tuple[Supported, ...]
    counts: tuple[Counted, ...]
    fields: tuple[Field, ...]
    said: tuple[str, ...]


def best_of(tellings: Collection[Telling]) -> Best:
    """Return what the tellings of one joined event say together; raises ValueError where there are none."""
    told = sorted(tellings, key=lambda one: (one.published or 0, one.article_key, one.start))
    if not told:
        raise ValueError("a joined event has at least one telling")
    several = len({one.article_key for one in told}) > 1
    fields: list[Field] = []

    def chosen(field: str, groups: list[tuple[str, list[Telling]]]) -> list[Telling]:
        best = max(groups, key=lambda group: _support(group[1]), default=("", []))
        for place, (value, those) in enumerate(groups):
            others = [one for at, (_, of) in enumerate(groups) if at != place for one in of]
            if several or others:
                fields.append(Field(field, value, _articles(those), _articles(others), those is best[1]))
        return best[1]

    of_type = chosen("type", _grouped(told, lambda one: one.type))
    status = chosen("status", _grouped(told, lambda one: one.status))
    dated = chosen("date", _agreeing(told, _days, _sooner, _days_said))
    placed = chosen("place", _agreeing(told, _place, _one_place, lambda one: str(one.place)))
    participants = []
    for role in ("actor", "recipient"):
        chosen(role, _participants_apart(told, role))
        participants += _participants(told, role)
    counts = []
    for what in sorted({what for one in told for what in one.counts}):
        those = chosen(what, _grouped([one for one in told if what in one.counts], partial(_number, what=what)))
        low, high = those[-1].counts[what]
        counts.append(Counted(what, low, high, len({one.article_key for one in those})))
    modes, contexts = _by_most(told, lambda one: one.modes), _by_most(told, lambda one: one.contexts)
    if several:
        fields += _labels("mode", modes, [(one, one.modes) for one in told])
        fields += _labels("context", contexts, [(one, one.contexts) for one in told])
    lead = max(of_type, key=lambda one: (_fullness(one), one.confidence))
    days = [one.published for one in told if one.published]
    return Best(
        lead=lead,
        type=lead.type,
        modes=modes,
        contexts=contexts,
        status=status[0].status,
        dated=_surest_day(dated),
        placed=next((one for one in placed if one.geonames), placed[0] if placed else None),
        confidence=_confidence(told),
        reports=len({one.article_key for one in told}),
        sources=independent(told),
        first_published=min(days, default=None),
        last_published=max(days, default=None),
        participants=tuple(participants),
        counts=tuple(counts),
        fields=tuple(fields),
        said=_said(told),
    )


def _articles(told: Iterable[Telling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.article_key for one in told))


def _labels(field: str, best: Collection[str], given: Sequence[tuple[Telling, tuple[str, ...]]]) -> list[Field]:
    """Return who gives each label of a field that may have several."""
    labels = dict.fromkeys(label for _, those in given for label in those)
    return [
        Field(field, label, _articles(one for one, of in given if label in of), (), label in best) for label in labels
    ]


def _said(told: Sequence[Telling]) -> tuple[str, ...]:
    """Return on whose words the event stands, those of most articles first, of equals the earlier."""
    telling: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for who in one.said:
            telling[who].add(one.article_key)
    return tuple(sorted(telling, key=lambda who: -len(telling[who])))


def _support(those: Sequence[Telling]) -> tuple[int, int, float, int]:
    return (
        independent(those),
        len({one.article_key for one in those}),
        max((one.confidence for one in those), default=0.0),
        max((one.published or 0 for one in those), default=0),
    )


def _grouped(told: Sequence[Telling], say: Callable[[Telling], str]) -> list[tuple[str, list[Telling]]]:
    groups: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        groups[say(one)].append(one)
    return list(groups.items())


def _agreeing(
    told: Sequence[Telling],
    value: Callable[[Telling], Value | None],
    agree: Callable[[Value, Value], bool],
    said: Callable[[Telling], str],
) -> list[tuple[str, list[Telling]]]:
    """Group tellings whose values agree with the first of their group, the exactest first; none without a value."""
    groups: list[tuple[Value, str, list[Telling]]] = []
    for one in sorted(told, key=_vagueness):
        mine = value(one)
        if mine is None:
            continue
        for first, _, those in groups:
            if agree(first, mine):
                those.append(one)
                break
        else:
            groups.append((mine, said(one), [one]))
    return [(words, those) for _, words, those in groups]


def _vagueness(one: Telling) -> tuple[int, bool, bool]:
    span = one.last_day - one.first_day if one.first_day is not None and one.last_day is not None else 10**6
    return span, not one.own_date, one.geonames is None


def _days(one: Telling) -> tuple[int, int] | None:
    return (one.first_day, one.last_day) if one.first_day is not None and one.last_day is not None else None


def _sooner(ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    return theirs[0] <= ours[0] and ours[1] <= theirs[1]


def _days_said(one: Telling) -> str:
    first, last = _days(one) or (1, 1)
    start, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return start if start == end else f"{start}/{end}"


def _surest_day(dated: Sequence[Telling]) -> Telling | None:
    return min(dated, key=_vagueness, default=None)


def _place(one: Telling) -> Telling | None:
    return one if one.place else None


def _one_place(ours: Telling, theirs: Telling) -> bool:
    if ours.geonames and theirs.geonames:
        return ours.geonames == theirs.geonames
    # A country beside a town in it says less, not otherwise.
    apart = ours.place_country and theirs.place_country and ours.place_country != theirs.place_country
    return not apart and (ours.place == theirs.place or not (ours.geonames and theirs.geonames))


def _number(one: Telling, what: str) -> str:
    low, high = one.counts[what]
    if low == high:
        return str(low)
    return f"{low}+" if high is None else f"up to {high}" if low is None else f"{low}-{high}"


def _who(one: Telling, role: str) -> tuple[Who, ...]:
    return one.actors if role == "actor" else one.recipients


def _is_named(who: Who) -> bool:
    return who.wikidata is not None or who.country is not None or any(word[0].isupper() for word in who.name.split())


def _one_who(ours: Who, theirs: Who) -> bool:
    """Return whether two descriptions may be of one: a name or identity shared, or one country and no other name."""
    if ours.keys & theirs.keys:
        return True
    if ours.wikidata and theirs.wikidata:
        return False
    if ours.country and theirs.country:
        return ours.country == theirs.country
    return False


def _participants_apart(told: Sequence[Telling], role: str) -> list[tuple[str, list[Telling]]]:
    """Group the tellings that name somebody in a role by whether those they name may be the same."""
    groups: list[tuple[list[Who], str, list[Telling]]] = []
    for one in told:
        named = [who for who in _who(one, role) if _is_named(who)]
        if not named:
            continue
        for group, _, those in groups:
            if any(_one_who(ours, theirs) for ours in group for theirs in named):
                group.extend(named)
                those.append(one)
                break
        else:
            groups.append((named, "; ".join(who.name for who in named), [one]))
    return [(words, those) for _, words, those in groups]


def _participants(told: Sequence[Telling], role: str) -> list[Supported]:
    """Return who takes part in a role, those of most reports first; one who is in few reports of many stays out."""
    groups: list[tuple[list[Who], set[str]]] = []
    naming = 0
    for one in told:
        naming += bool(_who(one, role))
        for who in _who(one, role):
            home = next((group for group in groups if any(_one_name(who, other) for other in group[0])), None)
            if home is None:
                home = ([], set())
                groups.append(home)
            home[0].append(who)
            home[1].add(one.article_key)
    groups.sort(key=lambda group: -len(group[1]))
    enough = max(1, naming // 4)
    return [Supported(role, _fullest(group), len(articles)) for group, articles in groups if len(articles) >= enough]


def _one_name(ours: Who, theirs: Who) -> bool:
    if ours.wikidata and theirs.wikidata:
        return ours.wikidata == theirs.wikidata
    if ours.words and theirs.words:
        return ours.words <= theirs.words or theirs.words <= ours.words
    return ours.name.lower() == theirs.name.lower() or (
        ours.country is not None and (ours.country, ours.sector) == (theirs.country, theirs.sector)
    )


def _fullest(group: Iterable[Who]) -> Who:
    return max(
        group, key=lambda who: (who.wikidata is not None, who.country is not None, len(who.words), len(who.name))
    )


def _by_most(told: Sequence[Telling], say: Callable[[Telling], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the labels that at least half of the tellings with any give, or those of the surest."""
    giving = [one for one in told if say(one)]
    labels = dict.fromkeys(label for one in giving for label in say(one))
    most = tuple(label for label in labels if 2 * sum(label in say(one) for one in giving) >= len(giving))
    return most or (say(max(giving, key=lambda one: one.confidence)) if giving else ())


def _fullness(one: Telling) -> int:
    told = (one.actors, one.recipients, one.place, one.own_date, one.modes, one.counts)
    return sum(bool(part) for part in told)


def _confidence(told: Sequence[Telling]) -> float:
    """Return how sure the event is: independent sources each add to it, reports of one source do not."""
    surest: dict[str, float] = {}
    for one in told:
        key = one.source or one.copies or one.article_key
        surest[key] = max(surest.get(key, 0.0), one.confidence)
    doubt = 1.0
    for number, confidence in enumerate(sorted(surest.values(), reverse=True)):
        # Machines err alike on like words: a second reading takes away half of the doubt that it would alone.
        doubt *= 1 - confidence if number == 0 else 1 - confidence / 2
    return round(1 - doubt, 4)
